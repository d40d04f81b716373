import { leaf } from '../../shared/leaf.ts'
import type { Leaf } from '../../shared/ids.ts'
import { ordered } from '../../shared/marks.ts'
import { listLeaf, publicStamp } from '../../shared/stamp.ts'
import { openEnvelope } from '../domain/envelope.ts'
import { UnreadableBox, type Change, type SealedBallot } from '../ports.ts'
import type { BoxRow, EnvelopeRow } from './ballot-box.ts'

/** What lies in these envelopes; throws `UnreadableBox` where the key opens one of them not. */
export function openAll(
  { questionId }: Pick<BoxRow, 'questionId'>,
  key: Uint8Array,
  rows: readonly EnvelopeRow[],
): Change[] {
  try {
    return rows.map(({ seat, rev, sealed }) => ({
      seat,
      rev,
      answers: openEnvelope(key, sealed, { questionId, seat, rev }),
    }))
  } catch (cause) {
    throw new UnreadableBox(`the box of ${questionId} cannot be opened`, { cause })
  }
}

/** Ballots without owners, in order of leaf; equal leaves are told apart by their copy number (T8). */
export function split(box: BoxRow, changes: readonly Change[]): SealedBallot[] {
  const ballots = changes.flatMap(({ answers }) =>
    answers.map(({ questionId, marks, nonce, ...stamp }) => {
      const own = box.receipts === 'full'
      const sent = leaf(questionId, marks, own ? nonce : (box.salt as typeof nonce))
      const held = listLeaf(sent, publicStamp(stamp))
      return { leaf: held, copy: 0, marks: ordered(marks), nonce: own ? nonce : null, ...stamp }
    }),
  )
  ballots.sort((a, b) => (a.leaf < b.leaf ? -1 : a.leaf > b.leaf ? 1 : 0))
  let before: Leaf | null = null
  let copy = 0
  for (const ballot of ballots) {
    copy = ballot.leaf === before ? copy + 1 : 0
    ballot.copy = copy
    before = ballot.leaf
  }
  return ballots
}
