import { detailIn, type Sentence } from '../index.ts'
import type { RefusalCode } from '../../refusals.ts'

const n = detailIn('ko')

/** Why a ballot that says more than which options is not taken: a phone carries it with such a question. */
export const marksRefusals = {
  'ballot/too-few-of': ({ group, missing }) =>
    `‘${n(group)}’에서 ${n(missing)}개를 더 골라 주세요.`,
  'ballot/too-many-of': ({ group, over }) => `‘${n(group)}’에서 ${n(over)}개를 빼 주세요.`,
  'ballot/too-few-points': ({ missing }) => `점수를 ${n(missing)}점 더 나눠 주세요.`,
  'ballot/too-many-points': ({ over }) => `점수를 ${n(over)}점 줄여 주세요.`,
  'ballot/off-scale': ({ least, most }) => `${n(least)}부터 ${n(most)}까지 적을 수 있습니다.`,
  'ballot/text-too-long': ({ most, over }) =>
    `${n(most)}자까지 적을 수 있습니다. ${n(over)}자를 줄여 주세요.`,
  'ballot/over-purse': ({ over }) => `예산을 ${n(over)}만큼 초과했습니다. 사업을 빼 주세요.`,
} satisfies Partial<Record<RefusalCode, Sentence>>

/** One ballot in words, line by line: on the phone, in lists of names and in the minutes. */
export const ballotWords = {
  lineRank: ({ place, options }) => `${n(place)}순위 ${n(options)}`,
  linePoints: ({ option, points }) => `${n(option)}: ${n(points)}점`,
} satisfies Record<string, Sentence>
