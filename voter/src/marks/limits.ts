import { limits } from '../../../shared/marks.ts'
import type { Question } from '../../../shared/vote.ts'
import { t } from '../lib/speech.ts'

/** How many options a ballot takes, as it is said over them. */
export function limitsOf(question: Question): string {
  const { least, most } = limits(question)
  if (least === most) return t('chooseExactly', { most })
  return least === 1 ? t('chooseUpTo', { most }) : t('chooseBetween', { least, most })
}
