import type { OptionId } from '../../ids.ts'
import type { Of } from '../../method.ts'
import { greedyRuleOf, type Spent } from '../../tally/budget.ts'
import type { GreedyReason } from '../../tally/budget/greedy.ts'
import type { ShareReason } from '../../tally/budget/share-reasons.ts'
import type { Question } from '../../vote.ts'
import { say as sayOf, type Detailed } from '../../words/index.ts'
import type { pictures as koPictures } from '../../words/shared/pictures-ko.ts'
import { moneyText } from '../figures.ts'
import { namerOf } from '../options.ts'
import type { CountWords, Teller } from '../teller.ts'
import { weightText } from '../weights.ts'
import { greedyWords } from './greedy.ts'

/** Of each project why it is paid for or not. */
export function spentLines(
  teller: Teller,
  question: Question,
  { purse, currency, rule }: Of<'budget'>,
  spent: Spent,
): string[] {
  const { counts, language, weights } = teller
  const nameOf = namerOf(question.options, teller.nameOf)
  const money = (units: number) => moneyText(language, units, currency)
  if (spent.type === 'greedy') {
    if (rule.type !== 'greedy') return []
    const say = (key: keyof CountWords['greedy'], detail?: Detailed) =>
      sayOf(counts.greedy[key], detail)
    const votes = weights && { votes: (units: number) => weightText(language, units, weights) }
    const costOf = (id: OptionId) => question.options.find((each) => each.id === id)?.cost ?? 0
    return spent.lines.map((line) =>
      greedyWords({ say, money, ...votes, nameOf }, greedyRuleOf(purse, rule), {
        ...line,
        cost: costOf(line.id),
      }),
    )
  }
  return question.options.flatMap(({ id }) => {
    const reason = spent.reasons[id]
    if (!reason) return []
    const told = {
      ...('price' in reason && { price: money(reason.price) }),
      ...('missing' in reason && { missing: money(reason.missing) }),
    }
    return [sayOf(counts.shares[reason.code], { ...reason, ...told, name: nameOf(id) })]
  })
}

/** Why a project is not paid for, in two or three words; null: it is. */
export function shortReason(spent: Spent, id: OptionId): ShortReason | null {
  if (spent.winners.includes(id)) return null
  const code =
    spent.type === 'greedy'
      ? spent.lines.find((line) => line.id === id)?.reason.code
      : spent.reasons[id]?.code
  return code === undefined ? null : SHORT[code]
}

type ShortReason = Extract<keyof typeof koPictures, `short${string}`>

/** Every reason there is: a new one asks for its words. */
const SHORT: Record<GreedyReason['code'] | ShareReason['code'], ShortReason | null> = {
  ...{ chosen: null, 'chosen-over': null, 'chosen-leftover': null },
  ...{ bought: null, completed: null, 'by-votes': null },
  ...{ 'too-dear': 'shortMoney', cap: 'shortMoney', short: 'shortMoney', 'no-room': 'shortMoney' },
  ...{ 'after-stop': 'shortMoney', 'below-threshold': 'shortVotes', filtered: 'shortVotes' },
  ...{ unwanted: 'shortNobody', unsupported: 'shortNobody', conflict: 'shortOther' },
  ...{ withdrawn: 'shortWithdrawn', free: 'shortFree', tied: 'shortTied', undecided: 'shortTied' },
}
