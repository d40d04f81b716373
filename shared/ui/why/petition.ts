import type { Petition, PetitionRule } from '../../tally/city/petition.ts'
import type { petition as koPetition } from '../../words/counts/petition-ko.ts'
import type { Detailed } from '../../words/index.ts'

type Say = (key: keyof typeof koPetition, detail?: Detailed) => string

/** What became of a petition, and whom it could not count. */
export function petitionWords(
  say: Say,
  { threshold }: PetitionRule,
  { isMet, supporters, missing, outside }: Petition,
): string[] {
  const detail = { threshold, supporters, missing }
  const met = supporters >= threshold ? 'met' : 'met-before'
  return [
    say(isMet ? met : 'not-met', detail),
    ...(outside > 0 ? [say('outside', { count: outside })] : []),
  ]
}
