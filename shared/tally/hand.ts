import { limits } from '../marks.ts'
import { takesHands } from '../method.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Question } from '../vote.ts'
import type { Count } from './choice.ts'

/** Votes of people without a device, as the facilitator counted them in the room (L09, D33). */
export interface HandCount {
  people: number
  counts: Count[]
}

/**
 * May these votes be counted beside the ballots? They are shown apart, so in a secret question they
 * are a group of their own, which may not be smaller than any other (D53).
 */
export function checkHand(question: Question, { people, counts }: HandCount): Result<null> {
  const { options, names } = question
  if (!takesHands(question.method)) return refuse('hand/method')
  const inOrder =
    counts.length === options.length && counts.every(({ id }, place) => id === options[place]?.id)
  if (!inOrder) return refuse('hand/odd', { people })
  const { least, most } = limits(question)
  const marks = counts.reduce((sum, { count }) => sum + count, 0)
  const isPossible =
    marks >= least * people &&
    marks <= most * people &&
    counts.every(({ count }) => count <= people)
  if (!isPossible) return refuse('hand/odd', { people })
  if (names === 'secret' && people < question.least)
    return refuse('hand/too-few', { least: question.least })
  return ok(null)
}

/** Ballots and hands together. */
export function together(counts: readonly Count[], hand: HandCount | undefined): Count[] {
  return counts.map((each) => ({
    ...each,
    count: each.count + (hand?.counts.find(({ id }) => id === each.id)?.count ?? 0),
  }))
}
