import type { Refusal } from '../../../shared/refusals.ts'
import { t, why } from './speech.ts'

/** Where no ballot is on the way, so a silent server is said in other words. */
export function whyWithoutBallot(refusal: Refusal): string {
  return refusal.code === 'server/busy' || refusal.code === 'server/stopping'
    ? t('noAnswer')
    : why(refusal)
}
