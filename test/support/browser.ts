import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const found = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((path) => existsSync(path))

/** For `it.skipIf`: nobody has to install a browser to run the rest. CI skips nothing. */
export const hasNoBrowser = found === undefined && process.env.CI !== 'true'
if (hasNoBrowser)
  console.warn(
    'Skipped what needs a browser: apt-get install -y chromium fonts-noto-cjk, or set CHROMIUM_PATH.',
  )

/** A real Chromium, closed when the test is over. */
export async function aBrowser(args: string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    ...(found === undefined ? {} : { executablePath: found }),
    args: ['--no-sandbox', ...args],
  })
  onTestFinished(() => browser.close())
  return browser
}

/** What becomes true in a moment; busy machines take longer than the usual second. */
export function soon<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000 })
}
