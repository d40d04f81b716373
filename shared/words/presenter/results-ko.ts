import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said by the desk and the big screen of rules, counts and what is shown when. */
export const results = {
  manner: '진행 방법',
  mannerQuick: '간단한 질문',
  mannerQuickText: '무기명 투표, 집계를 바로 보여 줍니다.',
  mannerCareful: '인사·중요한 결정',
  mannerCarefulText: '비밀투표, 마감한 뒤 함께 결과를 봅니다.',
  least: '결과를 공개할 최소 인원',
  leastText: '이보다 적게 투표하면 결과를 공개하지 않습니다. 시작한 뒤에는 바꿀 수 없습니다.',

  rule: '가결 기준',
  ruleNone: '집계만',
  ruleNoneText: '가결과 부결을 따지지 않습니다.',
  ruleSimple: '단순 과반',
  ruleSimpleText: '찬성이 반대보다 많으면 가결',
  rulePresent: '출석 과반',
  rulePresentText: '출석한 사람의 과반이 찬성하면 가결',
  ruleUsual: '일반 의결',
  ruleUsualText: '재적 과반이 투표하고 출석 과반이 찬성하면 가결',
  ruleAbsolute: '재적 과반',
  ruleAbsoluteText: '투표권이 있는 전체의 과반이 찬성하면 가결',
  ruleTwoThirds: '3분의 2',
  ruleTwoThirdsText: '출석한 사람의 3분의 2 이상이 찬성하면 가결',
  ruleThreeQuarters: '4분의 3',
  ruleThreeQuartersText: '출석한 사람의 4분의 3 이상이 찬성하면 가결',
  ruleOwn: '직접 정함',
  ruleOwnText: '아래에서 정한 기준',
  ruleDetails: '기준을 자세히 정하기',
  ruleBase: '무엇을 전체로 보나요?',
  baseYesNo: '찬성과 반대 (기권 제외)',
  baseValid: '유효 투표 (기권 포함)',
  baseCast: '전체 투표 (무효 포함)',
  basePresent: '출석한 사람',
  baseEntitled: '재적: 투표권이 있는 전체',
  ruleMajority: '얼마나 찬성해야 하나요?',
  majoritySimple: '과반',
  majorityAbsolute: '재적 과반',
  majorityTwo: '3분의 2 이상',
  majorityThree: '4분의 3 이상',
  ruleQuorum: '정족수',
  quorumNone: '없음',
  quorumHalf: '재적 과반이 투표',
  quorumThird: '재적 3분의 1 이상이 투표',
  quorumTwoThirds: '재적 3분의 2 이상이 투표',

  fewTitle: ({ entitled, least }) =>
    `투표할 수 있는 사람이 ${n(entitled)}명뿐입니다. 비밀투표는 ${n(least)}명부터 할 수 있습니다.`,
  fewMore: '사람이 더 오기를 기다리거나 하나를 고르세요.',
  fewOpen: '무기명 투표로 바꾸기',
  fewLower: ({ least }) => `최소 인원을 ${n(least)}명으로 낮추기`,

  hand: '기기가 없는 사람의 표 더하기',
  handText: '손을 들게 하는 등 직접 센 표를 적습니다. 결과에는 따로 표시하고 합쳐서 계산합니다.',
  handPeople: '투표한 사람',
  handSave: '더하기',
  handClear: '지우기',
  handKept: ({ people }) =>
    `직접 센 ${n(people)}명의 표를 더합니다. 공개하기 전까지 고칠 수 있습니다.`,
  electorate: ({ entitled, present }) => `재적 ${n(entitled)}명 · 출석 ${n(present)}명`,
} satisfies Record<string, Sentence>
