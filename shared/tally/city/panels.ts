import type { OptionId } from '../../ids.ts'
import type { Ballots } from '../election/election.ts'
import { fraction, minus, over, plus, times, ZERO, type Fraction } from '../fraction.ts'
import { highest, levels } from '../highest.ts'
import { keysOf, type Key } from '../keys.ts'
import type { Lot, Outcome } from '../terms.ts'

/** Several groups vote apart, and each has a part of the say: Seoul 2018 had citizens 50, committee 40, school 10. */
export interface PanelRule {
  /** Whole numbers that are 100 together. */
  panels: readonly { id: string; weight: number }[]
  /** What an option gets in a panel. */
  key: Key
  /** What that is a part of: all that the panel gave, or its ballots, blank ones too. */
  whole: 'given' | 'ballots'
  /** Where a panel gave nothing: the others share its weight as they stand, or nothing is decided. */
  void: 'share' | 'none'
  seats: number
}

/** What one panel says of an option: `points` of the 100, exact; null where the panel is void. */
export interface PanelPart {
  panel: string
  key: number
  whole: number
  points: Fraction | null
}

export type PanelReason =
  | { code: 'elected'; place: number }
  /** So many points behind the last who won. */
  | { code: 'behind'; place: number; by: Fraction }
  /** As many points as these, and not seats enough: the lot decided, or nothing did. */
  | { code: 'lot-won' | 'lot-lost' | 'tied'; place: number; with: readonly OptionId[] }
  | { code: 'unwanted' }
  /** Panels that gave nothing, where the rule then decides nothing. */
  | { code: 'void'; panels: readonly string[] }

export interface PanelLine {
  id: OptionId
  /** Of 100, exact; over the panels that are not void. */
  points: Fraction
  parts: readonly PanelPart[]
  reason: PanelReason
}

export interface Panels extends Outcome {
  /** Panels that gave nothing. */
  void: readonly string[]
  /** From most points to least. */
  lines: readonly PanelLine[]
}

/**
 * Weighted panels: an option's part of each panel times the panel's weight, added up. All sums are
 * compared over one denominator, as whole numbers. Whom no panel wants wins nothing. Throws where the
 * weights are not whole, positive and 100 together, a panel has no ballots given, or a key is below zero.
 */
export function countPanels(
  rule: PanelRule,
  options: readonly OptionId[],
  ballots: ReadonlyMap<string, Ballots>,
  lot: Lot,
): Panels {
  checkWeights(rule)
  const counted = rule.panels.map((panel) => countPanel(rule, { panel, options, ballots }))
  const filled = counted.filter(({ whole }) => whole > 0)
  const weight = filled.reduce((sum, { panel }) => sum + panel.weight, 0)
  const empty = counted.filter(({ whole }) => whole === 0).map(({ panel }) => panel.id)
  const isVoid = filled.length === 0 || (rule.void === 'none' && empty.length > 0)

  const points = new Map(
    options.map((id) => [id, filled.map((each) => pointsOf(each, id, weight))]),
  )
  const sums = new Map([...points].map(([id, each]) => [id, each.reduce(plus, ZERO)]))
  const denominator = filled.reduce((all, { whole }) => all * BigInt(whole), BigInt(weight))
  const keys = new Map([...sums].map(([id, { n, d }]) => [id, n * (denominator / d)]))
  const wanted = new Map([...keys].filter(([, key]) => key > 0n))
  const nothing: Outcome = { state: 'none', winners: [], ties: [] }
  const outcome = isVoid ? nothing : highest(wanted, rule.seats, lot)

  const order = levels(keys)
  const place = (id: OptionId) => order.slice(0, levelOf(order, id)).flat().length + 1
  const reason = (id: OptionId): PanelReason => {
    if (isVoid) return { code: 'void', panels: empty }
    return wanted.has(id) ? reasonOf(outcome, { id, place: place(id), sums }) : { code: 'unwanted' }
  }
  return {
    ...outcome,
    void: empty,
    lines: order.flat().map((id) => ({
      id,
      points: sums.get(id)!,
      parts: counted.map(({ panel, keys: given, whole }): PanelPart => {
        const at = filled.findIndex((each) => each.panel === panel)
        const own = at < 0 ? null : points.get(id)![at]!
        return { panel: panel.id, key: given.get(id)!, whole, points: own }
      }),
      reason: reason(id),
    })),
  }
}

interface CountedPanel {
  panel: PanelRule['panels'][number]
  keys: ReadonlyMap<OptionId, number>
  whole: number
}

function countPanel(
  rule: PanelRule,
  given: {
    panel: PanelRule['panels'][number]
    options: readonly OptionId[]
    ballots: ReadonlyMap<string, Ballots>
  },
): CountedPanel {
  const { panel, options } = given
  const ballots = given.ballots.get(panel.id)
  if (!ballots) throw new RangeError(`no ballots of the panel ${panel.id}`)
  const keys = keysOf(rule.key, options, ballots)
  const each = [...keys.values()]
  if (each.some((key) => key < 0)) throw new RangeError(`a part below zero in ${panel.id}`)
  const sum = each.reduce((all, key) => all + key, 0)
  const cast = ballots.piles.reduce((all, { count }) => all + count, 0)
  return { panel, keys, whole: sum > 0 && rule.whole === 'ballots' ? cast : sum }
}

/** The weights of void panels go to the others in the proportion of theirs. */
function pointsOf({ panel, keys, whole }: CountedPanel, id: OptionId, weight: number): Fraction {
  return over(times(fraction(keys.get(id)!, whole), BigInt(panel.weight * 100)), BigInt(weight))
}

const levelOf = (order: readonly OptionId[][], id: OptionId) =>
  order.findIndex((level) => level.includes(id))

function reasonOf(
  { winners, ties }: Outcome,
  { id, place, sums }: { id: OptionId; place: number; sums: ReadonlyMap<OptionId, Fraction> },
): PanelReason {
  const tie = ties.find(({ options }) => options.includes(id))
  const hasWon = winners.includes(id)
  if (tie) {
    const lot = hasWon ? 'lot-won' : 'lot-lost'
    const others = tie.options.filter((other) => other !== id)
    return { code: tie.resolvedBy === 'lot' ? lot : 'tied', place, with: others }
  }
  if (hasWon) return { code: 'elected', place }
  const last = [...winners, ...ties.flatMap(({ options }) => options)].map((each) =>
    sums.get(each)!,
  )
  return { code: 'behind', place, by: minus(last.reduce(least), sums.get(id)!) }
}

const least = (a: Fraction, b: Fraction) => (a.n * b.d < b.n * a.d ? a : b)

function checkWeights({ panels }: PanelRule): void {
  const isWhole = panels.every(({ weight }) => Number.isSafeInteger(weight) && weight > 0)
  const sum = panels.reduce((all, { weight }) => all + weight, 0)
  if (!isWhole || sum !== 100) throw new RangeError(`weights that are ${sum} together`)
  if (new Set(panels.map(({ id }) => id)).size < panels.length)
    throw new RangeError('a panel twice')
}
