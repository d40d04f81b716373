import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said of a result by both apps; the phone loads it when there is one. */
export const verdict = {
  verdictPassed: '가결',
  verdictRejected: '부결',
  verdictNoQuorum: '정족수 미달',
  verdictNoBase: '결정 없음',
  verdictLine: ({ yes, whole, majority, needed }) =>
    `찬성 ${n(yes)}표 · 기준 ${n(whole)}의 ${n(majority)}(${n(needed)}표)`,
  noBaseLine: '기준이 되는 표가 없어 결정하지 않았습니다',
  quorumLine: ({ cast, needed, entitled }) =>
    `투표 ${n(cast)}명 · 정족수 ${n(needed)}명(재적 ${n(entitled)}명)`,
  wholeYesNo: ({ count }) => `찬성과 반대 ${n(count)}표`,
  wholeValid: ({ count }) => `유효 투표 ${n(count)}표`,
  wholeCast: ({ count }) => `전체 투표 ${n(count)}표`,
  wholeEntitled: ({ count }) => `재적 ${n(count)}명`,
  wholePresent: ({ count }) => `출석 ${n(count)}명`,
  majorityHalf: '과반',
  majorityTwoThirds: '3분의 2 이상',
  majorityThreeQuarters: '4분의 3 이상',
  ruleLine: ({ whole, majority }) => `찬성이 ${n(whole)} ${n(majority)}이면 가결됩니다`,
  ofYesNo: '찬성과 반대를 합한 표의',
  ofValid: '유효 투표의',
  ofCast: '전체 투표의',
  ofAllEntitled: '재적 인원의',
  ofPresent: '출석 인원의',
  quorumLeast: ({ numerator, denominator }) =>
    `재적 ${n(denominator)}분의 ${n(numerator)} 이상이 투표해야 합니다`,
  quorumOver: ({ numerator, denominator }) =>
    denominator === 2
      ? '재적 과반이 투표해야 합니다'
      : `재적 ${n(denominator)}분의 ${n(numerator)}보다 많이 투표해야 합니다`,
  verdictLineWeight: ({ yes, whole, majority, needed }) =>
    `의결권 기준 · 찬성 ${n(yes)} · ${n(whole)}의 ${n(majority)}(${n(needed)})`,
  quorumLineWeight: ({ cast, needed, entitled }) =>
    `투표한 의결권 ${n(cast)} · 정족수 ${n(needed)}(재적 의결권 ${n(entitled)})`,
  wholeYesNoWeight: ({ count }) => `찬성과 반대 의결권 ${n(count)}`,
  wholeValidWeight: ({ count }) => `유효 투표 의결권 ${n(count)}`,
  wholeCastWeight: ({ count }) => `전체 투표 의결권 ${n(count)}`,
  wholeEntitledWeight: ({ count }) => `재적 의결권 ${n(count)}`,
  wholePresentWeight: ({ count }) => `출석 의결권 ${n(count)}`,
  ofYesNoWeight: '찬성과 반대를 합한 의결권의',
  ofValidWeight: '유효 투표 의결권의',
  ofCastWeight: '전체 투표 의결권의',
  ofAllEntitledWeight: '재적 의결권의',
  ofPresentWeight: '출석 의결권의',
  quorumLeastWeight: ({ numerator, denominator }) =>
    `재적 의결권의 ${n(denominator)}분의 ${n(numerator)} 이상이 투표해야 합니다`,
  quorumOverWeight: ({ numerator, denominator }) =>
    denominator === 2
      ? '재적 의결권의 과반이 투표해야 합니다'
      : `재적 의결권의 ${n(denominator)}분의 ${n(numerator)}보다 많이 투표해야 합니다`,
  weightShare: ({ weight, share, count }) => `의결권 ${n(weight)} · ${n(share)}% · ${n(count)}명`,
  weightHeads: ({ count }) => `${n(count)}명`,
  weightTotal: ({ weight }) => `투표한 의결권 ${n(weight)}`,
  weightElectorate: ({ entitled, present }) =>
    `재적 의결권 ${n(entitled)} · 출석 의결권 ${n(present)}`,
  weightLive: '투표하는 동안에는 사람 수만 보여 줍니다',
  handParts: ({ devices, hand }) => `기기 ${n(devices)}명 + 직접 집계 ${n(hand)}명`,
  handPart: ({ count }) => `직접 집계 ${n(count)}표`,
  withheldRound: ({ least }) =>
    `앞서 공개한 투표와 참여 대상이 ${n(least)}명보다 적게 달라졌습니다. 두 결과를 비교하면 몇 사람의 선택이 드러나므로 이번 결과는 공개하지 않습니다.`,
  before: ({ count }) => `이전 ${n(count)}표`,
  roundPeople: ({ before, now }) => `다시 투표한 결과 · 출석 이전 ${n(before)}명, 이번 ${n(now)}명`,
  unanimous: '모두 같은 선택을 했습니다. 투표한 사람이 무엇을 골랐는지 누구나 알 수 있습니다.',

  totalsBy: ({ auditors }) => `집계만 공개 · 재검표: ${n(auditors)}`,
  totalsOwner: '집계만 공개 · 재검표: 회의 소유자',
} satisfies Record<string, Sentence>
