import { detailIn, type Sentence } from '../index.ts'

export { phoneRefusals, shared } from '../shared/ko.ts'

const n = detailIn('ko')

/** Said by the phone on the way to a counted ballot: part of its first load. */
export const voter = {
  largeType: '큰 글씨',
  reconnectingMore: '다시 연결 중입니다. 선택은 유지됩니다.',
  pausing: '잠시 후 다시 연결됩니다. 선택은 유지됩니다.',
  connecting: '연결하고 있습니다',
  connectingLong:
    '아직 연결되지 않았습니다. 와이파이나 데이터가 켜져 있는지, 행사장 와이파이에 연결되어 있는지 확인해 주세요. 연결되면 자동으로 열립니다.',
  reload: '새로고침',
  refusedTitle: '들어갈 수 없습니다',
  noAnswer: '서버가 응답하지 않습니다. 잠시 뒤 다시 눌러 주세요.',

  enterTitle: '참가 코드를 입력해 주세요',
  enterHow: '큰 화면에 보이는 여섯 글자입니다. 대소문자는 구분하지 않습니다.',
  meetingCode: '참가 코드',
  enter: '들어가기',
  codeShape: '코드는 여섯 글자입니다. 숫자 0과 1, 영문 O, I, L은 쓰지 않습니다.',

  inTitle: '입장했습니다',
  inMore: '투표가 시작되면 질문이 자동으로 나타납니다.',

  secretMore: '봉인한 뒤에는 누가 무엇을 선택했는지 아무도 알 수 없습니다.',
  openLive:
    '이름은 저장하지 않습니다. 다만 집계가 실시간으로 보이므로, 화면을 촬영하면서 누가 언제 투표했는지 아는 사람은 선택을 짐작할 수 있습니다.',
  openMore: '이름은 저장하지 않습니다. 결과는 마감한 뒤 함께 확인합니다.',
  timeLeft: '남은 시간',
  closing: '마감 중입니다',
  chosen: ({ count }) => `${n(count)}개 선택`,
  chooseExactly: ({ most }) => `${n(most)}개를 선택해 주세요.`,
  chooseUpTo: ({ most }) => `${n(most)}개까지 선택할 수 있습니다.`,
  chooseBetween: ({ least, most }) => `${n(least)}개에서 ${n(most)}개까지 선택해 주세요.`,
  missing: ({ missing }) => `${n(missing)}개 더 선택해 주세요`,
  over: ({ over }) => `${n(over)}개를 빼 주세요`,
  chooseOne: '하나를 선택해 주세요.',
  send: '투표하기',
  sendChange: '이 선택으로 바꾸기',
  change: '선택 바꾸기',
  changeMore: '새로 보내기 전까지는 앞서 보낸 투표가 집계됩니다.',
  changeLeave: '바꾸지 않고 돌아가기',
  yourChoice: '내 선택',

  unsentTitle: '아직 집계되지 않았습니다',
  unsentMore:
    '보내고 있습니다. 투표는 이 휴대전화에 안전하게 보관되어 있으니 화면을 닫지 말아 주세요.',

  counted: '집계되었습니다',
  countedAt: ({ time }) => `${n(time)}에 보낸 투표`,
  countedMore: '마감 전까지 몇 번이든 바꿀 수 있으며, 마지막 투표만 집계됩니다.',

  protection: '이 투표는 어떻게 보호되나요?',
} satisfies Record<string, Sentence>
