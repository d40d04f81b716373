import jsqr from 'jsqr'
import type { Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'

/** What a phone's camera reads off a screen or a sheet, or null. */
export async function scanned(screen: Page | Locator): Promise<string | null> {
  const { data, width, height } = PNG.sync.read(await screen.screenshot())
  return jsqr(new Uint8ClampedArray(data), width, height)?.data ?? null
}
