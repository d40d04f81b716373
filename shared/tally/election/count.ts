import type { OptionId } from '../../ids.ts'
import { countBorda, type Borda } from '../ranked/borda.ts'
import type { OnStep } from '../budget/completion.ts'
import { equalShares, type EqualShares } from '../budget/equal-shares.ts'
import { greedy, type Greedy } from '../budget/greedy.ts'
import { highest } from '../highest.ts'
import { keysOf } from '../keys.ts'
import { instantRunoff, type Runoff } from '../ranked/runoff.ts'
import { countSchulze, type Schulze } from '../ranked/schulze.ts'
import { countStv, type StvCount } from '../ranked/stv.ts'
import type { Lot, Outcome, Points, Ranking } from '../terms.ts'
import type { Ballots, Election } from './election.ts'
import { usualKey, type ElectionRule, type MethodName } from './rule.ts'

/** The winners of a plain count, and what each option got. */
export interface Votes extends Outcome {
  votes: Readonly<Record<OptionId, number>>
}

/** An election counted by a method, with all that the method says of it. */
export type ElectionCount =
  | ({ method: 'irv' } & Runoff)
  | ({ method: 'greedy' } & Greedy)
  | ({ method: 'equal-shares' } & EqualShares)
  | ({ method: 'stv-scottish' } & StvCount)
  | ({ method: 'schulze' } & Schulze)
  | ({ method: 'borda' } & Borda)
  | ({ method: 'plurality' | 'approval' | 'score' } & Votes)

/** Which ballots a method can count. */
const FORMS: Record<MethodName, readonly Ballots['form'][]> = {
  plurality: ['set', 'ranked'],
  approval: ['set', 'points'],
  score: ['points'],
  greedy: ['set', 'ranked', 'points'],
  'equal-shares': ['set', 'points'],
  irv: ['ranked'],
  'stv-scottish': ['ranked'],
  schulze: ['ranked'],
  borda: ['ranked'],
}

/** Can this method count ballots of this form? */
export const takesForm = (method: MethodName, form: Ballots['form']): boolean =>
  FORMS[method].includes(form)

/**
 * Counts an election by this rule. Null where `onStep` ended it. Throws a RangeError where its numbers
 * cannot be counted exactly, and where ballots are of a form that `takesForm` refuses.
 */
export function countElection(
  { options, ballots }: Election,
  rule: ElectionRule,
  { lot, onStep }: { lot: Lot; onStep?: OnStep },
): ElectionCount | null {
  const { method } = rule
  if (!takesForm(method, ballots.form)) throw new RangeError(`${method} of ${ballots.form}`)
  const standing = options.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id)
  if (rule.method === 'greedy')
    return { method: 'greedy', ...greedy(rule.rule, options, ballots, lot) }
  if (rule.method === 'equal-shares' && ballots.form !== 'ranked') {
    const shares = equalShares(rule.rule, options, ballots, { lot, ...(onStep && { onStep }) })
    return shares && { method: 'equal-shares', ...shares }
  }
  if (ballots.form === 'ranked') {
    const { piles } = ballots
    if (rule.method === 'irv') {
      const all = options.map(({ id }) => id)
      const excluded = [...rule.rule.excluded, ...all.filter((id) => !standing.includes(id))]
      return {
        method: 'irv',
        ...instantRunoff(all, piles, { rule: { ...rule.rule, excluded }, lot }),
      }
    }
    if ('seats' in rule) {
      const seated = { seats: rule.seats, lot }
      if (rule.method === 'stv-scottish')
        return { method: 'stv-scottish', ...countStv(standing, piles, seated) }
      if (rule.method === 'schulze')
        return { method: 'schulze', ...countSchulze(standing, piles, seated) }
      if (rule.method === 'borda')
        return { method: 'borda', ...countBorda(standing, piles, seated) }
    }
  }
  if (rule.method === 'plurality' || rule.method === 'approval' || rule.method === 'score')
    return {
      method: rule.method,
      ...countVotes(standing, seenBy(rule.method, ballots), rule.seats, lot),
    }
  throw new RangeError(`${method} of ${ballots.form}`)
}

/** What a plain count looks at: the one option in first place, whatever got points, or the ballots as they are. */
function seenBy(method: MethodName, { form, piles }: Ballots): Ballots {
  if (method === 'approval' && form === 'points')
    return {
      form: 'set',
      piles: piles.map(({ ballot, count }) => ({ ballot: likedIn(ballot), count })),
    }
  if (method !== 'plurality' || form === 'points') return { form, piles } as Ballots
  // Where several share the first place, or a set holds more than one, the ballot is for none of them.
  const firsts = piles.map(({ ballot, count }) => ({
    ballot: form === 'ranked' ? ((ballot as Ranking)[0] ?? []) : (ballot as readonly OptionId[]),
    count,
  }))
  return { form: 'set', piles: firsts.filter(({ ballot }) => ballot.length === 1) }
}

/** A rating above nothing approves. */
const likedIn = (points: Points): OptionId[] =>
  (Object.keys(points) as OptionId[]).filter((id) => points[id]! > 0)

function countVotes(
  options: readonly OptionId[],
  ballots: Ballots,
  seats: number,
  lot: Lot,
): Votes {
  const known = new Set(options)
  const key = usualKey(ballots)
  const all = new Set([...options, ...namedIn(ballots)])
  const votes = new Map([...keysOf(key, [...all], ballots)].filter(([id]) => known.has(id)))
  const wanted = new Map([...votes].filter(([, count]) => count > 0))
  return { ...highest(wanted, seats, lot), votes: Object.fromEntries(votes) }
}

/** Whoever stands on a ballot, withdrawn or not. */
const namedIn = ({ form, piles }: Ballots): OptionId[] =>
  piles.flatMap(({ ballot }) =>
    form === 'points'
      ? (Object.keys(ballot) as OptionId[])
      : (ballot as readonly OptionId[]).flat(),
  )

/** How many ballots there are, whatever of them counted. */
export const ballotsIn = ({ ballots: { piles } }: Election): number =>
  piles.reduce((sum, { count }) => sum + count, 0)
