import { z } from 'zod'
import type { QuestionId } from '../ids.ts'
import type { Marks } from '../marks.ts'
import type { Electorate } from '../tally/decision.ts'
import type { HandCount } from '../tally/hand.ts'
import type { Tally } from '../tally/counted.ts'
import type { PublicStamp } from '../stamp.ts'
import type { Question } from '../vote.ts'

/** Every HTTP request and response. A refusal is problem+json (RFC 9457) with `code` and `detail`. */

/** A link out of a browser's address: for the desk once, for a screen or a helper's device as often as wanted. */
export const claimSchema = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9._-]{16,200}$/) })

export interface Claimed {
  role: 'facilitator' | 'screen' | 'helper'
}

/** What is signed at the seal, before anything can be seen (D13). */
export interface SealHead {
  questionId: QuestionId
  rulesHash: string
  size: number
  root: string
}

/** What is signed at the reveal. `closedAt` is cut to the minute. */
export interface ResultHead {
  seal: SealHead
  tally: Tally
  /** Rows of turnout: equals the size of the list (D18). */
  turnout: number
  spoiled: number
  electorate: Electorate
  /** Counted by hand, beside the list; absent where nobody was, or the count is withheld. */
  hand?: HandCount
  /** Of the lot, where the rules committed to one: options in order of HMAC-SHA256(seed, id). */
  lotSeed?: string
  reopenings: number
  closedAt: string
  keyId: string
}

/** A ballot that is not shown, as its question's rule says: without marks and nonce, so that nothing can be tried out. */
export interface NamedLeaf extends PublicStamp {
  leaf: string
}

/** One published ballot; `nonce` is absent where receipts are `none`. */
export interface PublishedBallot extends NamedLeaf {
  marks: Marks
  nonce?: string
}

/**
 * All that a recount needs, from the reveal on. A withheld question carries no ballots, one of totals
 * alone only leaves (P9); an auditor's file is the same with every ballot.
 */
export interface PublishedQuestion {
  question: Question
  rules: unknown
  seal: SealHead
  sealSignature: string
  result: ResultHead
  resultSignature: string
  /** The nonce's stand-in where receipts are `none`, as 32 hex digits; null: it would tell what is hidden. */
  salt: string | null
  ballots: PublishedBallot[] | null
  /** The rest of the list, by leaf as well; absent: there is none. */
  hidden?: NamedLeaf[]
}

/** Ed25519 public key, SPKI as base64. */
export interface PublicKeys {
  keys: { keyId: string; publicKey: string }[]
}
