import type { OptionId } from '../../ids.ts'
import type { Pile, Ranking } from '../terms.ts'

/** Votes are counted in hundred-thousandths of a paper, as the order of 2007 does: five decimals. */
export const PAPER = 100_000

/** Papers that say the same; they always move together, so they have one value each. */
interface Sheaf {
  preferences: readonly OptionId[]
  count: number
  value: number
}

/** What one deed moved: to whom, to nobody for want of a next preference, and lost by cutting off decimals. */
export interface Transfer {
  to: Readonly<Record<OptionId, number>>
  nonTransferable: number
  lost: number
}

/** All papers, each with whom it counts for; numbers are hundred-thousandths of a paper. */
export interface Papers {
  readonly valid: number
  /** Papers without a first preference that can be read. */
  readonly invalid: number
  votesOf(id: OptionId): number
  /** Counts every valid paper for its first preference. */
  open(): Transfer
  /** Hands on what `id` has over the quota: all its papers, each at a part of its value. */
  handOn(id: OptionId, surplus: number, continuing: ReadonlySet<OptionId>): Transfer
  /** Hands on all that `id` has; its papers keep their values. */
  release(id: OptionId, continuing: ReadonlySet<OptionId>): Transfer
}

export function createPapers(options: readonly OptionId[], piles: Iterable<Pile<Ranking>>): Papers {
  const known = new Set(options)
  const first: Sheaf[] = []
  const held = new Map<OptionId, Sheaf[]>(options.map((id) => [id, []]))
  const votes = new Map<OptionId, number>(options.map((id) => [id, 0]))
  let [valid, invalid] = [0, 0]

  for (const { ballot, count } of piles) {
    const preferences = preferencesOf(ballot).filter((id) => known.has(id))
    if (preferences.length === 0) invalid += count
    else first.push({ preferences, count, value: PAPER })
    valid += preferences.length === 0 ? 0 : count
  }
  if (!Number.isSafeInteger(valid * PAPER)) throw new RangeError('more papers than can be counted')

  function deal(
    sheaves: readonly Sheaf[],
    continuing: ReadonlySet<OptionId>,
  ): Omit<Transfer, 'lost'> {
    const to: Record<OptionId, number> = {}
    let nonTransferable = 0
    for (const sheaf of sheaves) {
      const next = sheaf.preferences.find((id) => continuing.has(id))
      const moved = sheaf.count * sheaf.value
      if (next === undefined) nonTransferable += moved
      else {
        held.get(next)!.push(sheaf)
        votes.set(next, votes.get(next)! + moved)
        to[next] = (to[next] ?? 0) + moved
      }
    }
    return { to, nonTransferable }
  }

  /** Takes from `id` this many votes and all papers. */
  function take(id: OptionId, amount: number): readonly Sheaf[] {
    const sheaves = held.get(id)!
    held.set(id, [])
    votes.set(id, votes.get(id)! - amount)
    return sheaves
  }

  return {
    valid,
    invalid,
    votesOf: (id) => votes.get(id)!,
    open: () => ({ ...deal(first, known), lost: 0 }),
    handOn(id, surplus, continuing) {
      const all = BigInt(votes.get(id)!)
      const cut = (value: number) => Number((BigInt(value) * BigInt(surplus)) / all)
      const sheaves = take(id, surplus).map((each) => ({ ...each, value: cut(each.value) }))
      const dealt = deal(sheaves, continuing)
      return { ...dealt, lost: surplus - sum(sheaves) }
    },
    release(id, continuing) {
      const amount = votes.get(id)!
      return { ...deal(take(id, amount), continuing), lost: 0 }
    },
  }
}

const sum = (sheaves: readonly Sheaf[]) =>
  sheaves.reduce((all, { count, value }) => all + count * value, 0)

/**
 * A paper is good up to the first rank that several share or nobody has, or that names somebody again:
 * there it is non-transferable (order of 2007), and without a first preference invalid.
 */
function preferencesOf(ranking: Ranking): OptionId[] {
  const preferences: OptionId[] = []
  for (const rank of ranking) {
    const [id] = rank
    if (id === undefined || rank.length > 1 || preferences.includes(id)) break
    preferences.push(id)
  }
  return preferences
}
