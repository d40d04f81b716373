import type { Marks } from '../../../shared/marks.ts'
import { ballotLines } from '../../../shared/ui/marks.ts'
import type { Question } from '../../../shared/vote.ts'
import { ownWords, speech, t } from '../lib/speech.ts'
import type { FirstForm, Form } from './form.ts'
import GroupedMarks from './GroupedMarks.svelte'
import NumberMarks from './NumberMarks.svelte'
import PointsMarks from './PointsMarks.svelte'
import PurseMarks from './PurseMarks.svelte'
import RankedMarks from './RankedMarks.svelte'
import ScoreMarks from './ScoreMarks.svelte'
import TextMarks from './TextMarks.svelte'

export { checkMarks } from '../../../shared/checks.ts'
export { stateOf } from './state.ts'

/** What the first vote does not need: ballots of every other form, in one file. */
export const forms = {
  budget: PurseMarks,
  grouped: GroupedMarks,
  number: NumberMarks,
  points: PointsMarks,
  ranked: RankedMarks,
  score: ScoreMarks,
  text: TextMarks,
} satisfies Record<Exclude<Form, FirstForm>, typeof RankedMarks>

/** A ballot as this phone's reader reads it. */
export function linesOf(question: Question, marks: Marks): string[] {
  return ballotLines({ language: speech.language, say: t, own: ownWords() }, question, marks)
}

export const words = {
  ko: () => import('../../../shared/words/voter/marks-ko.ts'),
  en: () => import('../../../shared/words/voter/marks-en.ts'),
}
