import type { OptionId } from '../ids.ts'
import type { Of } from '../method.ts'
import { greedyRuleOf, type Spent } from '../tally/budget.ts'
import { votesOf } from '../tally/choice.ts'
import type { Counted } from '../tally/counted.ts'
import { together } from '../tally/hand.ts'
import type { GreedyReason } from '../tally/budget/greedy.ts'
import type { Ranked } from '../tally/ranked.ts'
import type { ShareReason } from '../tally/budget/share-reasons.ts'
import type { Question } from '../vote.ts'
import type { counts as koCounts } from '../words/counts/ko.ts'
import { say as sayOf, type Detailed, type Sentence } from '../words/index.ts'
import type { pictures as koPictures } from '../words/shared/pictures-ko.ts'
import { unitOf, type Weights } from '../weights.ts'
import { moneyText } from './figures.ts'
import { greedyWords } from './greedy.ts'
import { linksText } from './pairs.ts'
import type { Reader } from './rows.ts'
import { weightText } from './weights.ts'

/** A sentence of the words that belong to pictures. */
export type SayPicture = (key: keyof typeof koPictures, detail?: Detailed) => string

/** The sentences of every count. */
export type CountWords = {
  readonly [Part in keyof typeof koCounts]: Readonly<
    Record<keyof (typeof koCounts)[Part], Sentence>
  >
}

/** Who tells of a count: a reader, what is said of pictures, and the words of counts, once they are here. */
export interface Teller extends Reader {
  say: SayPicture
  counts: CountWords
  weights?: Weights | undefined
}

/** How the method counts, and of each option why it won or lost; none where nobody is elected by it. */
export function whyLines(
  teller: Teller,
  question: Question,
  counted: Counted,
): { method: string | null; reasons: string[] } {
  const { detail, outcome } = counted
  const { counts } = teller
  switch (detail?.type) {
    case 'runoff':
      return { method: sayOf(counts.runoff.method), reasons: rankedLines(teller, question, detail) }
    case 'stv':
      return { method: sayOf(counts.stv.method), reasons: rankedLines(teller, question, detail) }
    case 'schulze':
      return {
        method: sayOf(counts.schulze.method),
        reasons: rankedLines(teller, question, detail),
      }
    case 'borda':
      return {
        method: sayOf(counts.borda.method),
        reasons: rankedLines(teller, question, detail),
      }
    case 'greedy':
    case 'equal-shares': {
      const { method } = question
      const reasons = method.type === 'budget' ? spentLines(teller, question, method, detail) : []
      return {
        method: detail.type === 'greedy' ? null : sayOf(counts.shares.method),
        reasons,
      }
    }
    case 'score':
    case 'number':
    case 'text':
    case undefined:
      return { method: null, reasons: outcome ? electedLines(teller, question, counted) : [] }
  }
}

/** Names of the options of a question, by their ids. */
function namesIn({ nameOf }: Reader, { options }: Question): (id: OptionId) => string {
  const names = new Map(options.map((option) => [option.id, nameOf(option)]))
  return (id) => names.get(id) ?? id
}

function rankedLines(teller: Teller, question: Question, ranked: Ranked): string[] {
  const { counts, weights, language } = teller
  const nameOf = namesIn(teller, question)
  const heads = (votes: number) => (weights ? weightText(language, votes, weights) : votes)
  const parts = (votes: number) => (weights ? Math.floor(votes / unitOf(weights)) : votes)
  const lineOf = (id: OptionId): string | null => {
    const name = nameOf(id)
    if (ranked.type === 'runoff') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      if (reason.code === 'withdrawn') return sayOf(counts.runoff.withdrawn, { name })
      const { code, round, votes, needed } = reason
      const told = { name, round, votes: heads(votes), needed: heads(needed) }
      return sayOf(counts.runoff[code], told)
    }
    if (ranked.type === 'stv') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      const { code, stage, votes, quota } = reason
      return sayOf(counts.stv[code], { name, stage, votes: parts(votes), quota: parts(quota) })
    }
    if (ranked.type === 'schulze') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      const sentence = counts.schulze[`reason-${reason.code}`]
      if (!('by' in reason)) return sayOf(sentence, { name })
      const { by, votes, against } = reason
      const told = { name, by: nameOf(by), votes: heads(votes), against: heads(against) }
      if (reason.code === 'beaten') return sayOf(sentence, told)
      const links = linksText(teller.say, reason.chain, nameOf, (units) => `${heads(units)}`)
      return `${sayOf(sentence, told)} (${links})`
    }
    const reason = ranked.reasons[id]
    if (!reason) return null
    const told = { ...reason, parts: ranked.parts * (weights ? unitOf(weights) : 1), name }
    return sayOf(counts.borda[`reason-${reason.code}`], told)
  }
  return question.options.map(({ id }) => lineOf(id)).filter((line) => line !== null)
}

function spentLines(
  teller: Teller,
  question: Question,
  { purse, currency, rule }: Of<'budget'>,
  spent: Spent,
): string[] {
  const { counts, language, weights } = teller
  const nameOf = namesIn(teller, question)
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

/** By the most votes or points: every option against the last seat. */
function electedLines(teller: Teller, question: Question, counted: Counted): string[] {
  const { outcome, counts, hand } = counted
  if (!outcome) return []
  const { say, language, weights } = teller
  const nameOf = namesIn(teller, question)
  const all = together(counts, hand)
  const keyOf = new Map(all.map((each) => [each.id, votesOf(each)]))
  const figure = (id: OptionId) => {
    const key = keyOf.get(id) ?? 0
    const isPoints = all.some(({ points }) => points !== undefined)
    const read = weights ? weightText(language, key, weights) : key
    return isPoints ? say('pointsText', { points: read }) : say('votesText', { votes: read })
  }
  const tied = new Set(outcome.ties.flatMap(({ options }) => options))
  const [last] = [...outcome.winners, ...tied].sort((a, b) => keyOf.get(a)! - keyOf.get(b)!)
  return all.map(({ id, count }) => {
    const name = nameOf(id)
    const place = outcome.winners.indexOf(id) + 1
    const told = { name, figure: figure(id), place }
    if (count === 0) return say('unmarked', { name })
    if (tied.has(id) && outcome.state === 'tied') return say('undecided', told)
    if (tied.has(id)) return say(place > 0 ? 'lot-won' : 'lot-lost', told)
    return place > 0 ? say('won', told) : say('lost', { ...told, least: last ? figure(last) : '' })
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
