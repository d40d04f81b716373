import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of a petition: is it met, and if not, what it lacks. */
export const petition = {
  met: ({ supporters, threshold }) =>
    `${n(supporters)}명이 지지해 필요한 ${n(threshold)}명을 채웠습니다`,
  'met-before': ({ supporters, threshold }) =>
    `${n(threshold)}명을 채운 뒤 지지를 거둔 사람이 있어 지금은 ${n(supporters)}명이지만, 정해 둔 규칙에 따라 그대로 인정됩니다`,
  'not-met': ({ supporters, threshold, missing }) =>
    `${n(supporters)}명이 지지했습니다. 필요한 ${n(threshold)}명에서 ${n(missing)}명이 모자랍니다`,
  outside: ({ count }) => `기간이 아닐 때만 참여해 세지 않은 사람 ${n(count)}명`,
} satisfies Record<string, Sentence>
