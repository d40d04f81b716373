import { detailIn, plural, type Sentence } from '../index.ts'
import type { shares as koShares } from './shares-ko.ts'

const n = detailIn('en')
type Value = number | string | undefined
const peopleOf = (people: Value) =>
  `${n(people)} ${plural('en', Number(people), { one: 'person', other: 'people' })}`
const votesOf = (votes: Value) =>
  `${n(votes)} ${plural('en', Number(votes), { one: 'vote', other: 'votes' })}`
const timesOf = (times: Value) =>
  plural('en', Number(times), { one: 'once', other: `${n(times)} times` })
/** What a price is for: one person's mark, or one point. */
const each = (per: Value) => (per === 'point' ? 'a point' : 'a person')

export const shares = {
  method:
    'The money is divided equally among all who voted. Bought first, again and again, is the project that its supporters can pay for at the least burden; they pay for it in equal parts, out of their shares.',
  share: ({ share, voters }) => `${peopleOf(voters)} had an equal share of ${n(share)} each`,
  raised: ({ first, share, step, steps }) =>
    `To spend what was left, each share was raised from ${n(first)} by ${n(step)}, ${timesOf(steps)}, to ${n(share)}. Once more would have spent too much.`,
  kept: ({ better, worse }) =>
    `Compared with a count by votes alone: ${peopleOf(better)} got more of what they supported this way, ${n(worse)} by votes, so this result stands.`,
  replaced: ({ better, worse }) =>
    `Compared with a count by votes alone: ${peopleOf(better)} got more of what they supported this way, ${n(worse)} by votes, so the count by votes is the result.`,
  purchase: ({ round, name, cost, price, per }) =>
    `${n(round)}. ${n(name)}: costs ${n(cost)}, ${n(price)} ${each(per)}`,
  paid: ({ people, paid }) => `${peopleOf(people)} paid ${n(paid)} together`,
  'paid-all': ({ people, paid }) =>
    `${peopleOf(people)} gave all they had left, ${n(paid)} together`,
  none: 'No project is chosen',

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

  'tie-rule': ({ round, names }) =>
    `Equal for place ${n(round)} (${n(names)}): lower cost first, then more votes; where the order changes nothing all are chosen`,
  'tie-lot': ({ round, names }) =>
    `Equal for place ${n(round)} (${n(names)}): a lot committed before the vote decided`,
  'tie-tied': ({ round, names }) =>
    `Equal for place ${n(round)} (${n(names)}): no rule decides, so the count stopped`,
} satisfies Record<keyof typeof koShares, Sentence>
