import { formatNumber, type Sentence } from '../index.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('ko', value) : (value ?? '')

/** Said by the phone. */
export const voter = {
  largeType: '큰 글씨',
  reconnectingMore: '다시 연결하고 있습니다. 고른 것은 그대로 남아 있습니다.',
  connecting: '연결하고 있습니다',
  connectingLong:
    '아직 연결되지 않았습니다. 와이파이나 데이터가 켜져 있는지, 행사장 와이파이에 연결되었는지 확인해 주세요. 연결되면 저절로 열립니다.',
  reload: '새로고침',
  refusedTitle: '들어갈 수 없습니다',
  noAnswer: '서버의 답이 없습니다. 잠시 뒤 다시 눌러 주세요.',

  enterTitle: '회의 코드를 입력해 주세요',
  enterHow: '큰 화면에 보이는 여섯 글자입니다. 대문자와 소문자는 구별하지 않습니다.',
  meetingCode: '회의 코드',
  enter: '들어가기',
  codeShape: '여섯 글자를 입력해 주세요. 숫자 0과 1, 글자 O, I, L은 쓰지 않습니다.',

  joinTitle: '이곳에 계신지 확인합니다',
  joinByOne: '이 자리에 있는 사람만 투표합니다. 아래에서 확인하거나 진행자에게 요청해 주세요.',
  joinByAny: '이 자리에 있는 사람만 투표합니다. 아래 방법 가운데 하나면 충분합니다.',
  joinByAll: '이 자리에 있는 사람만 투표합니다. 아래를 모두 확인하거나 진행자에게 요청해 주세요.',
  joinByHand: '이 자리에 있는 사람만 투표합니다. 진행자가 직접 입장을 허락합니다.',
  place: '위치로 확인',
  placeWhy: '이 휴대전화가 행사장에 있는지 한 번만 확인합니다. 위치는 저장하지 않습니다.',
  placeCheck: '위치 확인하기',
  placeChecking: '확인하고 있습니다…',
  placeAgain: '다시 확인하기',
  placeInside: '위치를 확인했습니다.',
  placeOutside:
    '행사장 밖으로 나타납니다. 실내에서는 위치가 틀릴 수 있으니 다시 확인하거나 다른 방법을 써 주세요.',
  placeUnsure:
    '위치가 정확하지 않아 판단할 수 없습니다. 창가에서 다시 확인하거나 다른 방법을 써 주세요.',
  placeInsecure: '이 주소에서는 브라우저가 위치를 알려 주지 않습니다. 다른 방법으로 확인해 주세요.',
  placeDenied: '위치 사용이 꺼져 있습니다. 아래 순서로 켜거나 다른 방법으로 확인해 주세요.',
  placeUnavailable: '이 휴대전화가 위치를 알 수 없습니다. 다시 확인하거나 다른 방법을 써 주세요.',
  placeTimeout: '위치를 제때 찾지 못했습니다. 다시 확인하거나 다른 방법을 써 주세요.',
  placeSteps: '위치를 켜는 방법',
  placeIphone:
    '아이폰: 설정 → 개인정보 보호 및 보안 → 위치 서비스를 켜고, 목록에서 사용하는 브라우저를 ‘앱을 사용하는 동안’으로 바꿔 주세요.',
  placeAndroid:
    '안드로이드: 화면 위를 쓸어내려 위치를 켜고, 주소창의 자물쇠 → 권한 → 위치를 허용해 주세요.',
  placeInApp:
    '카카오톡이나 네이버 앱 안에서 열었다면: 메뉴에서 ‘다른 브라우저로 열기’를 눌러 주세요.',
  code: '화면의 코드로 확인',
  codeHow: '지금 큰 화면에 보이는 확인 코드',
  codeSend: '코드 확인하기',
  codeProven: '코드를 확인했습니다.',
  host: '진행자에게 요청',
  hostHow: '다른 방법이 어려우면 진행자가 바로 입장시켜 드립니다.',
  hostAsk: '진행자에게 요청하기',
  hostNumber: '진행자에게 이 번호를 보여 주세요',
  hostWaiting: '허락되면 화면이 저절로 바뀝니다.',

  inTitle: '입장했습니다',
  inMore: '투표가 시작되면 질문이 여기에 저절로 나타납니다.',

  secretMore: '봉인한 뒤에는 누가 무엇을 골랐는지 아무도 이을 수 없습니다.',
  openLive:
    '이름은 저장하지 않습니다. 다만 집계가 바로 보이므로, 화면을 촬영하면서 누가 언제 투표했는지 아는 사람은 선택을 짐작할 수 있습니다.',
  openMore: '이름은 저장하지 않습니다. 결과는 마감한 뒤 함께 봅니다.',
  timeLeft: '남은 시간',
  closing: '마감 중입니다. 보내는 중인 투표는 아직 집계됩니다.',
  chosen: ({ count, most }) => `최대 ${n(most)}개 가운데 ${n(count)}개 선택`,
  chooseOne: '하나를 골라 주세요.',
  send: '투표하기',
  sendChange: '이것으로 바꾸기',
  change: '투표 바꾸기',
  changeMore: '새로 보내기 전까지는 앞의 투표가 그대로 집계됩니다.',
  changeLeave: '바꾸지 않고 돌아가기',
  yourChoice: '고른 것',

  unsentTitle: '아직 집계되지 않았습니다',
  unsentMore: '보내고 있습니다. 투표는 이 휴대전화에 안전하게 있으니 화면을 닫지 말아 주세요.',
  elsewhereTitle: '다른 창에서 이미 투표하셨습니다',
  elsewhereMore: '그 투표를 지금 고른 것으로 바꿀까요?',
  elsewhereReplace: '지금 고른 것으로 바꾸기',
  elsewhereLeave: '앞의 투표 그대로 두기',

  counted: '집계되었습니다',
  countedAt: ({ time }) => `${n(time)}에 보낸 투표입니다`,
  countedMore: '마감 전까지는 몇 번이든 바꿀 수 있으며, 마지막 것만 집계됩니다.',
  tracking: '확인 코드 보기',
  trackingMore:
    '결과가 공개되면 이 코드로 내 투표용지를 찾을 수 있습니다. 다른 사람에게 보여 주면 무엇을 골랐는지도 알려 주게 됩니다.',

  closedTitle: '투표가 마감되었습니다',
  countedClosed: '내 투표가 집계되었습니다.',
  unsentClosed: '내 투표가 아직 집계되지 않았습니다. 서버에 다시 확인하고 있습니다.',
  notVoted: '이 질문에는 투표하지 않았습니다.',
  late: '투표가 마감 뒤에 도착하여 집계되지 않았습니다.',
  earlier: '앞서 보낸 투표가 집계되었습니다. 바꾼 투표는 마감 뒤에 도착했습니다.',
  sealing: '투표용지를 봉인하고 있습니다.',
  sealMore:
    '큰 화면의 지문과 같은지 확인해 보세요. 공개 뒤에 한 장이라도 바뀌면 지문이 달라집니다.',
  revealSoon: '결과가 공개되면 여기에 저절로 나타납니다.',

  resultTitle: '결과',
  mostHere: '가장 많음',
  tiedHere: '공동 1위',
  mine: '내 선택',
  findTitle: '내 투표용지 찾기',
  findHow: '공개된 투표용지를 이 휴대전화가 직접 다시 세어 봅니다.',
  find: '찾고 다시 세기',
  finding: '세고 있습니다…',
  mineFound: '내 투표용지가 명단에 그대로 있습니다.',
  mineMissing: '내 투표용지가 명단에 없습니다. 진행자에게 알려 주세요.',
  mineNone: '이 질문에는 투표하지 않아 찾을 투표용지가 없습니다.',
  mineElsewhere:
    '집계된 투표용지는 다른 창이나 다른 기기에서 보낸 것이라 여기서는 찾을 수 없습니다.',
  mineNoCode:
    '이 투표는 확인 코드를 만들지 않습니다. 그래서 아무도 무엇을 골랐는지 증명할 수 없습니다.',
  checkLeaves: ({ count }) => `투표용지 ${n(count)}장이 모두 명단의 기록과 같습니다.`,
  checkRoot: '명단이 봉인할 때의 명단과 같습니다.',
  checkFingerprint: '봉인 지문이 회의장에서 본 지문과 같습니다.',
  checkCounts: '다시 센 결과가 발표된 결과와 같습니다.',
  checkFailed: '맞지 않는 것이 있습니다. 이 화면을 진행자에게 보여 주세요.',
  holds: '맞음:',
  fails: '틀림:',

  protection: '이 투표는 어떻게 보호되나요',
  protectionSecret:
    '비밀투표: 봉인할 때 누가 보냈는지에 대한 기록을 지웁니다. 그전에는 집계도 보이지 않습니다.',
  protectionOpen: '무기명 투표: 선택 옆에 이름을 저장하지 않습니다.',
  protectionLive: '집계가 투표 중에 큰 화면에 보입니다.',
  protectionReveal: '집계는 공개할 때까지 아무에게도 보이지 않습니다.',
  protectionReceipts:
    '이 휴대전화가 확인 코드를 보관하므로, 공개 뒤에 내 투표용지를 찾을 수 있습니다.',
  protectionNoReceipts: '확인 코드를 만들지 않으므로, 누구도 무엇을 골랐는지 증명할 수 없습니다.',
  protectionSeal:
    '결과를 보기 전에 모든 투표용지를 봉인하고 지문을 보여 줍니다. 그 뒤의 변경은 드러납니다.',
  protectionServer:
    '약속할 수 없는 것: 투표가 열려 있는 동안 서버를 운영하는 사람은 투표용지를 읽을 수도 있습니다.',
  protectionNotFor: '표를 사고파는 일이나 강요를 막지 못하므로, 공직 선거에는 쓰지 마세요.',
  rulesHash: '규칙의 지문',
} satisfies Record<string, Sentence>
