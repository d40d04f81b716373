import type { OptionId } from '../../ids.ts'
import type { Lot, Outcome } from '../terms.ts'
import { greedy, type Greedy, type GreedyReason, type Project } from './greedy.ts'
import type { Market, Offer, Valuations } from './market.ts'
import type { ShareReason } from './share-reasons.ts'

/** Who won so far, what it costs, and of each project why. */
export interface Standing extends Outcome {
  cost: number
  reasons: ReadonlyMap<OptionId, ShareReason>
}

/** The same paper and ballots, for a count by votes; of the projects only what is `offers` is open to it. */
export interface ByVotes {
  offers: readonly Offer[]
  projects: readonly Project[]
  ballots: Valuations
  budget: number
  lot: Lot
}

/** What votes alone chose, how many people have more marked winners by shares, and how many fewer. */
export interface Comparison {
  byVotes: readonly OptionId[]
  better: number
  worse: number
  /** More are worse off: then what votes chose is the result. */
  isReplaced: boolean
}

/** Spends what is left by votes. `code`: why what it chooses is chosen. */
export function spendRest(
  standing: Standing,
  paper: ByVotes,
  code: 'completed' | 'by-votes',
): Standing {
  // Where all of it fits, the order in which it is bought decides nothing.
  if (standing.state === 'tied' && code === 'by-votes') return standing
  const offers = paper.offers.filter(({ id }) => !standing.winners.includes(id))
  const rest = buyByVotes({ ...paper, offers, budget: paper.budget - standing.cost })
  const later = rest.ties.map((tie) => ({ ...tie, stage: standing.winners.length + tie.stage }))
  return {
    state: rest.state === 'none' ? standing.state : rest.state,
    winners: [...standing.winners, ...rest.winners],
    ties: [...standing.ties, ...later],
    cost: standing.cost + rest.cost,
    reasons: new Map([...standing.reasons, ...reasonsOf(rest, code)]),
  }
}

/**
 * What votes alone choose replaces it where strictly more people have more marked winners there
 * (Wieliczka 2023). Where a tie leaves open what they choose, the result is open.
 */
export function compareByVotes(
  standing: Standing,
  market: Market,
  paper: ByVotes,
): Standing & { comparison: Comparison | null } {
  if (standing.state === 'tied') return { ...standing, comparison: null }
  const votes = buyByVotes(paper)
  const ties = [...standing.ties, ...votes.ties]
  if (votes.state === 'tied')
    return { ...standing, state: 'tied', winners: [], cost: 0, ties, comparison: null }
  const { better, worse } = peopleOf(market, standing.winners, votes.winners)
  const isReplaced = worse > better
  const comparison = { byVotes: votes.winners, better, worse, isReplaced }
  if (!isReplaced) return { ...standing, comparison }
  const reasons = new Map([...standing.reasons, ...reasonsOf(votes, 'by-votes')])
  return { state: votes.state, winners: votes.winners, ties, cost: votes.cost, reasons, comparison }
}

function buyByVotes({ offers, projects, ballots, budget, lot }: ByVotes): Greedy {
  const open = new Set(offers.map(({ id }) => id))
  return greedy(
    {
      budget,
      key: ballots.form === 'set' ? { by: 'votes' } : { by: 'points', unnamed: 0 },
      ...{ threshold: 0, takesUnwanted: false, misfit: 'skip' },
      ...{ conflicts: [], caps: [], spendsLeftover: false },
    },
    projects.map((project) => (open.has(project.id) ? project : { ...project, withdrawn: true })),
    ballots,
    lot,
  )
}

function reasonsOf({ lines }: Greedy, chosen: 'completed' | 'by-votes'): [OptionId, ShareReason][] {
  function told(reason: GreedyReason): ShareReason | null {
    if (reason.code === 'chosen') return { code: chosen }
    if (reason.code === 'too-dear') return { code: 'no-room', missing: reason.short }
    return reason.code === 'tied' || reason.code === 'undecided' ? { code: reason.code } : null
  }
  return lines.flatMap(({ id, reason }): [OptionId, ShareReason][] => {
    const why = told(reason)
    return why ? [[id, why]] : []
  })
}

/** Whoever has as many marked winners by both is in neither number. */
function peopleOf(
  { offers, heads }: Market,
  shares: readonly OptionId[],
  votes: readonly OptionId[],
): { better: number; worse: number } {
  const lead = new Int32Array(heads.length)
  for (const { id, tiers } of offers) {
    const more = Number(shares.includes(id)) - Number(votes.includes(id))
    if (more === 0) continue
    for (const { backers } of tiers) for (const purse of backers) lead[purse]! += more
  }
  const those = (isMeant: (more: number) => boolean) =>
    heads.reduce((sum, people, purse) => (isMeant(lead[purse]!) ? sum + people : sum), 0)
  return { better: those((more) => more > 0), worse: those((more) => more < 0) }
}
