import { detailIn, type Sentence } from '../index.ts'
import type { borda as koBorda } from './borda-ko.ts'
import { pointsIn } from './parts.ts'

const n = detailIn('en')
const points = pointsIn('en')
const p = (own: number | string | undefined, parts: number | string | undefined) =>
  `${points(own, parts)} ${own === parts ? 'point' : 'points'}`

export const borda = {
  methodBorda:
    'On each ballot an option gets as many points as there are options below it. Those not ranked share what is left.',
  methodPlaces: ({ places }) =>
    `On each ballot the places from the first on are worth ${n(places)} points; who is not ranked gets none.`,
  points: ({ name, points, parts }) => `${n(name)}: ${p(points, parts)}`,
  decided: ({ names }) => `Elected: ${n(names)}`,
  tied: ({ names }) => `A tie leaves this undecided: ${n(names)}`,
  none: 'Nobody is elected',

  'reason-won': ({ name, points, parts }) => `${n(name)}: elected with ${p(points, parts)}`,
  'reason-lost': ({ name, points: own, least, parts }) =>
    `${n(name)}: not elected; ${p(own, parts)}, and the last seat went for ${points(least, parts)}`,
  'reason-lot-won': ({ name, points, parts }) =>
    `${n(name)}: tied with ${p(points, parts)}, and elected by a lot committed before the vote`,
  'reason-lot-lost': ({ name, points, parts }) =>
    `${n(name)}: tied with ${p(points, parts)}, and not elected by a lot committed before the vote`,
  'reason-tied': ({ name, points, parts }) =>
    `${n(name)}: tied with ${p(points, parts)}, and nothing breaks the tie`,
  'reason-none': ({ name }) => `${n(name)}: not elected; no ballot ranks anybody`,
} satisfies Record<keyof typeof koBorda, Sentence>
