import { call } from '../../../shared/client/api.ts'
import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { Leaf, Nonce } from '../../../shared/ids.ts'
import { canonical, leaf } from '../../../shared/leaf.ts'
import { fingerprint, rootOf } from '../../../shared/proof.ts'
import type { Stage } from '../../../shared/meeting.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { listLeaf } from '../../../shared/stamp.ts'
import { commitmentTo, lotOf } from '../../../shared/tally/lot.ts'
import { tally } from '../../../shared/tally/index.ts'
import type { PublishedBallot, PublishedQuestion } from '../../../shared/wire/api.ts'

/** What this phone found when it counted again. Each is a claim of its own. */
export interface Recount {
  ballots: number
  /** Every ballot is the one its entry in the list names. */
  leaves: boolean
  /** The list is the one the seal names. */
  root: boolean
  /** The seal is the one the room saw. */
  fingerprint: boolean
  /** The published count is the count of the list. */
  counts: boolean
  /** This phone's ballots, all of them; null where there is none to look for. */
  mine: boolean | null
}

/** Null: withheld, so there is no list to count. */
export async function recount(
  stage: Stage,
  mine: readonly HeldBallot[],
): Promise<Result<Recount | null>> {
  const path = `/api/questions/${stage.question.id}/result`
  const published = await call<PublishedQuestion>('GET', path)
  if (!published.ok) return published
  const { ballots } = published.value
  return ok(ballots && compare(stage, published.value, ballots, mine))
}

function compare(
  { question, seal, tally: shown }: Stage,
  published: PublishedQuestion,
  ballots: readonly PublishedBallot[],
  mine: readonly HeldBallot[],
): Recount {
  const sent = ballots.map(({ marks, nonce }) =>
    leaf(question.id, marks, (nonce ?? published.salt) as Nonce),
  )
  const leaves = ballots.map((ballot) => ballot.leaf as Leaf).sort()
  const { result, rules } = published
  const lot = lotOf(question, result.lotSeed)
  const counted = canonical(tally(question, ballots, { ...result, lot }))
  return {
    ballots: ballots.length,
    leaves: ballots.every((ballot, place) => listLeaf(sent[place]!, ballot) === ballot.leaf),
    root: rootOf(leaves) === published.seal.root && leaves.length === published.seal.size,
    fingerprint: fingerprint(published.seal) === seal?.fingerprint,
    counts:
      isCommitted(rules, result.lotSeed) &&
      counted === canonical(result.tally) &&
      counted === canonical(shown),
    mine: mine.length === 0 ? null : mine.every((held) => sent.includes(held.leaf)),
  }
}

/** Was the seed of the lot fixed before anybody voted? */
function isCommitted(rules: unknown, seed: string | undefined): boolean {
  const { lot } = rules as { lot?: string }
  return seed === undefined ? lot === undefined : lot === commitmentTo(seed)
}
