import { isTelling } from '../../../shared/patterns.ts'
import type { Question } from '../../../shared/vote.ts'
import { t } from './speech.ts'

/** What will be published of ballots that say enough to be recognised; empty of all others. */
export function publishedText(question: Question): string {
  const { ballots, auditors } = question
  if (ballots === 'totals') return t('willTotals', { auditors: auditors || t('totalsSeenByOwner') })
  return isTelling(question) ? t('willPublish') : ''
}
