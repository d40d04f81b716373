import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said to a phone that votes for others, too (D56). */
export const voices = {
  seatOwn: '내 투표',
  seatOf: ({ name }) => `${n(name)} 님의 투표`,
  seatFor: '위임을 받아 대신 투표합니다',
  seatPlace: ({ place, count }) => `${n(count)}표 중 ${n(place)}번째`,
  seatOwnFirst: ({ count }) => `위임받은 ${n(count)}표는 그다음에 한 표씩 투표합니다`,
  nextOwn: '이제 내 투표를 하세요',
  nextOf: ({ name }) => `이제 ${n(name)} 님을 대신해 투표하세요`,
  nextMore: '위임받은 표는 한 표씩 따로 투표합니다. 서로 다르게 선택해도 됩니다.',
  seatsCounted: ({ count }) => `${n(count)}표가 모두 집계되었습니다`,
  seatsUnsent: '아직 집계되지 않은 표가 있습니다',
  seatsList: '내가 투표하는 표',
  stateCounted: '집계되었습니다',
  stateUnsent: '아직 집계되지 않았습니다. 자동으로 다시 보냅니다.',
  stateNone: '아직 투표하지 않았습니다',
  stateAsked: '다른 창에서 이미 투표했습니다',
  voteOwn: '내 투표하기',
  voteAs: ({ name }) => `${n(name)} 님 대신 투표하기`,
  vote: '투표하기',
  look: '확인하기',
  changeSeat: '바꾸기',
  back: '다른 표 보기',
  gone: ({ name }) => `${n(name)} 님이 참석해 이제 직접 투표합니다.`,
  othersTitle: '위임받은 표',
  othersCounted: '집계되었습니다.',
  othersNone: '투표하지 않았습니다.',
  othersUnsent: '아직 집계되지 않았습니다. 서버에 확인하고 있습니다.',
} satisfies Record<string, Sentence>
