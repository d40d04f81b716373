import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of an instant run-off: what happened in each round, and by its code why each option ended as it did. */
export const runoff = {
  method:
    '1순위 표를 먼저 셉니다. 과반을 얻은 후보가 없으면 표가 가장 적은 후보를 빼고, 그 표를 다음 순위 후보에게 옮겨 다시 셉니다.',
  round: ({ round }) => `${n(round)}차 집계`,
  pass: ({ pass }) => `${n(pass)}번째 당선자를 정하는 집계`,
  needed: ({ needed, active }) =>
    `이번 집계에 들어간 ${n(active)}표 가운데 ${n(needed)}표가 필요합니다`,
  votes: ({ name, votes }) => `${n(name)}: ${n(votes)}표`,
  moved: ({ name, votes, to }) => `${n(name)}의 ${n(votes)}표가 ${n(to)} 쪽으로 넘어갔습니다`,
  movedOut: ({ name, votes }) => `${n(name)}의 ${n(votes)}표는 다음 순위가 없어 더 세지 않습니다`,
  decided: ({ names }) => `당선: ${n(names)}`,
  none: '당선자가 없습니다',
  tied: ({ names }) => `동점이라 결과를 정하지 못했습니다: ${n(names)}`,

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

  'exhausted-blank': ({ votes }) => `아무도 고르지 않은 표 ${n(votes)}표`,
  'exhausted-choices': ({ votes }) => `고른 후보가 모두 빠진 표 ${n(votes)}표`,
  'exhausted-overvote': ({ votes }) => `한 순위에 여럿을 골라 멈춘 표 ${n(votes)}표`,
  'exhausted-skipped': ({ votes }) => `순위를 너무 많이 건너뛰어 멈춘 표 ${n(votes)}표`,
  'exhausted-repeated': ({ votes }) => `같은 후보를 다시 골라 멈춘 표 ${n(votes)}표`,

  'tie-earlier': ({ round, names }) =>
    `${n(round)}차 집계 동점(${n(names)}): 앞선 집계에서 표가 적었던 쪽이 탈락했습니다`,
  'tie-lot': ({ round, names }) =>
    `${n(round)}차 집계 동점(${n(names)}): 투표 전에 봉해 둔 추첨 순서를 따랐습니다`,
  'tie-rule': ({ round, names }) =>
    `${n(round)}차 집계 동점(${n(names)}): 투표 전에 정한 규칙을 따랐습니다`,
  'tie-tied': ({ round, names }) =>
    `${n(round)}차 집계 동점(${n(names)}): 순서를 정할 규칙이 없어 집계를 멈췄습니다`,
} satisfies Record<string, Sentence>
