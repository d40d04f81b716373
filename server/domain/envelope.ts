import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { StampedAnswer } from '../../shared/ballot.ts'
import { fullest } from '../../shared/checks.ts'
import type { Stamp } from '../../shared/stamp.ts'
import type { Question } from '../../shared/vote.ts'

/**
 * One ballot as it lies in an open box: AES-256-GCM, of one size whatever was chosen, bound to box,
 * seat and revision, so that no row can be moved (D3). Key and nonce are arguments.
 */
export interface Bound {
  questionId: string
  seat: number
  rev: number
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const LENGTH_BYTES = 2
const STEP = 64

/** Bytes that hold the largest ballot of these questions, whichever of these stamps it gets. */
export function envelopeSize(
  questions: readonly Question[],
  stamps: readonly Stamp[] = [],
): number {
  const lengths = stamps.map((stamp) => Buffer.byteLength(JSON.stringify(stamp)))
  const longest = stamps[lengths.indexOf(Math.max(...lengths))]
  const largest: StampedAnswer[] = questions.map((question) => ({
    ...longest,
    questionId: question.id,
    marks: fullest(question),
    nonce: '0'.repeat(32) as StampedAnswer['nonce'],
  }))
  return Math.ceil((Buffer.byteLength(encode(largest)) + LENGTH_BYTES) / STEP) * STEP
}

export function sealEnvelope(
  key: Uint8Array,
  nonce: Uint8Array,
  { size, bound, answers }: { size: number; bound: Bound; answers: readonly StampedAnswer[] },
): Buffer {
  const text = Buffer.from(encode(answers))
  // Cut short, it would be acknowledged and could not be opened at the seal.
  if (text.length > size - LENGTH_BYTES)
    throw new RangeError('the ballot does not fit its envelope')
  // Out of Node's pool: memory of its own for each would cost more than filling it.
  const plain = Buffer.allocUnsafe(size)
  plain.fill(0, text.copy(plain, plain.writeUInt16BE(text.length, 0)) + LENGTH_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(label(bound))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The answers inside; throws where key, box, seat or revision is not the one it was sealed with. */
export function openEnvelope(key: Uint8Array, sealed: Buffer, bound: Bound): StampedAnswer[] {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(label(bound))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES)
  const plain = Buffer.concat([decipher.update(body), decipher.final()])
  return decode(plain.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + plain.readUInt16BE(0)))
}

export { NONCE_BYTES }

function label({ questionId, seat, rev }: Bound): Buffer {
  return Buffer.from(`${questionId}|${seat}|${rev}`)
}

/** A stamp stands behind the nonce, and nothing where there is none. */
type Row = [...Sent, Stamp?]
type Sent = [StampedAnswer['questionId'], StampedAnswer['marks'], StampedAnswer['nonce']]

function encode(answers: readonly StampedAnswer[]): string {
  return JSON.stringify(
    answers.map(({ questionId, marks, nonce, ...stamp }): Row => {
      const row: Sent = [questionId, marks, nonce]
      return Object.keys(stamp).length > 0 ? [...row, stamp] : row
    }),
  )
}

function decode(text: string): StampedAnswer[] {
  const rows = JSON.parse(text) as Row[]
  return rows.map(([questionId, marks, nonce, stamp]) => ({ questionId, marks, nonce, ...stamp }))
}
