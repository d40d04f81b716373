import { detailIn, plural, type Sentence } from '../index.ts'
import type { ballotWords as koBallotWords, marksRefusals as ko } from './marks-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

/** Why a ballot that says more than which options is not taken: a phone carries it with such a question. */
export const marksRefusals = {
  'ballot/too-few-of': ({ group, missing }) => `Choose ${n(missing)} more from “${n(group)}”.`,
  'ballot/too-many-of': ({ group, over }) => `Take back ${n(over)} of “${n(group)}”.`,
  'ballot/too-few-points': ({ missing }) =>
    `Hand out ${many(missing, 'more point', 'more points')}.`,
  'ballot/too-many-points': ({ over }) => `Take back ${many(over, 'point', 'points')}.`,
  'ballot/off-scale': ({ least, most }) => `It lies between ${n(least)} and ${n(most)}.`,
  'ballot/text-too-long': ({ most, over }) =>
    `It takes ${many(most, 'letter', 'letters')}. Leave out ${n(over)}.`,
  'ballot/over-purse': ({ over }) => `That is ${n(over)} more than there is. Take a project back.`,
} satisfies Record<keyof typeof ko, Sentence>

/** One ballot in words, line by line: on the phone, in lists of names and in the minutes. */
export const ballotWords = {
  lineRank: ({ place, options }) => `${n(place)}. ${n(options)}`,
  linePoints: ({ option, points }) => `${n(option)}: ${n(points)}`,
} satisfies Record<keyof typeof koBallotWords, Sentence>
