import { detailIn, type Sentence } from '../index.ts'
import { pointsIn } from './parts.ts'

const n = detailIn('ko')
const p = pointsIn('ko')

/** Of points by place, and by its code why each option ended as it did. */
export const borda = {
  method:
    '표마다 자기보다 아래에 놓인 후보 수만큼 점수를 받습니다. 순위를 적지 않은 후보끼리는 남은 점수를 똑같이 나눕니다.',

  'reason-won': ({ name, points, parts }) => `${n(name)}: ${p(points, parts)}점으로 당선됐습니다`,
  'reason-lost': ({ name, points, least, parts }) =>
    `${n(name)}: ${p(points, parts)}점으로, 마지막 자리의 ${p(least, parts)}점에 못 미쳐 당선되지 못했습니다`,
  'reason-lot-won': ({ name, points, parts }) =>
    `${n(name)}: ${p(points, parts)}점 동점이었고, 투표 전에 봉해 둔 추첨 순서에 따라 당선됐습니다`,
  'reason-lot-lost': ({ name, points, parts }) =>
    `${n(name)}: ${p(points, parts)}점 동점이었고, 투표 전에 봉해 둔 추첨 순서에 밀려 당선되지 못했습니다`,
  'reason-tied': ({ name, points, parts }) =>
    `${n(name)}: ${p(points, parts)}점 동점이고, 순서를 정할 방법이 없어 당선 여부를 정하지 못했습니다`,
  'reason-none': ({ name }) => `${n(name)}: 순위를 적은 표가 없어 당선되지 못했습니다`,
} satisfies Record<string, Sentence>
