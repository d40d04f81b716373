import { detailIn, plural, type Sentence } from '../index.ts'
import type { petition as koPetition } from './petition-ko.ts'

const n = detailIn('en')
const people = (count: number | string | undefined) =>
  `${n(count)} ${plural('en', Number(count), { one: 'person', other: 'people' })}`

export const petition = {
  met: ({ supporters, threshold }) =>
    `Met: supported by ${people(supporters)}, and ${n(threshold)} were needed`,
  'met-before': ({ supporters, threshold }) =>
    `Met: once there were the ${n(threshold)} that were needed. Some withdrew since, ${n(supporters)} are left, and by its rule it stays met`,
  'not-met': ({ supporters, threshold, missing }) =>
    `Not met: supported by ${people(supporters)}; of the ${n(threshold)} needed ${n(missing)} are missing`,
  outside: ({ count }) => `Not counted, because it was outside the time: ${people(count)}`,
} satisfies Record<keyof typeof koPetition, Sentence>
