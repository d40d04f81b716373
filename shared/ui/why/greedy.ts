import type { OptionId } from '../../ids.ts'
import type { GreedyLine, GreedyReason, GreedyRule } from '../../tally/budget/greedy.ts'
import type { greedy as koGreedy } from '../../words/counts/greedy-ko.ts'
import type { Detailed } from '../../words/index.ts'

type Key = keyof typeof koGreedy
type Say = (key: Key, detail?: Detailed) => string

/** How the numbers of a count are told: money with its currency, projects by their names. */
export interface GreedySpeech {
  say: Say
  money: (units: number) => string
  /** Votes by weight as they are read; without it they are heads. */
  votes?: (units: number) => string
  nameOf: (id: OptionId) => string
}

/** What greedy says of a project; `cost` is the project's own, 0 where it was withdrawn. */
export function greedyWords(
  { say, money, votes, nameOf }: GreedySpeech,
  rule: GreedyRule,
  { id, key, reason, cost }: GreedyLine & { cost: number },
): string {
  const counted = (count: number) =>
    say(rule.key.by === 'votes' ? 'key-votes' : 'key-points', { count: votes?.(count) ?? count })
  const [sentence, detail] = sentenceOf(reason, { rule, counted, money, nameOf })
  return say(sentence, { name: nameOf(id), key: counted(key), cost: money(cost), ...detail })
}

type Telling = Omit<GreedySpeech, 'say' | 'votes'> & {
  rule: GreedyRule
  counted: (count: number) => string
}

function sentenceOf(
  reason: GreedyReason,
  { rule, counted, money, nameOf }: Telling,
): [Key, Detailed] {
  switch (reason.code) {
    case 'chosen':
      return ['chosen', { left: money(reason.left) }]
    case 'chosen-over': {
      const { numerator, denominator } = partOf(rule)
      const { left, over } = reason
      return ['chosen-over', { left: money(left), over: money(over), numerator, denominator }]
    }
    case 'chosen-leftover':
      return ['chosen-leftover', { left: money(reason.left) }]
    case 'too-dear':
      return ['too-dear', { left: money(reason.left), short: money(reason.short) }]
    case 'conflict':
      return ['conflict', { other: nameOf(reason.with) }]
    case 'cap': {
      const { of, name, most } = reason.cap
      const detail = {
        group: name,
        most: money(most),
        left: money(reason.left),
        short: money(reason.short),
      }
      return [of === 'category' ? 'cap-category' : 'cap-district', detail]
    }
    case 'below-threshold':
      return ['below-threshold', { least: counted(reason.threshold) }]
    case 'unwanted':
      return ['unwanted', {}]
    case 'withdrawn':
      return ['withdrawn', {}]
    case 'after-stop':
      return ['after-stop', { other: nameOf(reason.at) }]
    case 'tied':
      return ['tied', { others: reason.with.map(nameOf).join(', ') }]
    case 'undecided':
      return ['undecided', {}]
  }
}

/** Of another rule nothing is chosen over the budget. */
function partOf({ misfit }: GreedyRule): { numerator: number; denominator: number } {
  return typeof misfit === 'string' ? { numerator: 1, denominator: 1 } : misfit.over
}
