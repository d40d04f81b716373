import type { OptionId } from '../../shared/ids.ts'
import { compare, fraction, minus, over, plus, times, ZERO } from '../../shared/tally/fraction.ts'
import type { Fraction } from '../../shared/tally/fraction.ts'

/** What each voter gives each project: points, or 1 for an approval. */
export type Marked = Readonly<Record<string, number>>

/**
 * Equal shares as the method is told, for checking: a purse for each voter, all projects priced anew in
 * each round, each by sorting its backers. What is bought in order, with what each voter then paid.
 */
export function sharesByHand(
  costs: Readonly<Record<string, number>>,
  voters: readonly Marked[],
  { share, isApproval, lot }: { share: Fraction; isApproval: boolean; lot: readonly OptionId[] },
): { id: OptionId; paid: Fraction[] }[] {
  const purses = voters.map(() => share)
  const bought: { id: OptionId; paid: Fraction[] }[] = []
  let open = Object.keys(costs) as OptionId[]
  const votes = (id: OptionId) => voters.reduce((sum, marked) => sum + (marked[id] ?? 0), 0)

  for (;;) {
    const priced = open.flatMap((id) => {
      const price = priceOf(
        costs[id]!,
        voters.flatMap((marked, at) =>
          marked[id] ? [{ has: purses[at]!, parts: BigInt(marked[id]) }] : [],
        ),
      )
      const utility = isApproval ? BigInt(costs[id]!) : 1n
      return price ? [{ id, price, rate: over(price, utility) }] : []
    })
    priced.sort(
      (a, b) =>
        compare(a.rate, b.rate) ||
        costs[a.id]! - costs[b.id]! ||
        votes(b.id) - votes(a.id) ||
        lot.indexOf(a.id) - lot.indexOf(b.id),
    )
    const first = priced[0]
    if (!first) return bought
    const paid = voters.map((marked, at) => {
      const due = times(first.price, BigInt(marked[first.id] ?? 0))
      const given = compare(due, purses[at]!) < 0 ? due : purses[at]!
      purses[at] = minus(purses[at]!, given)
      return given
    })
    bought.push({ id: first.id, paid })
    open = open.filter((id) => id !== first.id)
  }
}

/** Of one part: the poorest first, each gives all she has or what is then due. */
function priceOf(cost: number, backers: { has: Fraction; parts: bigint }[]): Fraction | null {
  backers.sort((a, b) => compare(over(a.has, a.parts), over(b.has, b.parts)))
  let left = fraction(cost)
  let parts = backers.reduce((sum, backer) => sum + backer.parts, 0n)
  for (const backer of backers) {
    const price = over(left, parts)
    if (compare(times(price, backer.parts), backer.has) <= 0) return price
    left = minus(left, backer.has)
    parts -= backer.parts
  }
  return null
}

export const sumOf = (amounts: readonly Fraction[]): Fraction => amounts.reduce(plus, ZERO)
