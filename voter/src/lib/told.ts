import type { Stage } from '../../../shared/meeting.ts'

/** What the phone says first of a ballot with a name or a weight on it: what others will know (D55, D63). */
export function knownLater({ question, weights }: Pick<Stage, 'question' | 'weights'>) {
  const { names, namesFor } = question
  if (names === 'secret') return 'secretMore'
  if (names === 'open') return 'weightedOpen'
  if (namesFor === 'everyone') return 'namedForEveryone'
  // Weights are published for everybody: a rare one is as good as the name.
  return weights ? 'weightedForRoster' : 'namedForRoster'
}
