import { detailIn, type Sentence } from '../index.ts'

export { phoneRefusals, shared } from '../shared/ko.ts'

const n = detailIn('ko')

/** Said by the phone on the way to a counted ballot: part of its first load. */
export const voter = {
  largeType: '큰 글씨',
  reconnectingMore: '다시 연결하고 있습니다. 고른 것은 그대로 남아 있습니다.',
  connecting: '연결하고 있습니다',
  connectingLong:
    '아직 연결되지 않았습니다. 와이파이나 데이터가 켜져 있는지, 행사장 와이파이에 연결되었는지 확인해 주세요. 연결되면 저절로 열립니다.',
  reload: '새로고침',
  refusedTitle: '들어갈 수 없습니다',
  noAnswer: '서버의 답이 없습니다. 잠시 뒤 다시 눌러 주세요.',

  inTitle: '입장했습니다',
  inMore: '투표가 시작되면 질문이 여기에 저절로 나타납니다.',

  secretMore: '봉인한 뒤에는 누가 무엇을 골랐는지 아무도 이을 수 없습니다.',
  openLive:
    '이름은 저장하지 않습니다. 다만 집계가 바로 보이므로, 화면을 촬영하면서 누가 언제 투표했는지 아는 사람은 선택을 짐작할 수 있습니다.',
  openMore: '이름은 저장하지 않습니다. 결과는 마감한 뒤 함께 봅니다.',
  timeLeft: '남은 시간',
  closing: '마감 중입니다. 보내는 중인 투표는 아직 집계됩니다.',
  chosen: ({ count, most }) => `최대 ${n(most)}개 가운데 ${n(count)}개 선택`,
  chooseOne: '하나를 골라 주세요.',
  send: '투표하기',
  sendChange: '이것으로 바꾸기',
  change: '투표 바꾸기',
  changeMore: '새로 보내기 전까지는 앞의 투표가 그대로 집계됩니다.',
  changeLeave: '바꾸지 않고 돌아가기',
  yourChoice: '고른 것',

  unsentTitle: '아직 집계되지 않았습니다',
  unsentMore: '보내고 있습니다. 투표는 이 휴대전화에 안전하게 있으니 화면을 닫지 말아 주세요.',

  counted: '집계되었습니다',
  countedAt: ({ time }) => `${n(time)}에 보낸 투표입니다`,
  countedMore: '마감 전까지는 몇 번이든 바꿀 수 있으며, 마지막 것만 집계됩니다.',
  tracking: '확인 코드 보기',
  trackingMore:
    '결과가 공개되면 이 코드로 내 투표용지를 찾을 수 있습니다. 다른 사람에게 보여 주면 무엇을 골랐는지도 알려 주게 됩니다.',

  protection: '이 투표는 어떻게 보호되나요',
} satisfies Record<string, Sentence>
