import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of an instant run-off: what happened in each round, and by its code why each option ended as it did. */
export const runoff = {
  method:
    '1순위 표를 먼저 셉니다. 과반을 얻은 후보가 없으면 표가 가장 적은 후보를 빼고, 그 표를 다음 순위 후보에게 옮겨 다시 셉니다.',

  majority: ({ name, round, votes, needed }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표를 얻어 당선됐습니다(기준 ${n(needed)}표)`,
  most: ({ name, round, votes, needed }) =>
    `${n(name)}: ${n(votes)}표로 기준 ${n(needed)}표에는 못 미쳤지만, ${n(round)}차 집계에 남은 후보 가운데 표가 가장 많아 당선됐습니다`,
  seat: ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계까지 남아 ${n(votes)}표로 당선됐습니다(남은 후보가 뽑을 인원 이하)`,
  share: ({ name, round, votes, needed }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로, 남은 후보가 모두 기준 ${n(needed)}표를 넘겨 당선됐습니다`,
  left: ({ name, round, votes }) =>
    `${n(name)}: 마지막 ${n(round)}차 집계까지 남아 ${n(votes)}표를 얻었지만 당선되지 못했습니다`,
  withdrawn: ({ name }) => `${n(name)}: 처음부터 집계에서 뺐습니다`,
  'left-tied': ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로 동점입니다`,
  'excluded-lowest': ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로 가장 적어 탈락했습니다`,
  'excluded-batch': ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표였고, 아래 후보의 표를 모두 합해도 바로 위 후보보다 적어 함께 탈락했습니다`,
  'excluded-together': ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로 동점이었고, 누구를 먼저 빼도 결과가 같아 함께 탈락했습니다`,
  'excluded-minimum': ({ name, round, votes }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로, 정해 둔 최소 득표에 못 미쳐 탈락했습니다`,
  'excluded-share': ({ name, round, votes, needed }) =>
    `${n(name)}: ${n(round)}차 집계에서 ${n(votes)}표로, 기준 ${n(needed)}표에 못 미쳐 탈락했습니다`,
  'excluded-write-in': ({ name, round, votes }) =>
    `${n(name)}: 등록하지 않은 이름이라 ${n(round)}차 집계에서 ${n(votes)}표를 다음 순위로 넘겼습니다`,
} satisfies Record<string, Sentence>
