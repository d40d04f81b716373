import fc from 'fast-check'
import type { OptionId } from '../../shared/ids.ts'
import type { Pile, Ranking } from '../../shared/tally/terms.ts'

/** Small ranked elections, and the same one again with options and ballots in another order. */
export interface Twice {
  options: OptionId[]
  piles: Pile<Ranking>[]
  lot: OptionId[] | null
  shuffled: { options: OptionId[]; piles: Pile<Ranking>[] }
}

/** `equal`: ranks may hold several options or none. */
export function rankedTwice({ equal }: { equal: boolean }): fc.Arbitrary<Twice> {
  return fc.integer({ min: 1, max: 6 }).chain((size) => {
    const options = Array.from({ length: size }, (_, at) => `option-${at}` as OptionId)
    const all = { minLength: size, maxLength: size }
    const single = fc.shuffledSubarray(options).map((chosen) => chosen.map((id) => [id]))
    const ranks = fc
      .array(fc.nat(size), all)
      .map((places) => options.map((_, rank) => options.filter((_, at) => places[at] === rank)))
    const pile = fc.record({
      ballot: equal ? fc.oneof(single, ranks) : single,
      count: fc.integer({ min: 1, max: 9 }),
    })
    return fc.array(pile, { maxLength: 9 }).chain((piles) =>
      fc.record({
        options: fc.constant(options),
        piles: fc.constant(piles),
        lot: fc.option(fc.shuffledSubarray(options, all)),
        shuffled: fc.record({
          options: fc.shuffledSubarray(options, all),
          // One paper a pile: merged and unmerged must count alike.
          piles: shuffled(
            piles.flatMap(({ ballot, count }) =>
              Array.from({ length: count }, () => ({ ballot, count: 1 })),
            ),
          ),
        }),
      }),
    )
  })
}

const shuffled = <T>(all: T[]) =>
  fc.array(fc.nat(), { minLength: all.length, maxLength: all.length }).map((keys) =>
    all
      .map((each, at) => [keys[at]!, each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each),
  )
