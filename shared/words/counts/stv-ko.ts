import { detailIn, type Sentence } from '../index.ts'
import { votesIn } from './parts.ts'

const n = detailIn('ko')
const v = votesIn('ko')

/** Of a single transferable vote: its stages, and by its code why each option ended as it did. */
export const stv = {
  method:
    '당선에 필요한 기준 표수를 정하고 1순위 표를 먼저 셉니다. 기준을 채우면 당선되고, 기준을 넘은 만큼은 다음 순위 후보에게 나눠 옮깁니다. 옮길 표가 없으면 표가 가장 적은 후보를 빼고 그 표를 다음 순위 후보에게 옮깁니다.',
  quotaLine: ({ valid, seats, quota }) =>
    `당선 기준은 ${v(quota)}표입니다(유효표 ${n(valid)}표를 ‘뽑을 인원 ${n(seats)}명 + 1’로 나눠 소수점을 버리고 1을 더한 수)`,
  invalid: ({ count }) => `1순위를 알 수 없어 세지 않은 표 ${n(count)}표`,
  first: ({ stage }) => `${n(stage)}단계: 1순위 표를 셌습니다`,
  surplus: ({ stage, name, votes }) =>
    `${n(stage)}단계: ${n(name)} 후보가 기준을 넘겨 얻은 ${v(votes)}표를 옮겼습니다`,
  exclusion: ({ stage, name, votes }) =>
    `${n(stage)}단계: ${n(name)} 후보가 탈락해 ${v(votes)}표를 옮겼습니다`,
  moved: ({ name, votes }) => `${n(name)} +${v(votes)}표`,
  nonTransferable: ({ votes }) => `다음 순위가 없어 옮기지 못한 표 ${v(votes)}표`,
  lost: ({ votes }) => `소수점 아래 다섯 자리까지만 세어 줄어든 표 ${v(votes)}표`,
  decided: ({ names }) => `당선: ${n(names)}`,
  none: '당선자가 없습니다',
  tied: ({ names }) => `동점이라 남은 자리의 당선자를 정하지 못했습니다: ${n(names)}`,

  quota: ({ name, stage, votes, quota }) =>
    `${n(name)}: ${n(stage)}단계에서 ${v(votes)}표로 기준 ${v(quota)}표를 채워 당선됐습니다`,
  seat: ({ name, stage, votes }) =>
    `${n(name)}: 남은 후보 수가 남은 자리를 넘지 않아 ${n(stage)}단계에서 ${v(votes)}표로 당선됐습니다`,
  excluded: ({ name, stage, votes }) =>
    `${n(name)}: ${v(votes)}표로 가장 적어 ${n(stage)}단계에서 탈락했습니다`,
  left: ({ name, votes }) => `${n(name)}: ${v(votes)}표일 때 자리가 모두 차서 당선되지 못했습니다`,
  'left-tied': ({ name, votes }) =>
    `${n(name)}: ${v(votes)}표이고, 동점을 가릴 방법이 없어 당선 여부를 정하지 못했습니다`,

  'tie-earlier': ({ stage, names }) =>
    `${n(stage)}단계 동점(${n(names)}): 앞 단계의 득표 차이로 순서를 정했습니다`,
  'tie-lot': ({ stage, names }) =>
    `${n(stage)}단계 동점(${n(names)}): 투표 전에 봉해 둔 추첨 순서를 따랐습니다`,
  'tie-rule': ({ stage, names }) =>
    `${n(stage)}단계 동점(${n(names)}): 모두 0표라 누구를 먼저 빼도 결과가 같습니다`,
  'tie-tied': ({ stage, names }) =>
    `${n(stage)}단계 동점(${n(names)}): 순서를 정할 방법이 없어 집계를 멈췄습니다`,
} satisfies Record<string, Sentence>
