import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** The list of those who may vote. */
export const roster = {
  rosterTitle: '투표 명단',
  presenceListed:
    '참석은 따로 확인하지 않습니다. 명단에 있는 사람이 번호를 입력하면 바로 투표할 수 있습니다.',
  rosterNone:
    '명단을 올리면 명단에 있고 참석이 확인된 사람만 투표합니다. 명단이 없으면 입장한 기기마다 한 표입니다.',
  rosterIs: ({ size, present }) => `명단 ${n(size)}명 · 참석 ${n(present)}명`,
  rosterPaste: '한 줄에 한 사람씩 이름, 번호, 위임받은 사람을 붙여 넣으세요',
  rosterHow:
    '번호는 그 사람이 휴대전화에서 입력합니다. 회원 번호처럼 남이 짐작하기 어려운 값이 좋습니다. 비워 두면 열 글자 개인 코드를 만들어 인쇄합니다. 의결권을 위임한 사람은 셋째 칸에 위임받은 사람의 번호나 이름을 적습니다. 본인이 오면 위임은 끝납니다. 의결권이 서로 다르면 첫 줄에 ‘이름, 번호, 의결권’이라고 제목을 적고 그 칸에 수를 적습니다.',
  rosterExample: '김하늘, 20417\n이바다, 30982, 김하늘\n박솔,',
  rosterFile: 'CSV 파일 고르기',
  rosterPreview: ({ people }) => `읽은 명단 ${n(people)}명`,
  rosterCodes: ({ codes }) => `개인 코드 ${n(codes)}개를 만들어 인쇄합니다.`,
  rosterName: '이름',
  rosterKey: '번호',
  rosterOwnCode: '개인 코드',
  rosterMoreLines: ({ count }) => `외 ${n(count)}명`,
  rosterFaults: ({ count }) => `고칠 곳 ${n(count)}곳. 모두 고쳐야 명단이 정해집니다.`,
  rosterFaultAt: ({ row, column }) => `${n(row)}번째 줄 ${n(column)}번째 칸:`,
  faultUnreadable: '따옴표가 닫히지 않아 읽을 수 없습니다.',
  faultNoName: '이름이 없습니다.',
  faultTooLong: '60자를 넘습니다.',
  faultSameKey: '위에 같은 번호가 있습니다.',
  faultMoreCells:
    '이름, 번호, 위임, 의결권 칸만 쓸 수 있습니다. 첫 줄의 제목은 ‘위임’과 ‘의결권’입니다.',
  faultTooMany: '명단은 5,000명까지입니다.',
  faultProxyUnknown: '위임받은 사람을 명단에서 찾을 수 없습니다. 동명이인은 번호로 적으세요.',
  faultProxySelf: '자기 자신에게는 위임할 수 없습니다.',
  faultProxyChain: '위임받은 사람도 의결권을 위임했습니다. 위임받은 표를 다시 넘길 수는 없습니다.',
  faultProxyMany: '한 사람은 20명까지만 위임받을 수 있습니다.',
  rosterProxy: '위임받은 사람',
  rosterVoices: ({ voices }) => `의결권을 위임한 사람 ${n(voices)}명`,
  rosterGave: ({ name }) => `위임 → ${n(name)}`,
  rosterHolds: ({ count, names }) => `위임받음 ${n(count)}명: ${n(names)}`,
  turnoutSeats: ({ voted, seats, checkedIn }) =>
    `참석 ${n(checkedIn)}명, 위임 포함 ${n(seats)}표 가운데 ${n(voted)}표 투표`,
  ofSeats: ({ count, seats }) => `참석 ${n(count)}명, 위임 포함 ${n(seats)}표`,
  ofHeld: ({ seats }) => `위임 포함 ${n(seats)}표`,
  rosterSet: '이 명단으로 정하기',
  rosterReplace: '명단 바꾸기',
  rosterCancel: '그만두기',
  rosterRemove: '명단 없애기',
  rosterRemoveSure: '명단을 정말 없앱니다',
  rosterShow: '투표 명단 보기',
  rosterFind: '이름으로 찾기',
  rosterFree: '아직 오지 않음',
  rosterHeld: '번호 확인됨, 참석 확인 전',
  rosterPresent: '참석',
  rosterRelease: '기기 해제',
  rosterReleaseSure: '정말 해제합니다',
  rosterReleaseText:
    '기기를 해제하면 같은 번호로 다른 기기에서 들어올 수 있습니다. 자리와 낸 표는 그대로입니다.',
  rosterNobody: '해당하는 사람이 없습니다.',
  rosterMore: ({ count }) => `${n(count)}명이 더 있습니다. 이름으로 찾아보세요.`,
  rosterPick: ({ number }) => `${n(number)}번이 명단에서 누구인지 고르기`,
  rosterPickNone: '명단에서 고르기',
  whyUnlisted: '명단 확인 안 됨',
  stickerOwnKo: 'QR을 찍고 이 개인 코드를 입력하세요.',
  stickerOwnEn: 'Scan the QR code, then type this personal code.',

  actRoster: ({ about }) => `투표 명단을 정함 (${n(about)}명)`,
  actRosterRemoved: '투표 명단을 없앰',
  actReleased: ({ about }) => `명단 ${n(about)}번의 기기를 해제함`,
} satisfies Record<string, Sentence>
