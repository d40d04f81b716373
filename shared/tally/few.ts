import type { Question } from '../vote.ts'

/**
 * Would a group of so many people tell what each of them chose? (D53) Asked before a secret question
 * opens, while it runs and when it is counted.
 */
export function isFew(
  { names, least }: Pick<Question, 'names' | 'least'>,
  people: number,
): boolean {
  return names === 'secret' && people < least
}
