import { detailIn, type Sentence } from '../index.ts'
import { votesIn } from './parts.ts'

const n = detailIn('ko')
const v = votesIn('ko')

/** Of a single transferable vote: its stages, and by its code why each option ended as it did. */
export const stv = {
  method:
    '당선에 필요한 기준 표수를 정하고 1순위 표를 먼저 셉니다. 기준을 채우면 당선되고, 기준을 넘은 만큼은 다음 순위 후보에게 나눠 옮깁니다. 옮길 표가 없으면 표가 가장 적은 후보를 빼고 그 표를 다음 순위 후보에게 옮깁니다.',

  quota: ({ name, stage, votes, quota }) =>
    `${n(name)}: ${n(stage)}단계에서 ${v(votes)}표로 기준 ${v(quota)}표를 채워 당선됐습니다`,
  seat: ({ name, stage, votes }) =>
    `${n(name)}: 남은 후보 수가 남은 자리를 넘지 않아 ${n(stage)}단계에서 ${v(votes)}표로 당선됐습니다`,
  excluded: ({ name, stage, votes }) =>
    `${n(name)}: ${v(votes)}표로 가장 적어 ${n(stage)}단계에서 탈락했습니다`,
  left: ({ name, votes }) => `${n(name)}: ${v(votes)}표일 때 자리가 모두 차서 당선되지 못했습니다`,
  'left-tied': ({ name, votes }) =>
    `${n(name)}: ${v(votes)}표이고, 동점을 가릴 방법이 없어 당선 여부를 정하지 못했습니다`,
} satisfies Record<string, Sentence>
