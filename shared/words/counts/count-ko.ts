import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Of counting a file: what it was counted by, what came out, and why it could not be counted. */
export const count = {
  greedy: '표가 많은 순으로 예산 쓰기',
  'equal-shares': '균등 몫 방식(Method of Equal Shares)',
  irv: '즉석 결선 투표',
  'stv-scottish': '스코틀랜드식 단기이양 투표',
  schulze: '슐체 방식',
  borda: '보르다 점수',
  approval: '승인 투표',
  score: '점수 투표',
  plurality: '가장 많은 표',
  ballots: ({ count: many }) => `${n(many)}표`,
  rounds: ({ count: many }) => `${n(many)}차까지 집계`,
  won: '당선',
  rank: ({ place }) => `${n(place)}위`,
  spent: ({ cost, budget }) => `${n(budget)} 가운데 ${n(cost)} 사용`,
  tie: ({ names, stage }) => `${n(stage)}번째 단계에서 동점: ${n(names)}`,
  'by-rule': '규칙으로 가림',
  'by-earlier': '앞선 집계로 가림',
  'by-lot': '추첨 순서로 가림',
  'by-tied': '가리지 못함',
  undecided: '동점이라 끝까지 정하지 못했습니다.',
  nobody: '당선자가 없습니다.',
  asOfficial: '파일에 적힌 결과와 같습니다.',
  notOfficial: ({ here, there }) =>
    `파일에 적힌 결과와 다릅니다. 이 집계에만 있는 것: ${n(here)}. 파일에만 있는 것: ${n(there)}.`,
  'no-file': '집계할 파일을 적어 주세요.',
  'no-format': ({ endings }) => `읽을 수 있는 파일은 ${n(endings)}입니다.`,
  'not-read': ({ file }) => `파일을 열 수 없습니다: ${n(file)}`,
  'no-writer': ({ endings }) => `저장할 수 있는 형식은 ${n(endings)}입니다.`,
  'not-sayable': ({ reason }) => `이 형식에 담을 수 없는 선거입니다(${n(reason)}).`,
  'not-saved': ({ reason }) => `파일을 저장할 수 없습니다(${n(reason)}).`,
  saved: ({ file }) => `저장했습니다: ${n(file)}`,
  'no-rule': '파일에 집계 방법이 적혀 있지 않습니다. --method로 골라 주세요.',
  'no-budget': '파일에 예산이 적혀 있지 않아 예산 투표로 셀 수 없습니다.',
  'no-settings': '이 방법에는 --rule로 바꿀 설정이 없습니다. 뽑는 수는 --seats로 적어 주세요.',
  'unknown-setting': ({ name, known }) => `${n(name)}: 없는 설정입니다. 있는 설정: ${n(known)}`,
  'odd-setting': ({ name, value }) => `${n(name)}: 쓸 수 없는 값입니다(${n(value)}).`,
  'wrong-ballots': ({ methods }) =>
    `이 파일의 투표용지는 이 방법으로 셀 수 없습니다. 셀 수 있는 방법: ${n(methods)}`,
  inexact: ({ reason }) => `정확하게 셀 수 없는 수입니다(${n(reason)}).`,
} satisfies Record<string, Sentence>
