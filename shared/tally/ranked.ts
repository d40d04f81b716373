import type { OptionId } from '../ids.ts'
import { canonical } from '../leaf.ts'
import { ordered } from '../marks.ts'
import type { Of } from '../method.ts'
import { countBorda, type Borda } from './ranked/borda.ts'
import type { Cast } from './choice.ts'
import { instantRunoff, type Runoff } from './ranked/runoff.ts'
import { PLAIN_RUNOFF } from './ranked/runoff-rule.ts'
import { countSchulze, type Schulze } from './ranked/schulze.ts'
import { countStv, type StvCount } from './ranked/stv.ts'
import { pileUp, type Lot, type Ranking } from './terms.ts'

/** What a ranked question comes to, by the count that it named. */
export type Ranked =
  | ({ type: 'runoff' } & Runoff)
  | ({ type: 'stv' } & StvCount)
  | ({ type: 'schulze' } & Schulze)
  | ({ type: 'borda' } & Borda)

/** Rankings counted as the question says; a ballot counts as often as it weighs. */
export function countRanked(
  { count, seats }: Of<'ranked'>,
  options: readonly OptionId[],
  ballots: readonly Cast[],
  lot: Lot,
): Ranked {
  const piles = pilesOf(ballots)
  switch (count) {
    case 'runoff': {
      const winners =
        seats === 1 ? ({ type: 'one' } as const) : { type: 'sequential' as const, seats }
      const rule = { ...PLAIN_RUNOFF, winners }
      return { type: count, ...instantRunoff(options, piles, { rule, lot }) }
    }
    case 'stv':
      return { type: count, ...countStv(options, piles, { seats, lot }) }
    case 'schulze':
      return { type: count, ...countSchulze(options, piles, { seats, lot }) }
    case 'borda':
      return { type: count, ...countBorda(options, piles, { seats, lot }) }
  }
}

/** Equal rankings together, of all that are rankings. */
function pilesOf(ballots: readonly Cast[]) {
  const rankings = ballots.flatMap(({ marks, weight = 1 }) =>
    'ranks' in marks ? [{ ranks: marks.ranks, weight }] : [],
  )
  const piles = pileUp(
    rankings,
    ({ ranks }) => canonical(ordered({ ranks })),
    ({ weight }) => weight,
  )
  return piles.map(({ ballot, count }): { ballot: Ranking; count: number } => ({
    ballot: ballot.ranks,
    count,
  }))
}
