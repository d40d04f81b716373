import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Leaf, Nonce, QuestionId } from './ids.ts'
import { ordered, type Marks } from './marks.ts'

/**
 * The hashes that phone, server and a recounting citizen share (D11 to D13, D17, D57).
 * Synchronous and without crypto.subtle, which plain http does not have.
 */

/** The domain separation of leaves: RFC 6962, section 2.1. */
const LEAF_PREFIX = Uint8Array.of(0)

/** What a leaf is made of. */
interface Hashed {
  questionId: QuestionId
  marks: Marks
  nonce: Nonce
}

/** JSON with sorted keys and no white space: the same value is always the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** One question's marks as they will be published: in the one order where their order says nothing. */
export function leaf(questionId: QuestionId, marks: Marks, nonce: Nonce): Leaf {
  return hashLeaf(canonical({ questionId, marks: ordered(marks), nonce }))
}

/** SHA-256 of a leaf's canonical text, apart from that of a node. */
export function hashLeaf(body: string): Leaf {
  return bytesToHex(sha256(concatBytes(LEAF_PREFIX, utf8ToBytes(body)))) as Leaf
}

/** By what a phone finds its ballot in the published lists, question by question. */
export function leavesOf({ answers }: { answers: readonly Hashed[] }): Leaf[] {
  return answers.map(({ questionId, marks, nonce }) => leaf(questionId, marks, nonce))
}
