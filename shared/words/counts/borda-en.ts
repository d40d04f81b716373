import { detailIn, type Sentence } from '../index.ts'
import type { borda as koBorda } from './borda-ko.ts'
import { pointsIn } from './parts.ts'

const n = detailIn('en')
const points = pointsIn('en')
const p = (own: number | string | undefined, parts: number | string | undefined) =>
  `${points(own, parts)} ${own === parts ? 'point' : 'points'}`

export const borda = {
  method:
    'On each ballot an option gets as many points as there are options below it. Those not ranked share what is left.',

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
