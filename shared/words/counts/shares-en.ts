import { detailIn, plural, type Sentence } from '../index.ts'
import type { shares as koShares } from './shares-ko.ts'

const n = detailIn('en')
type Value = number | string | undefined
const peopleOf = (people: Value) =>
  `${n(people)} ${plural('en', Number(people), { one: 'person', other: 'people' })}`
const votesOf = (votes: Value) =>
  `${n(votes)} ${plural('en', Number(votes), { one: 'vote', other: 'votes' })}`
/** What a price is for: one person's mark, or one point. */
const each = (per: Value) => (per === 'point' ? 'a point' : 'a person')

export const shares = {
  method:
    'The money is divided equally among all who voted. Bought first, again and again, is the project that its supporters can pay for at the least burden; they pay for it in equal parts, out of their shares.',

  bought: ({ name, round, people, price, per }) =>
    `${n(name)}: chosen as number ${n(round)}; ${peopleOf(people)} who supported it shared the cost, at most ${n(price)} ${each(per)}`,
  completed: ({ name }) =>
    `${n(name)}: chosen because everything that anybody supported fits into the money`,
  'by-votes': ({ name }) => `${n(name)}: chosen by its number of votes, within the money`,
  'no-room': ({ name, missing }) =>
    `${n(name)}: not chosen; by number of votes, what was then left was ${n(missing)} less than it costs`,
  short: ({ name, missing }) =>
    `${n(name)}: not chosen; all that its supporters had left was ${n(missing)} less than it costs`,
  unsupported: ({ name }) => `${n(name)}: not chosen, nobody supported it`,
  filtered: ({ name, votes, needed }) =>
    `${n(name)}: left out; a project of this cost needs ${votesOf(needed)} and had ${n(votes)}`,
  withdrawn: ({ name }) => `${n(name)}: withdrawn, so it was not counted`,
  free: ({ name }) => `${n(name)}: costs nothing to share, so it was not counted`,
  tied: ({ name }) => `${n(name)}: undecided, tied with no rule to break the tie`,
  undecided: ({ name }) => `${n(name)}: undecided, because a tie before it could not be broken`,
} satisfies Record<keyof typeof koShares, Sentence>
