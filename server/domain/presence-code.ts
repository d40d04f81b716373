import { createHmac, timingSafeEqual } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/ids.ts'

/** A code on the big screen lives this long, and is taken for one period more (D31). */
const PERIOD_MS = 15_000

/** The code that the screen shows at `now` (milliseconds), and until when. */
export function presenceCode(
  key: Uint8Array,
  meetingId: string,
  now: number,
): { code: string; until: number } {
  const period = Math.floor(now / PERIOD_MS)
  return { code: codeOf(key, meetingId, period), until: (period + 1) * PERIOD_MS }
}

/** Is this the present code, or the one before it? */
export function isPresenceCode(
  key: Uint8Array,
  meetingId: string,
  now: number,
  typed: string,
): boolean {
  const period = Math.floor(now / PERIOD_MS)
  const matches = [period, period - 1].map((each) => same(codeOf(key, meetingId, each), typed))
  return matches.includes(true)
}

function codeOf(key: Uint8Array, meetingId: string, period: number): string {
  const bytes = createHmac('sha256', key).update(`${meetingId}|${period}`).digest()
  // Six digits of base 31 out of 48 bits: uneven by less than one part in 10^5.
  let rest = bytes.readUIntBE(0, 6)
  let code = ''
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code += CODE_ALPHABET[rest % CODE_ALPHABET.length]
    rest = Math.floor(rest / CODE_ALPHABET.length)
  }
  return code
}

function same(expected: string, typed: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(typed)]
  return a.length === b.length && timingSafeEqual(a, b)
}
