import type { Refusal } from '../../../shared/refusals.ts'
import type { Result } from '../../../shared/result.ts'
import type { KeptAnswer } from '../../../shared/wire/cast.ts'

const AGAIN_AFTER = 1500

/** How a cast ended, other than well. */
export type Outcome =
  | { type: 'elsewhere'; rev: number }
  /** `late`: nothing of this seat counts. `earlier`: the ballot before this change counts. */
  | { type: 'late' | 'earlier'; rev: number }
  | { type: 'refused'; refusal: Refusal }

/** What became of a ballot that saw the revision `basedOn`, by an answer that is final. */
export function fateOf(
  basedOn: number,
  answer: Result<KeptAnswer>,
): { type: 'counted'; rev: number } | Outcome {
  if (answer.ok) return { type: 'counted', rev: answer.value.rev }
  const { refusal } = answer
  const rev = Number(refusal.detail?.rev ?? refusal.detail?.countedRev ?? Number.NaN)
  if (refusal.code === 'ballot/changed-elsewhere') return { type: 'elsewhere', rev }
  if (refusal.code !== 'question/not-open' || Number.isNaN(rev)) return { type: 'refused', refusal }
  if (rev > basedOn) return { type: 'counted', rev }
  return { type: rev === 0 ? 'late' : 'earlier', rev }
}

/** Before the same ballot goes out again. */
export const pause = () =>
  new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER + Math.random() * AGAIN_AFTER))
