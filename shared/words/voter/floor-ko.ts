import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Questions from the floor: fetched once a meeting takes them. */
export const floor = {
  floorTitle: '현장 질문',
  floorYours: '질문 쓰기',
  floorNames:
    '이름은 보이지 않고, 누가 썼는지 서버에도 저장하지 않습니다. 내 질문은 이 휴대전화만 기억합니다. 공감은 한 사람이 두 번 누르지 못하도록 질문마다 다른 암호로만 남깁니다.',
  floorChecked: '진행자가 확인한 뒤 모두에게 보입니다.',
  floorAtOnce: '보내면 바로 모두에게 보입니다.',
  floorLeft: ({ left }) => `${n(left)}자 남음`,
  floorOver: ({ over }) => `${n(over)}자를 줄여 주세요`,
  floorSend: '질문 보내기',
  floorSent: '질문을 보냈습니다.',
  floorMine: '내 질문',
  floorWaiting: '확인 중',
  floorShown: '공개됨',
  floorHidden: '공개되지 않음',
  floorAnswered: '답변함',
  floorOthers: '모두의 질문',
  floorNone: '아직 공개된 질문이 없습니다.',
  floorMore: ({ count }) => `외 ${n(count)}개`,
  floorVote: '공감',
  floorVotes: ({ count }) => `공감 ${n(count)}`,
  floorTooOften: '조금 전에 질문을 보내셨습니다. 1분쯤 뒤에 다시 보내 주세요.',
  floorNow: '방금 질문 받기가 끝났습니다.',
  floorGone: ({ count }) =>
    `질문이 너무 많이 와서 내 질문 ${n(count)}개가 목록에서 빠졌습니다. 다시 보내 주세요.`,
  floorFull: '지금은 질문이 가득 찼습니다. 잠시 뒤에 다시 보내 주세요.',
  floorOdd: '질문을 글로 적어 주세요.',
  floorTryAgain: '보내지 못했습니다. 잠시 뒤 다시 눌러 주세요.',
} satisfies Record<string, Sentence>
