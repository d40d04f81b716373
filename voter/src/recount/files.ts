import type { Election } from '../../../shared/tally/election/election.ts'
import { papersFor, type Filed } from '../../../shared/formats/filed.ts'
import type { OnStep } from '../../../shared/tally/budget/completion.ts'
import { ballotsIn, countElection, takesForm } from '../../../shared/tally/election/count.ts'
import { METHODS, ruleFor, type MethodName } from '../../../shared/tally/election/rule.ts'
import { drawLot, seedOf } from '../../../shared/tally/lot.ts'
import type { Lot } from '../../../shared/tally/terms.ts'
import {
  differenceFrom,
  electionRounds,
  electionRows,
  entryNamer,
} from '../../../shared/ui/election.ts'
import type { Asked, FileCount, Paper, Why } from './orders.ts'

const SPENDING: readonly MethodName[] = ['greedy', 'equal-shares']

/** What a file is and by which methods it can be counted. */
export function paperOf(filed: Filed): Paper {
  const { election, own } = filed
  const canCount = (method: MethodName) =>
    takesForm(method, papersFor(filed, method).ballots.form) &&
    (election.budget !== null || !SPENDING.includes(method))
  return {
    ...{ title: election.title, ballots: ballotsIn(election), options: election.options.length },
    ...{ methods: METHODS.filter(canCount), own: own?.method ?? null },
    ...{ seats: election.seats, hasLot: election.lot !== undefined },
  }
}

/** Counts a file as it is asked, by the functions that count a meeting's question. */
export function countFile(filed: Filed, asked: Asked, onStep: OnStep): FileCount | Why {
  const { method, seats } = asked
  const election = papersFor(filed, method)
  const reading = ruleFor(election, filed.own, { method, seats: seats ?? undefined })
  if (!reading.ok) return { code: 'rule', fault: reading.fault }
  try {
    const counted = countElection(election, reading.rule, { lot: lotFor(election, asked), onStep })!
    const named = entryNamer(election)
    const difference = filed.official && differenceFrom(counted.winners, filed.official)
    return {
      ...{ method: counted.method, state: counted.state, decimals: election.decimals },
      rows: electionRows(election, counted),
      ties: counted.ties.map(({ stage, options, resolvedBy }) => ({
        ...{ stage, resolvedBy, names: options.map(named) },
      })),
      money: 'cost' in counted ? { cost: counted.cost, budget: election.budget ?? 0 } : null,
      rounds: electionRounds(election, counted),
      official: difference && {
        here: difference.here.map(named),
        there: difference.there.map(named),
      },
    }
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return { code: 'inexact', reason: fault.message }
  }
}

function lotFor({ options, lot }: Election, asked: Asked): Lot {
  if (asked.lot.trim() === '') return lot ?? null
  const ids = options.map(({ id }) => id)
  return drawLot(seedOf(asked.lot), ids)
}
