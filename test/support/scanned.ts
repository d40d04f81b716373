import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

/** What a phone's camera reads off the whole screen, or null. */
export async function scanned(screen: Page): Promise<string | null> {
  const { data, width, height } = PNG.sync.read(await screen.screenshot())
  return jsqr(new Uint8ClampedArray(data), width, height)?.data ?? null
}
