import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of weighted panels: what each gave, and by its code why each option won or lost. */
export const panels = {
  method: '투표단마다 득표 비율에 반영 비율을 곱하고 모두 더해 100점 만점으로 순위를 정합니다.',
  part: ({ panel, key, whole, points, weight }) =>
    `${n(panel)}: ${n(whole)} 가운데 ${n(key)} → ${n(points)}점(반영 비율 ${n(weight)}%)`,
  'part-void': ({ panel, weight }) => `${n(panel)}: 표가 없습니다(반영 비율 ${n(weight)}%)`,
  shared: ({ panels }) =>
    `표가 없는 투표단의 반영 비율은 나머지 투표단이 비율대로 나눠 맡았습니다: ${n(panels)}`,
  elected: ({ name, points, place }) =>
    `${n(name)}: 합계 ${n(points)}점, ${n(place)}위로 선정됐습니다`,
  behind: ({ name, points, place, by }) =>
    `${n(name)}: 합계 ${n(points)}점, ${n(place)}위입니다. 선정된 항목 가운데 가장 낮은 점수보다 ${n(by)}점 적어 선정되지 못했습니다`,
  'behind-little': ({ name, points, place, least }) =>
    `${n(name)}: 합계 ${n(points)}점, ${n(place)}위입니다. 선정된 항목 가운데 가장 낮은 점수에 ${n(least)}점도 안 되는 차이로 뒤져 선정되지 못했습니다`,
  'lot-won': ({ name, points, others }) =>
    `${n(name)}: 합계 ${n(points)}점으로 동점이었고(${n(others)}), 투표 전에 봉해 둔 추첨 순서에 따라 선정됐습니다`,
  'lot-lost': ({ name, points, others }) =>
    `${n(name)}: 합계 ${n(points)}점으로 동점이었고(${n(others)}), 투표 전에 봉해 둔 추첨 순서에 따라 선정되지 못했습니다`,
  tied: ({ name, points, others }) =>
    `${n(name)}: 합계 ${n(points)}점으로 동점이고(${n(others)}) 순서를 정할 규칙이 없어 결과를 정하지 못했습니다`,
  unwanted: ({ name }) => `${n(name)}: 어느 투표단에서도 표를 얻지 못했습니다`,
  void: ({ name, panels }) =>
    `${n(name)}: 표가 없는 투표단이 있어(${n(panels)}) 정해 둔 규칙에 따라 결정하지 않았습니다`,
} satisfies Record<string, Sentence>
