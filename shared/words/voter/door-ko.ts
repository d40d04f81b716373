import { detailIn, type Sentence } from '../index.ts'

export { doorRefusals } from '../shared/door-ko.ts'

const n = detailIn('ko')

/** Said to a phone that is not yet known to be here. */
export const door = {
  joinTitle: '참석을 확인합니다',
  joinByOne: '현장에 있는 사람만 투표할 수 있습니다. 아래에서 확인하거나 진행자에게 요청해 주세요.',
  joinByAny: '현장에 있는 사람만 투표할 수 있습니다. 아래 방법 가운데 하나로 확인해 주세요.',
  joinByAll:
    '현장에 있는 사람만 투표할 수 있습니다. 아래 확인을 모두 마치거나 진행자에게 요청해 주세요.',
  joinByHand: '현장에 있는 사람만 투표할 수 있습니다. 진행자가 한 분씩 확인하고 입장시켜 드립니다.',
  place: '위치로 확인',
  placeWhy: '지금 행사장에 있는지 한 번만 확인합니다. 위치는 저장하지 않습니다.',
  placeCheck: '위치 확인하기',
  placeChecking: '확인하고 있습니다…',
  placeAgain: '다시 확인하기',
  placeInside: '위치를 확인했습니다.',
  placeOutside:
    '행사장 밖에 있는 것으로 나옵니다. 실내에서는 위치가 어긋날 수 있으니 다시 확인하거나 다른 방법을 이용해 주세요.',
  placeUnsure:
    '위치가 정확하지 않아 확인할 수 없습니다. 창가에서 다시 확인하거나 다른 방법을 이용해 주세요.',
  placeListed: ({ number }) =>
    `진행자의 대기 명단에 ${n(number)}번으로 올라 있습니다. 번호를 보여 주면 진행자가 입장시켜 드립니다.`,
  placeInsecure: '이 주소에서는 브라우저가 위치를 알려 주지 않습니다. 다른 방법으로 확인해 주세요.',
  placeDenied: '위치 사용이 꺼져 있습니다. 아래 안내대로 켜거나 다른 방법을 이용해 주세요.',
  placeUnavailable: '휴대전화가 위치를 찾지 못했습니다. 다시 확인하거나 다른 방법을 이용해 주세요.',
  placeTimeout:
    '위치를 찾는 데 시간이 너무 오래 걸립니다. 다시 확인하거나 다른 방법을 이용해 주세요.',
  placeSteps: '이 기기에서 위치를 켜는 방법',
  stepsIphoneOn:
    '설정 앱 → 개인정보 보호 및 보안 → 위치 서비스를 켜고, 목록의 ‘Safari 웹 사이트’(또는 사용하는 브라우저)를 ‘앱을 사용하는 동안’으로 바꿉니다.',
  stepsIphoneAllow: '이 화면의 주소창 왼쪽 단추 → 웹 사이트 설정 → 위치를 ‘허용’으로 바꿉니다.',
  stepsAndroidOn: '화면 위에서 아래로 쓸어내려 ‘위치’를 켭니다.',
  stepsAndroidAllow: '주소창 왼쪽 단추 → 권한 → 위치를 ‘허용’으로 바꿉니다.',
  stepsSamsungAllow:
    '주소창의 자물쇠 → 권한 → 위치를 ‘허용’으로 바꿉니다. 보이지 않으면 휴대전화 설정 → 애플리케이션 → 삼성 인터넷 → 권한 → 위치를 허용합니다.',
  stepsComputer: '주소창 왼쪽 단추를 누르고 위치를 ‘허용’으로 바꿉니다.',
  stepsAgain:
    '여기로 돌아와 ‘다시 확인하기’를 누릅니다. 그래도 안 되면 페이지를 새로고침해 주세요.',
  outsideKakao: '카카오톡 안에서 열려 있습니다. 브라우저에서 열어 주세요.',
  outsideOpen: '브라우저에서 열기',
  outsideNaver: '네이버 앱 안에서 열려 있습니다. 메뉴 → ‘기본 브라우저로 열기’를 눌러 주세요.',
  outsideApp: '다른 앱 안에서 열려 있습니다. 메뉴 → ‘브라우저에서 열기’를 눌러 주세요.',
  code: '화면 코드로 확인',
  codeHow: '지금 큰 화면에 보이는 화면 코드',
  codeSend: '코드 확인하기',
  codePassed:
    'QR에 담긴 화면 코드의 시간이 지났습니다. 큰 화면의 QR을 다시 찍거나 지금 보이는 코드를 입력해 주세요.',
  codeProven: '코드를 확인했습니다.',
  door: '입장 코드로 확인',
  doorHow: '나눠 드린 표에 적힌 여덟 글자',
  doorShape: '입장 코드는 여덟 글자입니다. 숫자 0과 1, 영문 O, I, L은 쓰지 않습니다.',
  doorProven: '입장 코드를 확인했습니다.',
  password: '비밀번호로 확인',
  passwordHow: '진행자가 알려 준 회의 비밀번호',
  passwordSend: '비밀번호 확인하기',
  passwordProven: '비밀번호를 확인했습니다.',
  joinListed: '명단에 있는 사람만 투표할 수 있습니다. 받은 번호나 코드를 입력해 주세요.',
  joinListedHere:
    '명단에 있고 현장에 있는 사람만 투표할 수 있습니다. 명단과 참석을 모두 확인해 주세요.',
  listed: '명단 확인',
  listedHow: '회원 번호 또는 개인 코드',
  listedSend: '명단 확인하기',
  listedProven: '명단에서 확인했습니다.',
  withdrawnTitle: '입장이 취소되었습니다',
  joinWithdrawn:
    '진행자가 입장을 취소해 지금은 투표할 수 없습니다. 진행 중인 질문에 이미 낸 표는 그대로 집계됩니다.',
  host: '진행자에게 요청',
  hostHow: '진행자에게 요청하면 직접 확인하고 입장시켜 드립니다.',
  hostAsk: '진행자에게 요청하기',
  hostDeclined: '아직 입장이 승인되지 않았습니다. 다른 방법으로 확인하거나 다시 요청해 주세요.',
  hostNumber: '이 번호를 진행자에게 보여 주세요',
  hostWaiting: '승인되면 화면이 자동으로 바뀝니다.',
  joinLocked: '입장 문이 닫혀 있습니다. 진행자에게 번호를 보여 주면 들어갈 수 있습니다.',
  network: '행사장 와이파이로 확인',
  networkHow: '행사장 와이파이에 연결하면 바로 확인됩니다. 주소는 저장하지 않습니다.',
  networkAgain: '연결했어요',
  networkNot:
    '아직 행사장 와이파이로 확인되지 않습니다. 연결을 확인하거나 다른 방법을 이용해 주세요.',
  freshTitle: '한 번 더 확인합니다',
  freshWhy: '이 질문은 지금 현장에 있는 사람만 투표합니다. 확인되면 바로 투표 화면이 열립니다.',
  votedBy: ({ name }) =>
    `오시기 전에 ${n(name)} 님이 위임을 받아 투표했습니다. 이 투표는 그대로 두며, 다음 질문부터 직접 투표합니다.`,
  watchMore: '결과가 공개되면 자동으로 나타납니다.',
} satisfies Record<string, Sentence>
