import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said about the big screens of a meeting. */
export const screens = {
  viewScreens: '화면',
  screensHow:
    '화면마다 보여 줄 내용과 모양을 정합니다. 바꾸면 열려 있는 화면에 바로 적용됩니다. 링크로 연 화면은 보기만 할 수 있습니다.',
  screenName: '화면 이름',
  screenMain: '큰 화면',
  screenNumber: ({ number }) => `화면 ${n(number)}`,
  screenShows: '보여 줄 내용',
  showsMeeting: '회의 전체',
  showsMeetingText: '입장 안내부터 결과까지 진행에 따라',
  showsJoin: '입장 QR만',
  showsJoinText: '입구나 대기실에 두는 화면',
  showsQuestion: '질문과 투표율',
  showsQuestionText: '집계는 보여 주지 않습니다',
  showsEarlier: '지난 결과',
  showsEarlierText: '공개한 결과를 차례로',
  showsResult: '한 질문의 결과',
  showsResultText: '공개된 뒤부터 계속',
  showsFloor: '현장 질문',
  showsFloorText: '투표 중에도 공감 많은 순서로',
  whichResult: '결과를 보여 줄 질문',
  look: '모양',
  lookDark: '어두운 배경',
  lookLight: '밝은 배경',
  lookLarge: '큰 글씨',
  openHere: '여기서 열기',
  openHereText: '이 브라우저에서 열면 모든 키를 쓸 수 있습니다.',
  viewLink: '보기 전용 링크',
  addScreen: '화면 추가',
  removeScreen: '화면 삭제',
  removeScreenText: '삭제하면 링크가 더 이상 열리지 않고, 열려 있던 화면도 닫힙니다.',
  noResults: '아직 공개된 결과가 없습니다',
  resultLater: '결과가 공개되면 여기에 나옵니다',
} satisfies Record<string, Sentence>
