import type { OptionId } from '../../ids.ts'
import type { Ranked } from '../../tally/ranked.ts'
import type { Question } from '../../vote.ts'
import { unitOf } from '../../weights.ts'
import { say } from '../../words/index.ts'
import { namerOf } from '../options.ts'
import { linksText } from '../pairs.ts'
import type { Teller } from '../teller.ts'
import { weightText } from '../weights.ts'

/** Of each option why it was elected or not, by a count of rankings. */
export function rankedLines(teller: Teller, question: Question, ranked: Ranked): string[] {
  const { counts, weights, language } = teller
  const nameOf = namerOf(question.options, teller.nameOf)
  const heads = (votes: number) => (weights ? weightText(language, votes, weights) : votes)
  const parts = (votes: number) => (weights ? Math.floor(votes / unitOf(weights)) : votes)
  const lineOf = (id: OptionId): string | null => {
    const name = nameOf(id)
    if (ranked.type === 'runoff') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      if (reason.code === 'withdrawn') return say(counts.runoff.withdrawn, { name })
      const { code, round, votes, needed } = reason
      const told = { name, round, votes: heads(votes), needed: heads(needed) }
      return say(counts.runoff[code], told)
    }
    if (ranked.type === 'stv') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      const { code, stage, votes, quota } = reason
      return say(counts.stv[code], { name, stage, votes: parts(votes), quota: parts(quota) })
    }
    if (ranked.type === 'schulze') {
      const reason = ranked.reasons[id]
      if (!reason) return null
      const sentence = counts.schulze[`reason-${reason.code}`]
      if (!('by' in reason)) return say(sentence, { name })
      const { by, votes, against } = reason
      const told = { name, by: nameOf(by), votes: heads(votes), against: heads(against) }
      if (reason.code === 'beaten') return say(sentence, told)
      const links = linksText(teller.say, reason.chain, nameOf, (units) => `${heads(units)}`)
      return `${say(sentence, told)} (${links})`
    }
    const reason = ranked.reasons[id]
    if (!reason) return null
    const told = { ...reason, parts: ranked.parts * (weights ? unitOf(weights) : 1), name }
    return say(counts.borda[`reason-${reason.code}`], told)
  }
  return question.options.map(({ id }) => lineOf(id)).filter((line) => line !== null)
}
