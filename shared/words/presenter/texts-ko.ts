import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Answers in words: looked at on the desk, then shown. */
export const texts = {
  textsTitle: '받은 답변',
  textsHow:
    '확인한 답변만 화면과 휴대전화에 나타납니다. 투표용지 목록에도 보이기로 한 답변만 공개됩니다.',
  textsLoading: '답변을 불러오고 있습니다…',
  textsNone: '받은 답변이 없습니다.',
  textsFacts: ({ shown, all }) => `서로 다른 답변 ${n(all)}개 가운데 ${n(shown)}개를 보이는 중`,
  textsShowAll: '모두 보이기',
  textsHideAll: '모두 숨기기',
  textsUndo: '되돌리기',
  textsShow: '보이기',
  textsHide: '숨기기',
  textsFind: '답변에서 찾기',
  textsTimes: ({ count }) => `${n(count)}명`,
  textsOnScreen: '보이는 중',
  textsWait: '진행자가 답변을 확인하고 있습니다.',
  textsCount: ({ count }) => `답변 ${n(count)}개`,
  textsMore: ({ count }) => `외 ${n(count)}개`,
  textsFreeze: '화면 멈추기',
  textsGoOn: '다시 움직이기',
  textsFrozen: ({ count }) => `멈춤 · 바뀐 답변 ${n(count)}개`,
  textsAsList: '목록으로 보기',
  textsAsCloud: '구름으로 보기',
} satisfies Record<string, Sentence>
