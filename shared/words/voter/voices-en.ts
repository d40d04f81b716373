import { detailIn, type Sentence } from '../index.ts'
import type { voices as koVoices } from './voices-ko.ts'

const n = detailIn('en')

export const voices = {
  seatOwn: 'Your own vote',
  seatOf: ({ name }) => `${n(name)}’s vote`,
  seatFor: 'You vote for them as their proxy',
  seatPlace: ({ place, count }) => `${n(place)} of ${n(count)}`,
  seatOwnFirst: ({ count }) =>
    count === 1
      ? 'The vote you hold as a proxy comes next'
      : `The ${n(count)} votes you hold as a proxy come next, one by one`,
  nextOwn: 'Now cast your own vote',
  nextOf: ({ name }) => `You also vote for ${n(name)}`,
  nextMore: 'Each vote you hold as a proxy is a ballot of its own. They may differ.',
  seatsCounted: ({ count }) => `All ${n(count)} votes are counted`,
  seatsUnsent: 'Some votes are not yet counted',
  seatsList: 'The votes you cast',
  stateCounted: 'Counted',
  stateUnsent: 'Not yet counted. It is sent again by itself.',
  stateNone: 'Not voted yet',
  stateAsked: 'Voted in another window',
  voteOwn: 'Cast your own vote',
  voteAs: ({ name }) => `Vote for ${n(name)}`,
  vote: 'Vote',
  look: 'Look',
  changeSeat: 'Change',
  back: 'See the other votes',
  gone: ({ name }) => `${n(name)} is here now and votes in person.`,
  othersTitle: 'Votes you hold as a proxy',
  othersCounted: 'Counted.',
  othersNone: 'Not voted.',
  othersUnsent: 'Not yet counted. Asking the server.',
} satisfies Record<keyof typeof koVoices, Sentence>
