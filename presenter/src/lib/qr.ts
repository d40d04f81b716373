import { create } from 'qrcode'

/** Modules of white around the code: less, and phones do not find it. */
const QUIET = 4

/** What phones scan: capitals only, so that the code stays small (alphanumeric mode). */
export function joinText(address: string, code: string, proof: string | null): string {
  return `${address}/J/${code}${proof ? `/${proof}` : ''}`.toUpperCase()
}

/** What people type: the address without its scheme. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

/** A QR code as one path; `size` counts modules, quiet zone included. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  return { path, size: modules.size + 2 * QUIET }
}

/**
 * Whole pixels a module in the corner: 8 at 1080p, and 264 in all, or 296 with the rotating code,
 * whatever the length of the address; in proportion on other screens.
 */
export function modulePixels(size: number, height: number, proven: boolean): number {
  const least = ((proven ? 296 : 264) * height) / 1080
  return Math.max(4, Math.ceil((height * 8) / 1080), Math.ceil(least / size))
}
