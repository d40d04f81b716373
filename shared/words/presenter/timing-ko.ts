import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said about the time of a question, opening it again, and what comes up in the room. */
export const timing = {
  moreTime: '시간 더 주기',
  giveTime: '시간 제한 두기',
  moreSeconds: ({ seconds }) => `${n(seconds)}초`,
  moreMinutes: ({ minutes }) => `${n(minutes)}분`,
  noTimer: '시간 제한 없애기',
  asks: ({ count }) => `시간을 더 달라는 요청 ${n(count)}건`,
  asksHow: '누가 요청했는지는 아무도 알 수 없습니다.',
  grant: ({ seconds }) => `${n(seconds)}초 더 주기`,

  reopen: '마감한 뒤 다시 열 수 있게 하기',
  reopenText: '마감하고 10분 안에, 아직 아무도 집계를 보지 않았을 때만 다시 열 수 있습니다.',
  reopenSummary: '다시 열 수 있음',
  reopenNow: '다시 열기',
  reopenFor: ({ minutes }) => `${n(minutes)}분 동안 다시 열기`,
  reopenLeft: ({ left }) => `다시 열지 않으면 ${n(left)} 뒤에 자동으로 봉인됩니다.`,
  reopened: ({ count }) => `마감한 뒤 ${n(count)}번 다시 열었습니다`,
  doSeal: '봉인하기',
  closedNow: '마감되었습니다',

  askNow: '바로 묻기',
  askNowHow: '찬성·반대·기권, 무기명, 투표하는 동안 집계 공개',
  askNowOpen: '투표 시작',
  askNowPrepare: '다음 질문으로 준비',
  askNowRunning: '지금 질문이 진행 중입니다. 마감한 뒤 바로 시작할 수 있게 맨 앞에 둡니다.',
  askNowMore: '더 고치기',
  cancel: '취소',
  plusKey: '+ 키로 열기',

  hintClose: '투표 중입니다 · 스페이스 마감',
  hintReveal: '봉인되었습니다 · R 공개',
  hintNext: '공개되었습니다 · N 다음 질문',
  hintTimer: 'T 30초 더 주기',
  hintReopen: '스페이스 다시 열기 · R 봉인',
  keyLock: '입장 문 닫기·열기',
  keyTimer: '시간 30초 더 주기',
  keysLetters: '글자와 ? 키 사용 (이 브라우저에 저장됩니다)',
  helpButton: '단축키 도움말',
} satisfies Record<string, Sentence>
