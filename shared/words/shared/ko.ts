import type { RefusalCode } from '../../refusals.ts'
import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said by both apps. */
export const shared = {
  language: '한국어',
  otherLanguage: 'English',
  yes: '찬성',
  no: '반대',
  abstain: '기권',
  connected: '접속',
  checkedIn: '참석 확인',
  voted: '투표 완료',
  reconnecting: '다시 연결하고 있습니다',
  backOnline: '다시 연결되었습니다',
  options: '선택지',
  ballots: ({ count }) => `투표용지 ${n(count)}장`,
  votes: ({ count }) => `${n(count)}표`,
  share: ({ count, share }) => `${n(count)}표 · ${n(share)}%`,
  countdown: ({ minutes, seconds }) => `${n(minutes)}:${String(seconds).padStart(2, '0')}`,
  fingerprint: '봉인 지문',
  sealed: ({ count }) => `투표용지 ${n(count)}장 봉인`,
  tied: '동률입니다',
  withheld: ({ least }) =>
    `비밀투표에 ${n(least)}명보다 적게 참여하여, 누구의 선택인지 짐작할 수 없도록 결과를 공개하지 않습니다.`,
  close: '닫기',
  secretVote: '비밀투표',
  openVote: '무기명 투표',
  coffee: '커피',
  tea: '차',
  testTitle: '커피와 차 가운데 무엇이 더 좋으세요?',
  testMark: '연습 투표 · 결과에 남지 않습니다',
} satisfies Record<string, Sentence>

/** What may be refused to a phone that is here; the rest comes with the door. */
export const phoneRefusals = {
  'ballot/wrong-shape': '투표용지를 읽을 수 없습니다. 페이지를 새로고침한 뒤 다시 선택해 주세요.',
  'ballot/unknown-option':
    '이 질문에 없는 선택지입니다. 페이지를 새로고침한 뒤 다시 선택해 주세요.',
  'ballot/too-few': ({ least, missing }) =>
    `${n(least)}개 이상 선택해 주세요. ${n(missing)}개를 더 선택하면 됩니다.`,
  'ballot/too-many': ({ most, over }) =>
    `${n(most)}개까지 선택할 수 있습니다. ${n(over)}개를 빼 주세요.`,
  'ballot/not-your-seat': '이 휴대전화의 자리가 아닙니다. 페이지를 새로고침해 주세요.',
  'question/not-open': '지금은 투표를 받지 않습니다.',
  'question/unknown': '그런 질문이 없습니다. 페이지를 새로고침해 주세요.',
  'meeting/unknown': '이 코드의 회의를 찾을 수 없습니다. 큰 화면의 여섯 글자를 다시 확인해 주세요.',
  'meeting/not-admitted': '먼저 참석을 확인해야 투표할 수 있습니다.',
  'presence/fresh-needed': '이 질문은 투표하기 전에 현장에 있는지 한 번 더 확인합니다.',
  'code/too-many-tries': '여러 번 틀렸습니다. 1분 뒤에 다시 입력하거나 진행자에게 요청해 주세요.',
  'identity/missing':
    '이 브라우저를 알아볼 수 없습니다. 쿠키를 허용한 뒤 새로고침하거나, 카카오톡 같은 앱 안에서 열었다면 메뉴에서 다른 브라우저로 열어 주세요.',
  'message/malformed': '요청을 이해하지 못했습니다. 페이지를 새로고침해 주세요.',
  'message/too-often': '너무 빠르게 보냈습니다. 잠시 뒤 다시 해 주세요.',
  'server/busy': '서버가 붐빕니다. 투표는 이 휴대전화에 있으며 곧 다시 보냅니다.',
  'server/stopping': '서버가 잠시 멈춥니다. 투표는 이 휴대전화에 있으며 곧 다시 보냅니다.',
  'server/fault': '서버에 문제가 생겼습니다. 잠시 뒤 다시 해 주세요.',
} satisfies Partial<Record<RefusalCode, Sentence>>
