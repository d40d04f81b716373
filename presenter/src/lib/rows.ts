import { rowsOf as rowsFor, type Beside, type Known, type Row } from '../../../shared/ui/rows.ts'
import type { Question } from '../../../shared/vote.ts'
import { nameOf, speech } from './speech.ts'

export type { Row }

/** The rows of a question for whoever reads this page. */
export const rowsOf = (question: Question, known?: Known, beside?: Beside): Row[] =>
  rowsFor({ language: speech.language, nameOf }, question, known, beside)
