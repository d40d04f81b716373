import type { OptionId } from '../../ids.ts'
import { votesOf } from '../../tally/choice.ts'
import type { Counted } from '../../tally/counted.ts'
import { together } from '../../tally/hand.ts'
import type { Question } from '../../vote.ts'
import { namerOf } from '../options.ts'
import type { Teller } from '../teller.ts'
import { weightText } from '../weights.ts'

/** By the most votes or points: every option against the last seat. */
export function electedLines(teller: Teller, question: Question, counted: Counted): string[] {
  const { outcome, counts, hand } = counted
  if (!outcome) return []
  const { say, language, weights } = teller
  const nameOf = namerOf(question.options, teller.nameOf)
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
