import type { OptionId } from '../ids.ts'
import type { GreedyLine, GreedyReason, GreedyRule } from '../tally/greedy.ts'
import type { budget as koBudget } from '../words/counts/budget-ko.ts'
import type { Detailed } from '../words/index.ts'

type Key = keyof typeof koBudget
type Say = (key: Key, detail?: Detailed) => string

/** How the numbers of a count are told: money with its currency, projects by their names. */
export interface Told {
  say: Say
  money: (units: number) => string
  nameOf: (id: OptionId) => string
}

/** What greedy says of a project; `cost` is the project's own, 0 where it was withdrawn. */
export function greedyWords(
  { say, money, nameOf }: Told,
  rule: GreedyRule,
  { key, reason, cost }: GreedyLine & { cost: number },
): string {
  const counted = (count: number) =>
    say(rule.key.by === 'votes' ? 'keyVotes' : 'keyPoints', { count })
  const [sentence, detail] = partsOf(reason, { rule, counted, money, nameOf })
  return say(sentence, { key: counted(key), cost: money(cost), ...detail })
}

type Telling = Omit<Told, 'say'> & { rule: GreedyRule; counted: (count: number) => string }

function partsOf(reason: GreedyReason, { rule, counted, money, nameOf }: Telling): [Key, Detailed] {
  switch (reason.code) {
    case 'chosen':
      return ['greedyChosen', { left: money(reason.left) }]
    case 'chosen-over': {
      const { numerator, denominator } = partOf(rule)
      const { left, over } = reason
      return ['greedyChosenOver', { left: money(left), over: money(over), numerator, denominator }]
    }
    case 'chosen-leftover':
      return ['greedyChosenLeftover', { left: money(reason.left) }]
    case 'too-dear':
      return ['greedyTooDear', { left: money(reason.left), short: money(reason.short) }]
    case 'conflict':
      return ['greedyConflict', { other: nameOf(reason.with) }]
    case 'cap': {
      const { of, name, most } = reason.cap
      const detail = {
        name,
        most: money(most),
        left: money(reason.left),
        short: money(reason.short),
      }
      return [of === 'category' ? 'greedyCapCategory' : 'greedyCapDistrict', detail]
    }
    case 'below-threshold':
      return ['greedyBelow', { least: counted(reason.threshold) }]
    case 'unwanted':
      return ['greedyUnwanted', {}]
    case 'withdrawn':
      return ['greedyWithdrawn', {}]
    case 'after-stop':
      return ['greedyAfterStop', { other: nameOf(reason.at) }]
    case 'tied':
      return ['greedyTied', { others: reason.with.map(nameOf).join(', ') }]
    case 'undecided':
      return ['greedyUndecided', {}]
  }
}

/** Of another rule nothing is chosen over the budget. */
function partOf({ misfit }: GreedyRule): { numerator: number; denominator: number } {
  return typeof misfit === 'string' ? { numerator: 1, denominator: 1 } : misfit.over
}
