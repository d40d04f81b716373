import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Who may vote by code, password or list. */
export const lists = {
  proofDoor: '입장 코드',
  proofDoorText: '인쇄해 나눠 준 코드로 확인합니다. 코드 하나로 한 번만 입장합니다.',
  proofPassword: '비밀번호',
  proofPasswordText: '진행자가 말로 알려 준 비밀번호를 입력합니다.',
  passwordFirst: '아래에서 비밀번호를 먼저 정하면 적용됩니다.',

  doorCodes: '입장 코드',
  doorCodesNone: '아직 만든 입장 코드가 없습니다. 만들면 바로 인쇄할 수 있습니다.',
  doorCodesSpent: ({ made, spent }) => `${n(made)}장 가운데 ${n(spent)}장 사용`,
  doorCodesCount: '만들 장수',
  doorCodesMake: '만들고 인쇄하기',
  sheetTitle: ({ count }) => `인쇄할 표 ${n(count)}장`,
  sheetOnce:
    '이 코드들은 지금 한 번만 볼 수 있습니다. 서버에는 코드가 남지 않으니 닫기 전에 인쇄하세요.',
  sheetPrint: '인쇄하기',
  sheetDone: '인쇄를 마쳤습니다',
  stickerKo: 'QR을 찍거나 주소에서 코드를 입력하세요.',
  stickerEn: 'Scan the QR code, or type the code at the address.',

  helper: '도움 기기',
  helperText:
    '휴대전화가 없는 분들이 입장 코드로, 투표 명단이 있으면 명단의 번호로 차례로 투표하는 태블릿입니다. 한 분이 끝날 때마다 화면이 지워집니다.',
  helperMake: '도움 기기 링크 만들기',
  helperLink: '태블릿에서 열 링크',
  helperLinkText: '링크를 가진 기기는 모두 도움 기기가 됩니다. 잘못 전해졌다면 새로 만드세요.',
  helperRenew: '새 링크 만들기',
  helperRenewSure: '지금 링크를 끊고 새로 만들기',

  roomPasswordTitle: '회의 비밀번호',
  roomPasswordNone: '정하지 않았습니다.',
  roomPasswordIsSet: '정해져 있습니다. 저장된 비밀번호는 다시 볼 수 없고 새로 정할 수 있습니다.',
  roomPasswordKept: '저장했습니다. 참석자에게 말로 알려 주세요.',
  roomPasswordNew: '새 비밀번호 (대소문자와 띄어쓰기는 구분하지 않습니다)',
  roomPasswordShow: '보기',
  roomPasswordHide: '가리기',
  roomPasswordSet: '비밀번호 저장',

  admittedTitle: '입장한 사람',
  admittedText: '입장을 취소하면 바로 투표할 수 없게 됩니다. 이미 낸 표는 그대로 집계됩니다.',
  admittedShow: '명단 보기',
  admittedFind: '번호로 찾기',
  admittedSeat: ({ seat }) => `${n(seat)}번`,
  admittedOut: '입장 취소됨',
  admittedNone: '해당하는 사람이 없습니다.',
  admittedMore: ({ count }) => `${n(count)}명이 더 있습니다. 번호로 찾아보세요.`,
  withdraw: '입장 취소',
  withdrawSeat: ({ seat }) => `${n(seat)}번 입장 취소`,
  readmit: '다시 입장',
  readmitSeat: ({ seat }) => `${n(seat)}번 다시 입장`,

  actPassword: '회의 비밀번호를 정함',
  actDoorCodes: ({ about }) => `입장 코드 ${n(about)}장을 만듦`,
  actWithdrawn: ({ number }) => `${n(number)}번 입장을 취소함`,
  actReadmitted: ({ number }) => `${n(number)}번을 다시 입장시킴`,
} satisfies Record<string, Sentence>
