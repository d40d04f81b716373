import { writeCsv } from '../../shared/formats/csv.ts'
import { checkedWords, ruleWords } from '../../shared/ui/rule.ts'
import { verdictWords } from '../../shared/ui/verdict.ts'
import type { Minutes, MinutesQuestion } from '../../shared/wire/minutes.ts'
import { fromUnits } from '../../shared/weights.ts'
import type { Language } from '../../shared/words/index.ts'
import { OF_OPTION, rowsOfCount, type Row } from './minutes-rows.ts'
import { tongue, type Say, type Tongue } from './minutes-words.ts'

type Key = Parameters<Say>[0]
type Cell = string | number

const STATES = {
  draft: 'stateDraft',
  open: 'stateOpen',
  closing: 'stateClosing',
  closed: 'stateClosed',
  sealed: 'stateSealed',
} as const

/** What every row of one question says. */
const OF_QUESTION = [
  ...(['minutesNumber', 'minutesQuestion', 'minutesState', 'minutesVerdict'] as const),
  ...(['minutesMethod', 'minutesManner', 'minutesRule', 'minutesChecked'] as const),
  ...(['minutesOpened', 'minutesClosed', 'minutesEntitled', 'minutesPresent'] as const),
  ...(['minutesTurnout', 'minutesSpoiled', 'minutesReopened', 'minutesLate'] as const),
  ...(['minutesRoundOf', 'fingerprint', 'minutesKey'] as const),
  ...(['minutesEntitledWeight', 'minutesPresentWeight'] as const),
] satisfies Key[]

/** One row an option, with its question's facts on each: what a spreadsheet filters and adds up. */
export function minutesCsv({ questions, others }: Minutes, language: Language): string {
  const { speak, own } = tongue(language)
  const heading = [...OF_QUESTION, ...OF_OPTION].map((key) =>
    key === 'minutesOpened' || key === 'minutesClosed'
      ? `${speak(key)} ${speak('minutesZone')}`
      : speak(key),
  )
  const rows = questions.flatMap((each) => rowsOf({ speak, own, language }, each, questions))
  const blank = Array<Cell>(heading.length - 3).fill('')
  const unrevealed = others.map(({ place, title, state }) => [
    ...[place, title, speak(STATES[state])],
    ...blank,
  ])
  return writeCsv([heading, ...rows, ...unrevealed])
}

function rowsOf(
  reader: Tongue & { language: Language },
  asked: MinutesQuestion,
  all: readonly MinutesQuestion[],
): Cell[][] {
  const { result } = asked
  const facts = factsOf(reader.speak, asked, all)
  const rows = result.tally.state === 'counted' ? rowsOfCount(reader, asked, result.tally) : [{}]
  return rows.map((row: Row) => [...facts, ...OF_OPTION.map((name) => row[name] ?? '')])
}

function factsOf(speak: Say, asked: MinutesQuestion, all: readonly MinutesQuestion[]): Cell[] {
  const { question, result } = asked
  const { method, manner, decision } = ruleWords(speak, question, asked.weights !== undefined)
  const earlier = all.find((each) => each.question.id === question.roundOf)
  return [
    ...[asked.place, question.title, speak('stateRevealed'), verdictOf(speak, asked)],
    ...[method, manner, decision, checkedWords(speak, asked.presence)],
    ...[asked.openedAt ?? '', result.closedAt],
    ...[result.electorate.entitled, result.electorate.present],
    ...[result.turnout, result.spoiled, result.reopenings, asked.late],
    ...[earlier?.place ?? '', asked.fingerprint, result.keyId],
    ...heldBy(asked),
  ]
}

/** What those entitled and those present held together. */
function heldBy({ weights, result: { electorate } }: MinutesQuestion): Cell[] {
  if (!weights || !electorate.weights) return ['', '']
  const { entitled, present } = electorate.weights
  return [fromUnits(entitled, weights), fromUnits(present, weights)]
}

function verdictOf(speak: Say, { question, result: { tally } }: MinutesQuestion): string {
  if (tally.state === 'withheld') return speak('minutesWithheld')
  const { verdict } = tally
  return verdict && question.decision ? verdictWords(speak, verdict, question.decision).title : ''
}
