import type { Refusal } from '../../../shared/refusals.ts'

const AGAIN_AFTER = 1500

/** How a cast ended, other than well. */
export type Outcome =
  | { type: 'elsewhere'; rev: number }
  /** `late`: nothing of this seat counts. `earlier`: the ballot before this change counts. */
  | { type: 'late' | 'earlier'; rev: number }
  | { type: 'refused'; refusal: Refusal }

/** What became of a ballot that saw the revision `basedOn` and was refused for good. */
export function fateOf(
  basedOn: number,
  refusal: Refusal,
): { type: 'counted'; rev: number } | Outcome {
  const { code, detail } = refusal
  if (code === 'ballot/changed-elsewhere')
    return { type: 'elsewhere', rev: Number(detail?.rev ?? 0) }
  const rev = Number(detail?.countedRev)
  // Without a number it is not known what counts.
  if (code !== 'question/not-open' || !(rev >= 0)) return { type: 'refused', refusal }
  return { type: rev > basedOn ? 'counted' : rev > 0 ? 'earlier' : 'late', rev }
}

/** Before the same ballot goes out again. */
export const pause = () =>
  new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER + Math.random() * AGAIN_AFTER))
