import { randomBytes } from 'node:crypto'
import type { BallotId, Nonce, OptionId, QuestionId, Seat } from '../../shared/ids.ts'
import { padded } from '../../shared/client/outbox.ts'
import { pause } from '../crowd/phone.ts'
import { frame, type Wire } from './wire.ts'

/** What is driven: the same on both sides. */
export interface Driven {
  readonly phones: readonly Wire[]
  onText: (text: Buffer) => void
}

export interface Casts {
  /** Milliseconds from each ballot to its answer, in the order of the answers. */
  times: number[]
  /** When each answer came. */
  answeredAt: number[]
  /** Milliseconds from the first ballot to the last answer. */
  lasted: number
}

const ACK = [...'43'].map((letter) => letter.charCodeAt(0))
const BRACKET = '['.charCodeAt(0)
const YES = 't'.charCodeAt(0)
/** From the bracket of `[{"ok":true` to its `t`. */
const TO_YES = 7
const SIGNED = '42["ballot:signed"'
const PATIENCE = 60_000

/** One ballot, ready to be written to the socket of its phone. */
export interface ReadyBallot {
  /** Which of a question's ballots: their number as a message of the socket, too. */
  number: number
  phone: number
  frame: Buffer
}

/** Endless ballots of one question, phone after phone: each later one of a phone changes its earlier. */
export function* ballotsOf(
  seats: readonly Seat[],
  questionId: QuestionId,
  options: readonly OptionId[],
): Generator<ReadyBallot, never> {
  for (let number = 0; ; number += 1) {
    const phone = number % seats.length
    const message = padded({
      questionId,
      seat: seats[phone]!,
      basedOn: Math.floor(number / seats.length),
      ballotId: randomBytes(16).toString('hex') as BallotId,
      answers: [
        {
          questionId,
          marks: [options[number % options.length]!],
          nonce: randomBytes(16).toString('hex') as Nonce,
        },
      ],
    })
    yield {
      number,
      phone,
      frame: frame(`42${number}["ballot:cast",${JSON.stringify(message)}]`),
    }
  }
}

/** The next so many, made before the clock starts. */
export function next(ballots: Iterator<ReadyBallot>, count: number): ReadyBallot[] {
  return Array.from({ length: count }, () => ballots.next().value as ReadyBallot)
}

/** Which ballot this text answers, and whether it was kept; null for everything else. */
export function answerIn(text: Buffer): { number: number; isKept: boolean } | null {
  if (text[0] !== ACK[0] || text[1] !== ACK[1]) return null
  const start = text.indexOf(BRACKET)
  return { number: Number(text.toString('latin1', 2, start)), isKept: text[start + TO_YES] === YES }
}

export interface Pace {
  /** Ballots without an answer at any time. */
  inFlight?: number
  /** Instead: ballots sent in a second, whatever is answered. */
  perSecond?: number
  /** Not over before every ballot has its signature too. */
  signed?: boolean
}

/** Casts all these ballots and waits for their answers. */
export async function cast(
  hall: Driven,
  ballots: readonly ReadyBallot[],
  { inFlight = ballots.length, perSecond, signed = false }: Pace,
): Promise<Casts> {
  const sentAt = new Map<number, number>()
  const times: number[] = []
  const answeredAt: number[] = []
  let sent = 0
  let unsigned = signed ? ballots.length : 0
  let refused: string | null = null
  const send = () => {
    const { number, phone, frame } = ballots[sent]!
    sentAt.set(number, performance.now())
    hall.phones[phone]!.write(frame)
    sent += 1
  }
  const done = new Promise<void>((resolve) => {
    hall.onText = (text) => {
      const answer = answerIn(text)
      if (answer) {
        if (!answer.isKept) refused ??= text.toString()
        answeredAt.push(performance.now())
        times.push(answeredAt.at(-1)! - sentAt.get(answer.number)!)
        if (perSecond === undefined && sent < ballots.length) send()
      } else if (unsigned > 0 && begins(text, SIGNED)) unsigned -= 1
      if (times.length === ballots.length && unsigned === 0) resolve()
    }
  })
  const start = performance.now()
  if (perSecond === undefined) while (sent < Math.min(inFlight, ballots.length)) send()
  else
    for (; sent < ballots.length; await pause(1)) {
      const due = ((performance.now() - start) / 1000) * perSecond
      while (sent < Math.min(due, ballots.length)) send()
    }
  await within(PATIENCE, done, () => `${times.length} of ${ballots.length} ballots were answered`)
  if (refused !== null) throw new Error(refused)
  return { times, answeredAt, lasted: performance.now() - start }
}

/** Listens for one frame at every phone: milliseconds from the first arrival to the last. */
export async function heard(
  hall: Driven,
  start: string,
  tell: () => unknown,
): Promise<{ text: string; spread: number }> {
  let first = 0
  let count = 0
  let text = ''
  const done = new Promise<void>((resolve) => {
    hall.onText = (frame) => {
      if (!begins(frame, start)) return
      if (count === 0) {
        first = performance.now()
        text = frame.toString()
      }
      count += 1
      if (count === hall.phones.length) resolve()
    }
  })
  await tell()
  await within(PATIENCE, done, () => `${count} of ${hall.phones.length} phones were told`)
  return { text, spread: performance.now() - first }
}

const begins = (text: Buffer, start: string) => text.toString('latin1', 0, start.length) === start

async function within(ms: number, work: Promise<void>, why: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(why()))
    }, ms)
  })
  await Promise.race([work, late]).finally(() => {
    clearTimeout(timer)
  })
}
