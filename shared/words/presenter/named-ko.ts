import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Names beside choices: choosing them, and showing them. */
export const named = {
  namesNamed: '기명 투표',
  namesNamedText: '누가 무엇을 선택했는지 결과와 함께 보여 줍니다.',
  namesNamedOff: '참석자 화면에서 투표 명단을 올리면 고를 수 있습니다.',
  namesFor: '이름을 누구에게 보여 줄까요?',
  namesForEveryone: '모두에게',
  namesForEveryoneText: '큰 화면과 휴대전화, 공개 기록에 이름이 나옵니다.',
  namesForRoster: '명단에 있는 사람에게',
  namesForRosterText: '명단에 있는 사람의 휴대전화와 진행자 화면, 회의록에만 나옵니다.',
  namesForRosterWeighted:
    '이름은 명단에 있는 사람의 휴대전화와 진행자 화면, 회의록에만 나옵니다. 의결권은 선택과 함께 모두에게 공개되므로, 의결권이 남과 다르면 누구의 선택인지 드러날 수 있습니다.',
  weightNoHands: '의결권이 서로 다르므로 직접 센 표는 더하지 않습니다.',
  rosterWeight: '의결권',
  rosterWeights: ({ total }) =>
    `의결권 합계 ${n(total)}. 결과를 사람 수와 의결권으로 함께 계산합니다.`,
  rosterWeightOf: ({ weight }) => `의결권 ${n(weight)}`,
  faultNoWeight: '의결권이 없습니다. 모두에게 적거나 모두 비워 두세요.',
  faultOddWeight: '의결권은 0보다 큰 수이며 소수점 아래 네 자리까지입니다.',
  faultHeavy: '여기까지의 의결권 합계가 너무 큽니다.',
  weightsTitle: ({ least }) =>
    `의결권이 같은 사람이 지금 ${n(least)}명이 되지 않는 경우가 있어, 비밀투표를 하면 누구의 선택인지 드러납니다.`,
  mannerRoll: '기명 표결',
  mannerRollText: '마감한 뒤 누가 무엇을 선택했는지 함께 봅니다.',
  fewNamed: '기명 투표로 바꾸기',
  namesShow: '이름 보기',
  namesTitle: '선택한 사람',
  namesCount: ({ count }) => `${n(count)}명`,
  namesMore: '이어서',
  namesMissing: '이름을 불러오지 못했습니다.',
  namesOnlyRoster: '이름은 명단에 있는 사람과 진행자만 볼 수 있습니다.',
} satisfies Record<string, Sentence>
