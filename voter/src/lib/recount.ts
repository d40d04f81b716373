import { call } from '../../../shared/client/api.ts'
import { compare, type Claim, type Listed } from '../../../shared/client/compare.ts'
import type { HeldBallot } from '../../../shared/client/outbox.ts'
import { canonical, leavesOf } from '../../../shared/leaf.ts'
import { fingerprint } from '../../../shared/proof.ts'
import type { Stage, ToldTexts } from '../../../shared/meeting.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { listLeaf } from '../../../shared/stamp.ts'
import type { Cast } from '../../../shared/tally/choice.ts'
import { mergedTexts, sameText } from '../../../shared/tally/texts.ts'
import type { Question } from '../../../shared/vote.ts'
import type { PublishedQuestion } from '../../../shared/wire/api.ts'

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
  return ok(ballots && asSeen(stage, { ...published.value, ballots }, mine))
}

/** What the list says, beside what this phone was shown and what it cast. */
function asSeen(
  { question, seal, tally: shown, texts }: Stage,
  published: Listed,
  mine: readonly HeldBallot[],
): Recount {
  const { result, ballots, hidden = [] } = published
  const compared = compare(published)
  const list = [...ballots, ...hidden]
  const hold = (...claims: Claim[]) =>
    compared.lines.every(({ claim, holds }) => holds || !claims.includes(claim))
  return {
    ballots: compared.ballots,
    hidden: compared.hidden,
    leaves: hold('leaves'),
    root: hold('root', 'size'),
    fingerprint: hold('seal') && fingerprint(published.seal) === seal?.fingerprint,
    counts:
      hold('rules', 'lot', 'turnout', 'ballots', 'count', 'winners', 'whole') &&
      canonical(result.tally) === canonical(shown) &&
      isShown(question, texts, { ballots, hidden }),
    mine:
      mine.length === 0
        ? null
        : mine
            .flatMap(({ message }) => leavesOf(message))
            .every((leaf) => list.some((ballot) => listLeaf(leaf, ballot) === ballot.leaf)),
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
