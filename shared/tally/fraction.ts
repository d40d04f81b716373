import type { Share } from '../vote.ts'

/**
 * Exact ratios of whole numbers, for counts that must not depend on how a machine rounds. Always in
 * lowest terms with a denominator above zero, so equal values are equal digits.
 */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** `n / d` in lowest terms; throws where `d` is zero. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [whole, parts] = [BigInt(n), BigInt(d)]
  if (parts === 0n) throw new RangeError('a fraction of zero parts')
  const divisor = gcd(whole, parts) * (parts < 0n ? -1n : 1n)
  return { n: whole / divisor, d: parts / divisor }
}

export const ZERO: Fraction = { n: 0n, d: 1n }

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d)

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })

export const times = (a: Fraction, b: Fraction | bigint): Fraction =>
  typeof b === 'bigint' ? fraction(a.n * b, a.d) : fraction(a.n * b.n, a.d * b.d)

export const over = (a: Fraction, b: Fraction | bigint): Fraction =>
  typeof b === 'bigint' ? fraction(a.n, a.d * b) : fraction(a.n * b.d, a.d * b.n)

/** Below zero where a < b, zero where they are equal, above where a > b: by cross product. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The greatest whole number that is not above it. */
export const floor = ({ n, d }: Fraction): bigint => n / d - (n < 0n && n % d !== 0n ? 1n : 0n)

/** The smallest whole number that is not below it. */
export const ceil = ({ n, d }: Fraction): bigint => -floor({ n: -n, d })

/** The smallest whole number that is this share of `whole`; of a strict share, that is more than it. */
export function leastOf(whole: number, { numerator, denominator, strict }: Share): number {
  const over = (whole * numerator) % denominator
  const least = (whole * numerator - over) / denominator
  return least + (strict || over > 0 ? 1 : 0)
}

/**
 * The value as a double, at most two parts in 2^53 off, however long its digits are. For looking at and
 * for bounds that allow for it, never for deciding.
 */
export function approximate({ n, d }: Fraction): number {
  const shift = Math.max(0, 64 + bits(d) - bits(n))
  return Number((n << BigInt(shift)) / d) / 2 ** shift
}

/** As it stands in a result: `7/3`, and `2` where nothing is left over. */
export const written = ({ n, d }: Fraction): string => (d === 1n ? `${n}` : `${n}/${d}`)

/** With so many decimals, half a unit of the last one up: to be shown, beside what it was decided by. */
export function rounded({ n, d }: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const units = floor({ n: 2n * n * scale + d, d: 2n * d })
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`
}

/** Binary digits, counted up to a multiple of four. */
const bits = (n: bigint) => 4 * n.toString(16).length

/** Euclid's algorithm; never negative. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}
