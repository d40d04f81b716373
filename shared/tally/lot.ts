import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { OptionId } from '../ids.ts'
import type { Lot } from './terms.ts'

/**
 * The lot: options in order of HMAC-SHA256(seed, option id). Whoever knows the seed can draw
 * it again; whose hash was frozen with the rules, nobody could choose it after seeing a ballot.
 * `seed` is hex; throws where it is not.
 */
export function drawLot(seed: string, options: readonly OptionId[]): readonly OptionId[] {
  const key = hexToBytes(seed)
  const drawn = options.map((id) => ({ id, mark: bytesToHex(hmac(sha256, key, utf8ToBytes(id))) }))
  return drawn.sort((a, b) => (a.mark < b.mark ? -1 : 1)).map(({ id }) => id)
}

/** The lot of a question whose rules committed to this seed; without one there is none. */
export function lotOf(
  { options }: { options: readonly { id: OptionId }[] },
  seed: string | null | undefined,
): Lot {
  return seed
    ? drawLot(
        seed,
        options.map(({ id }) => id),
      )
    : null
}

/** The seed that words stand for: those who agreed on them draw the same lot, blanks at the ends aside. */
export function seedOf(words: string): string {
  return bytesToHex(utf8ToBytes(words.normalize('NFC').trim()))
}

/** What is frozen of a seed before anybody votes: SHA-256, so that it can be shown later and not changed. */
export function commitmentTo(seed: string): string {
  return bytesToHex(sha256(hexToBytes(seed)))
}

/** These options in the order of the lot, or null where there is no lot. One that it lacks is a fault. */
export function inOrderOf(lot: Lot, options: readonly OptionId[]): OptionId[] | null {
  if (lot === null) return null
  const place = (id: OptionId) => {
    const found = lot.indexOf(id)
    if (found < 0) throw new RangeError(`the lot does not name ${id}`)
    return found
  }
  return [...options].sort((a, b) => place(a) - place(b))
}
