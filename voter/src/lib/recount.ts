import { call } from '../../../shared/client/api.ts'
import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { Leaf, Nonce } from '../../../shared/ids.ts'
import { canonical, leaf } from '../../../shared/leaf.ts'
import { fingerprint, rootOf } from '../../../shared/proof.ts'
import type { Stage, ToldTexts } from '../../../shared/meeting.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { listLeaf } from '../../../shared/stamp.ts'
import { commitmentTo, lotOf } from '../../../shared/tally/lot.ts'
import type { Cast } from '../../../shared/tally/choice.ts'
import { tally } from '../../../shared/tally/index.ts'
import { mergedTexts, sameText } from '../../../shared/tally/texts.ts'
import type { Question } from '../../../shared/vote.ts'
import type { PublishedBallot, PublishedQuestion } from '../../../shared/wire/api.ts'

/** What this phone found when it counted again. Each is a claim of its own. */
export interface Recount {
  ballots: number
  /** Of these, how many the list names without saying what is on them: an answer is not shown. */
  hidden: number
  /** Every other ballot is the one its entry in the list names. */
  leaves: boolean
  /** The list is the one the seal names. */
  root: boolean
  /** The seal is the one the room saw. */
  fingerprint: boolean
  /** The published count is the count of the list; as far as it can be read. */
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
  { question, seal, tally: shown, texts }: Stage,
  published: PublishedQuestion,
  ballots: readonly PublishedBallot[],
  mine: readonly HeldBallot[],
): Recount {
  const { result, rules, salt, hidden = [] } = published
  const list = [...ballots, ...hidden]
  const leaves = list.map((ballot) => ballot.leaf as Leaf).sort()
  // Without nonce and salt a ballot can be counted, but not be told from another of its list.
  const provable = ballots.flatMap((ballot) => {
    const nonce = ballot.nonce ?? salt
    return nonce === null ? [] : [{ ...ballot, nonce: nonce as Nonce }]
  })
  const lot = lotOf(question, result.lotSeed)
  // Of ballots that are named only, their number is all that can be counted.
  const counted = hidden.length > 0 ? null : canonical(tally(question, ballots, { ...result, lot }))
  return {
    ballots: list.length,
    hidden: list.length - provable.length,
    leaves: provable.every(
      ({ marks, nonce, ...ballot }) =>
        listLeaf(leaf(question.id, marks, nonce), ballot) === ballot.leaf,
    ),
    root: rootOf(leaves) === published.seal.root && leaves.length === published.seal.size,
    fingerprint: fingerprint(published.seal) === seal?.fingerprint,
    counts:
      isCommitted(rules, result.lotSeed) &&
      (counted === null
        ? result.tally.ballots + result.spoiled === list.length
        : counted === canonical(result.tally)) &&
      canonical(result.tally) === canonical(shown) &&
      isShown(question, texts, { ballots, hidden }),
    mine:
      mine.length === 0
        ? null
        : mine.every((held) => list.some((ballot) => listLeaf(held.leaf, ballot) === ballot.leaf)),
  }
}

/** Does no answer that is shown stand on more ballots than were read, and on no fewer where all can be? */
function isShown(
  { method }: Question,
  texts: ToldTexts | undefined,
  { ballots, hidden }: { ballots: readonly Cast[]; hidden: readonly unknown[] },
): boolean {
  if (method.type !== 'text' || !texts) return true
  const { show } = method
  const counts = new Map(
    mergedTexts(show, ballots).map(({ text, count }) => [sameText(show, text), count]),
  )
  return texts.texts.every(({ text, count }) => {
    const found = counts.get(sameText(show, text)) ?? 0
    return hidden.length > 0 ? found <= count : found === count
  })
}

/** Was the seed of the lot fixed before anybody voted? */
function isCommitted(rules: unknown, seed: string | undefined): boolean {
  const { lot } = rules as { lot?: string }
  return seed === undefined ? lot === undefined : lot === commitmentTo(seed)
}
