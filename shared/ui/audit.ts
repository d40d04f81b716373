import type { Question } from '../vote.ts'
import type { Detailed } from '../words/index.ts'

type Say = (key: 'totalsBy' | 'totalsOwner', detail?: Detailed) => string

/** Of which question totals alone are published, and who recounts it; empty where every ballot is. */
export function auditText(
  say: Say,
  { ballots, auditors }: Pick<Question, 'ballots' | 'auditors'>,
): string {
  if (ballots !== 'totals') return ''
  return auditors.trim() === '' ? say('totalsOwner') : say('totalsBy', { auditors })
}
