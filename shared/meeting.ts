import type { FloorView } from './floor.ts'
import type { JoinCode, QuestionId } from './ids.ts'
import type { Count } from './tally/choice.ts'
import type { Electorate } from './tally/decision.ts'
import type { Tally } from './tally/counted.ts'
import type { TextCount } from './tally/texts.ts'
import type { Opening, Question } from './vote.ts'
import type { Weights } from './weights.ts'

/**
 * draft: only the desk sees it. open: ballots are taken. closing: time is up, ballots on their way
 * still count. closed: the latch has fallen. sealed: ballots have lost their owners. revealed: counted
 * before everybody.
 */
export type QuestionState = 'draft' | 'open' | 'closing' | 'closed' | 'sealed' | 'revealed'

/** How the count stands that a reveal asked for: it runs, or why it came to nothing. */
export type CountState = 'running' | 'faulted' | 'too-long' | 'no-memory'

/** What the room was shown at the seal: how many ballots, and the print of their list (D15). */
export interface Seal {
  size: number
  /** Null for a test: nothing is proved of it. */
  fingerprint: string | null
}

/** What a round came to. */
export interface Round {
  tally: Tally
  /** Who might have voted, as it was at the close. */
  electorate: Electorate | null
}

/** The question that everybody looks at. Times are the server's, in milliseconds since 1970. */
export interface Stage {
  question: Question
  state: Exclude<QuestionState, 'draft'>
  /** When it closes by itself; null: by hand. */
  deadline: number | null
  /** While closing: when the box takes no more. */
  latch: number | null
  /** While closed: until when it may be opened again; null: it is sealed at once (D48). */
  reopenUntil: number | null
  /** How often it was opened again. */
  reopenings: number
  /** SHA-256 of the frozen rules. */
  rulesHash: string
  /** What votes are counted in, where the list gives weights; absent: one vote each (D55). */
  weights?: Weights
  /** Who was here when it opened, where nobody else may vote; null: everybody who is admitted. */
  opening: Opening | null
  seal: Seal | null
  /** From the reveal on, and before it absent from the wire. */
  tally: Tally | null
  /** Who might have voted, from the reveal on. */
  electorate: Electorate | null
  /** From the reveal on, beside it: what the same question came to before (D61). */
  earlier: Round | null
  /** Answers in words that the facilitator lets the room read; absent: none so far. */
  texts?: ToldTexts
}

/** As many as screens and phones are told, the most frequent first; `more` are shown beside them. */
export interface ToldTexts {
  texts: readonly TextCount[]
  more: number
}

/** A question as it will stand before everybody once it opens; its clock begins at zero. */
export function asOpened(question: Question): Stage {
  return {
    question,
    state: 'open',
    deadline: question.seconds === null ? null : question.seconds * 1000,
    ...{ latch: null, reopenUntil: null, reopenings: 0, rulesHash: '', opening: null },
    ...{ seal: null, tally: null, electorate: null, earlier: null },
  }
}

/** What the reveal adds to a stage. */
export type Revealed = Round & Pick<Stage, 'earlier'>

/** What any page of a meeting knows. */
export interface MeetingView {
  /** Grows by one with every event that everybody gets; a gap asks for a new snapshot. */
  seq: number
  title: string
  code: JoinCode
  /** Nobody is let in but by the host's hand, and the big screen shows no QR. */
  locked: boolean
  stage: Stage | null
  /** Questions from the floor; absent: nobody wants any. */
  floor?: FloorView
}

/** Three true numbers, each with its own name (L03). */
export interface People {
  /** Devices with a live connection. */
  connected: number
  /** Who was let in: in person, so that a proxy is one. */
  checkedIn: number
  /** Seats that may be voted with, where these are not as many (D56). */
  seats?: number
  /** Seats with a ballot in the question on stage. */
  voted: number
}

export type MeetingEvent =
  | { type: 'question:opened'; seq: number; stage: Stage }
  | { type: 'question:closing'; seq: number; questionId: QuestionId; latch: number }
  /** The one deadline moved, or there is none any more (D49). */
  | { type: 'question:timer'; seq: number; questionId: QuestionId; deadline: number | null }
  /** Only where it may be opened again: else the seal follows at once and says it. */
  | { type: 'question:closed'; seq: number; questionId: QuestionId; until: number }
  | {
      type: 'question:reopened'
      seq: number
      questionId: QuestionId
      deadline: number | null
      reopenings: number
    }
  | { type: 'question:sealed'; seq: number; questionId: QuestionId; seal: Seal }
  | ({ type: 'question:revealed'; seq: number; questionId: QuestionId } & Revealed)
  /** The facilitator shows or hides answers in words (L11). */
  | { type: 'texts:changed'; seq: number; questionId: QuestionId; texts: ToldTexts }
  /** A result that was revealed earlier is before everybody again. */
  | { type: 'stage:shown'; seq: number; stage: Stage }
  /** The facilitator gave the meeting another name. */
  | { type: 'meeting:named'; seq: number; title: string }
  | { type: 'doors:locked'; seq: number; locked: boolean }
  | { type: 'floor:set'; seq: number; floor: FloorView }
  /** Screens and desks only, so it does not count: the stage is empty until the next opening. */
  | { type: 'stage:cleared'; seq: number }

/** What screens and consoles get besides, at a bounded pace. `counts` null: hidden, or not this time. */
export interface LiveTally {
  seq: number
  questionId: QuestionId | null
  people: People
  /** Closed now, the secret question on stage would be withheld: that few people voted, or by one weight. */
  few?: true
  counts: Count[] | null
  /** Requests for more time that nobody has granted yet; whose they are is known nowhere (D49). */
  asks: number
}

/**
 * The next view, or null where something was missed: then the page asks for a snapshot.
 * An event that the view already holds changes nothing.
 */
export function apply(view: MeetingView, event: MeetingEvent): MeetingView | null {
  if (event.type === 'stage:cleared')
    return event.seq === view.seq ? { ...view, stage: null } : null
  if (event.seq <= view.seq) return view
  if (event.seq !== view.seq + 1) return null
  if (!('questionId' in event)) {
    // What is told of the meeting has the names that the view has.
    const { type: _, ...told } = event
    return { ...view, ...told }
  }

  const { stage } = view
  if (stage?.question.id !== event.questionId) return null
  return { ...view, seq: event.seq, stage: { ...stage, ...changed(event) } }
}

type StageEvent = Extract<MeetingEvent, { questionId: QuestionId }>

function changed(event: StageEvent): Partial<Stage> {
  switch (event.type) {
    case 'question:closing':
      return { state: 'closing', latch: event.latch }
    case 'question:timer':
      return { deadline: event.deadline }
    case 'question:closed':
      return { state: 'closed', latch: null, reopenUntil: event.until }
    case 'question:reopened':
      return {
        state: 'open',
        deadline: event.deadline,
        reopenUntil: null,
        reopenings: event.reopenings,
      }
    case 'question:sealed':
      return { state: 'sealed', latch: null, reopenUntil: null, seal: event.seal }
    case 'question:revealed':
      return {
        state: 'revealed',
        tally: event.tally,
        electorate: event.electorate,
        earlier: event.earlier,
      }
    case 'texts:changed':
      return { texts: event.texts }
  }
}

export const MEETING_EVENTS = [
  'question:opened',
  'question:closing',
  'question:timer',
  'question:closed',
  'question:reopened',
  'question:sealed',
  'question:revealed',
  'texts:changed',
  'meeting:named',
  'doors:locked',
  'floor:set',
  'stage:shown',
  'stage:cleared',
] as const satisfies readonly MeetingEvent['type'][]
