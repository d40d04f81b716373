import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said of the picture of a count by both apps; the phone loads it when there is one. */
export const pictures = {
  pointsText: ({ points }) => `${n(points)}점`,
  meanText: ({ mean }) => `평균 ${n(mean)}`,
  scoreShare: ({ points, mean }) => `${n(points)}점 · 평균 ${n(mean)}`,
  pointsShare: ({ points, share }) => `${n(points)}점 · ${n(share)}%`,
  optionName: '선택지',
  mostPoints: '최고 점수',
  pointsColumn: '점수',
  meanColumn: '평균',
  levelsColumn: '점수별 인원',
  level: ({ level, count }) => `${n(level)}점 ${n(count)}명`,
  levelsKey: ({ least, most }) => `작은 막대: ${n(least)}점부터 ${n(most)}점까지 준 사람 수`,
  soFarFirst: '지금까지의 1순위',
  soFarPoints: '지금까지의 점수',

  elected: '당선',
  electedAs: ({ place }) => `당선 ${n(place)}`,
  isOut: '탈락',
  electedNames: ({ names }) => `당선: ${n(names)}`,
  fundedNames: ({ names }) => `선정: ${n(names)}`,
  nothingFunded: '선정된 사업이 없습니다',
  namesAndMore: ({ names, count }) => `${n(names)} 외 ${n(count)}`,
  nobodyElected: '당선자가 없습니다',
  'tie-rule': ({ names }) => `동점: ${n(names)}. 집계 규칙에 따라 가렸습니다.`,
  'tie-earlier': ({ names }) => `동점: ${n(names)}. 앞선 집계의 득표에 따라 가렸습니다.`,
  'tie-lot': ({ names }) => `동점: ${n(names)}. 투표 전에 봉해 둔 추첨 순서를 따랐습니다.`,
  'tie-tied': ({ names }) => `동점: ${n(names)}. 순서를 정할 방법이 없어 결과를 정하지 못했습니다.`,
  'tie-same': ({ names }) => `동점: ${n(names)}. 어느 쪽이 앞이든 결과는 같습니다.`,

  roundAt: ({ round, rounds }) => `${n(round)}/${n(rounds)}차 집계`,
  stageAt: ({ round, rounds }) => `${n(round)}/${n(rounds)}단계`,
  lineAt: ({ needed }) => `기준 ${n(needed)}표`,
  firstVotes: '1순위 표를 셉니다',
  movedFrom: ({ name }) => `${n(name)} 탈락, 표는 다음 순위로`,
  surplusFrom: ({ name }) => `${n(name)} 당선, 넘은 표는 다음 순위로`,
  restText: ({ votes }) => `다음 순위가 없는 표 ${n(votes)}표`,
  gained: ({ votes }) => `+${n(votes)}`,
  filmPlay: '재생',
  filmPause: '일시정지',
  roundBack: '이전 집계',
  roundNext: '다음 집계',
  roundColumn: ({ round }) => `${n(round)}차`,
  restRow: '다음 순위가 없는 표',
  votesText: ({ votes }) => `${n(votes)}표`,

  winsAlone: ({ won }) => `${n(won)}승`,
  wins: ({ won, lost }) => `${n(won)}승 ${n(lost)}패`,
  winsDrawn: ({ won, drawn, lost }) => `${n(won)}승 ${n(drawn)}무 ${n(lost)}패`,
  pairsTitle: '맞대결 표: 왼쪽 후보를 위쪽 후보보다 앞에 둔 표의 수',
  pairsKey: '칠한 칸: 왼쪽 후보가 이긴 맞대결',
  pair: ({ votes, other }) => `${n(votes)} 대 ${n(other)}`,
  beatsAll: ({ name }) => `${n(name)}: 모든 맞대결에서 이겼습니다`,
  chainLink: ({ over, under, votes }) => `${n(over)}→${n(under)} ${n(votes)}표`,
  chainLine: ({ links, votes, against, from, to }) =>
    `${n(links)}: 가장 적은 ${n(votes)}표도 ${n(from)}→${n(to)} ${n(against)}표보다 많습니다`,

  median: '중앙값',
  numbersLine: ({ mean, count }) => `평균 ${n(mean)} · ${n(count)}명`,
  rangeColumn: '값',
  peopleColumn: '사람',
  rangeText: ({ from, to }) => `${n(from)}~${n(to)}`,
  noNumbers: '적은 숫자가 없습니다',

  purseLine: ({ spent, purse }) => `${n(purse)} 중 ${n(spent)} 사용`,
  purseUnspent: ({ left }) => `남음 ${n(left)}`,
  funded: '선정',
  notFunded: '미선정',
  costColumn: '사업비',

  won: ({ name, figure, place }) => `${n(name)}: ${n(figure)} · ${n(place)}번째로 당선됐습니다`,
  lost: ({ name, figure, least }) =>
    `${n(name)}: ${n(figure)} · 마지막 당선자의 ${n(least)}보다 적어 당선되지 못했습니다`,
  'lot-won': ({ name, figure, place }) =>
    `${n(name)}: ${n(figure)} · 동점이었고, 추첨 순서에 따라 ${n(place)}번째로 당선됐습니다`,
  'lot-lost': ({ name, figure }) =>
    `${n(name)}: ${n(figure)} · 동점이었고, 추첨 순서에 밀려 당선되지 못했습니다`,
  undecided: ({ name, figure }) =>
    `${n(name)}: ${n(figure)} · 동점이고, 순서를 정할 방법이 없어 당선 여부를 정하지 못했습니다`,
  unmarked: ({ name }) => `${n(name)}: 고른 사람이 없어 당선되지 못했습니다`,

  shortMoney: '예산 부족',
  shortVotes: '득표 미달',
  shortNobody: '지지 없음',
  shortOther: '다른 사업 선정',
  shortWithdrawn: '철회',
  shortFree: '사업비 없음',
  shortTied: '동점',

  pairsSeen: '맞대결 표 보기',
  whyResult: '왜 이런 결과인가요?',
} satisfies Record<string, Sentence>
