import { formatNumber, type Sentence } from '../index.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('ko', value) : (value ?? '')

/** Those who run meetings, and their meetings. */
export const team = {
  viewTeam: '진행팀',
  viewMeetings: '회의 목록',

  signIn: '로그인',
  signInText: '아이디와 비밀번호를 정해 두었다면 여기서 들어올 수 있습니다.',
  login: '아이디',
  password: '비밀번호',

  team: '함께 진행하는 사람',
  nameless: '이름 없음',
  itsMe: '(나)',
  role: '역할',
  roleOwner: '소유자',
  roleOwnerText: '진행하고, 사람을 초대하거나 내보내고, 회의를 삭제하고, 재검표 파일을 받습니다.',
  roleFacilitator: '진행자',
  roleFacilitatorText: '회의를 만들고 진행합니다.',
  atDesk: '지금 접속 중',
  invited: '초대 링크를 아직 열지 않음',
  inviteName: '초대할 사람의 이름',
  invite: '초대 링크 만들기',
  sendLink: ({ name }) => `초대 링크를 보내 주세요: ${name}`,
  inviteLink: '초대 링크',
  inviteLinkText:
    '한 번만 쓸 수 있고 7일 뒤에 만료됩니다. 이 링크는 지금만 보이니 바로 보내 주세요.',
  newLink: '새 링크',
  newLinkSure: '로그아웃하고 새 링크 만들기',
  removeMember: '내보내기',
  removeMemberSure: '정말 내보내기',

  ownAccount: '내 계정',
  ownName: '이름',
  ownNameText: '함께 진행하는 사람에게 보입니다.',
  noPassword: '아이디와 비밀번호를 정하면 링크 없이 다른 기기에서도 들어올 수 있습니다.',
  hasPassword:
    '다른 기기에서 이 아이디와 비밀번호로 들어올 수 있습니다. 새로 정하면 다른 브라우저에서는 로그아웃됩니다.',
  newPassword: ({ least }) => `새 비밀번호 (${n(least)}자 이상)`,
  setPassword: '비밀번호 저장',
  passwordKept: '저장했습니다. 다른 브라우저에서는 로그아웃되었습니다.',
  signOut: '이 기기에서 로그아웃',

  acts: '최근 진행 기록',
  actsNone: '아직 기록이 없습니다.',
  actOpened: ({ about }) => `투표 시작: ${about}`,
  actClosed: ({ about }) => `투표 마감: ${about}`,
  actRevealed: ({ about }) => `결과 공개: ${about}`,
  actFloorOn: '객석 질문 받기 시작',
  actFloorOff: '객석 질문 받기 중지',
  actTexts: ({ about }) => `보이는 답변 변경: ${about}`,
  actRemoved: ({ about }) => (about === '' ? '빈 질문 삭제' : `질문 삭제: ${about}`),
  actReopened: ({ about }) => `다시 투표 시작: ${about}`,
  actExtended: ({ about }) => `시간 변경: ${about}`,
  actUntimed: ({ about }) => `시간 제한 해제: ${about}`,
  actNamed: ({ about }) => `회의 이름 변경: ${about}`,
  actHelper: '도움 기기 링크 생성',
  actRule: '참석 확인 방법 변경',
  actAdmitted: ({ number }) => `대기 ${number}번 입장`,
  actTurnedAway: ({ number }) => `대기 ${number}번 거절`,

  meetings: '회의',
  untitledMeeting: '이름 없는 회의',
  questionsCount: ({ count }) => `질문 ${n(count)}개`,
  thisMeeting: '지금 보는 회의',
  newMeeting: '새 회의',
  newMeetingText: '회의마다 참가 코드와 질문, 명단이 따로 있습니다.',
  makeMeeting: '회의 만들기',
  removeMeeting: '삭제',
  removeMeetingSure: '결과까지 모두 삭제',
} satisfies Record<string, Sentence>
