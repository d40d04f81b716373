import { formatNumber, type Sentence } from '../index.ts'
import { screens } from './screens-ko.ts'
import { timing } from './timing-ko.ts'
import { place } from './place-ko.ts'
import { lists } from './lists-ko.ts'
import { roster } from './roster-ko.ts'
import { audit } from './audit-ko.ts'
import { named } from './named-ko.ts'
import { floor } from './floor-ko.ts'
import { team } from './team-ko.ts'
import { texts } from './texts-ko.ts'
import { pictures } from '../shared/pictures-ko.ts'
import { verdict } from '../shared/verdict-ko.ts'
import { results } from './results-ko.ts'
import { minutes } from './minutes-ko.ts'
import { kinds } from './kinds-ko.ts'
import { agenda as agendaWords } from './agenda-ko.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('ko', value) : (value ?? '')

/** Said by the desk and the big screen. */
export const presenter = {
  ...place,
  ...lists,
  ...roster,
  ...audit,
  ...named,
  ...floor,
  ...team,
  ...texts,
  ...pictures,
  ...verdict,
  ...results,
  ...minutes,
  ...kinds,
  ...agendaWords,

  serverBusy:
    '서버가 응답하지 않습니다. 작성한 내용은 그대로 있습니다. 잠시 후 다시 시도해 주세요.',
  serverStopping: '서버가 잠시 중단됩니다. 곧 다시 연결됩니다.',
  connecting: '연결하는 중입니다',
  stale: '화면의 숫자가 최신이 아닐 수 있습니다',
  desk: '진행자 화면',
  viewRun: '진행',
  viewPeople: '참석자',
  meetingName: '회의 이름',
  code: '코드',
  room: '참가와 화면',
  people: '참가 현황',

  doorTitle: '진행자만 들어올 수 있습니다',
  doorHow:
    '서버 컴퓨터에서 아래 명령을 실행하면 새 진행자 링크가 나옵니다. 링크는 한 번만 쓸 수 있습니다.',
  doorVoter: '투표하러 오셨나요?',
  doorVoterLink: '참가하기',
  screenDoorTitle: '큰 화면을 열 수 없습니다',
  screenDoorHow:
    '진행자 화면의 ‘큰 화면 열기’를 누르거나, 거기 있는 다른 컴퓨터용 링크로 들어와 주세요.',

  agenda: '질문 목록',
  untitled: '새 질문',
  addQuestion: '질문 추가',
  removeQuestion: '질문 삭제',
  emptyTitle: '준비된 질문이 없습니다',
  emptyText: '질문을 추가하면 바로 투표를 시작할 수 있습니다.',
  stateDraft: '준비 중',
  stateOpen: '투표 중',
  stateClosing: '마감 중',
  stateClosed: '마감',
  stateSealed: '봉인됨',
  stateRevealed: '공개됨',

  writeQuestion: '질문 작성',
  questionTitle: '질문',
  questionPlaceholder: '무엇을 물어볼까요?',
  saved: '저장되었습니다',
  saving: '저장하는 중입니다',
  options: '선택지',
  optionPlace: ({ place }) => `${n(place)}번째 선택지`,
  addOption: '선택지 추가',
  removeOption: ({ place }) => `${n(place)}번째 선택지 삭제`,
  details: '세부 설정',
  names: '비밀 보장',
  namesOpen: '무기명 투표',
  namesOpenText: '이름을 저장하지 않습니다. 투표 중에도 집계를 보여 줄 수 있습니다.',
  namesSecret: '비밀투표',
  namesSecretText: '봉인 전에는 진행자도 집계를 볼 수 없습니다.',
  bars: '집계 공개 시점',
  barsLive: '투표하는 동안',
  barsLiveText: '막대그래프가 실시간으로 움직입니다.',
  barsReveal: '공개할 때',
  barsRevealText: '그전에는 투표한 사람 수만 보입니다.',
  receipts: '확인 코드 발급',
  receiptsText: '결과가 공개되면 자신의 표를 목록에서 찾아볼 수 있습니다.',
  timer: '시간이 지나면 자동 마감',
  timerNone: '시간 제한 없음',
  timerSeconds: ({ seconds }) => `${n(seconds)}초`,
  seconds: '초',

  doOpen: '투표 시작',
  doClose: '투표 마감',
  doWait: '마감하는 중입니다',
  doReveal: '결과 공개',
  doNext: '다음 질문',
  doBack: '진행 중인 질문으로',
  tooFewBallots: ({ least, voted }) =>
    `지금까지 ${n(voted)}명이 투표했습니다. ${n(least)}명보다 적을 때 마감하면 결과를 공개하지 않습니다.`,
  turnout: ({ voted, checkedIn }) => `참석 ${n(checkedIn)}명 가운데 ${n(voted)}명 투표`,
  total: ({ count }) => `총 ${n(count)}명 투표`,
  hiddenUntilReveal: '집계는 공개할 때까지 아무에게도 보이지 않습니다.',
  drifted:
    '진행 중에 센 수와 봉인한 투표용지의 수가 달랐습니다. 모두에게는 투표용지를 센 결과가 보입니다.',
  unreadable:
    '이 질문의 투표함을 열 수 없습니다. 열쇠 파일이 없거나 손상되었습니다. keys 폴더를 되돌려 놓으면 1분 안에 저절로 봉인합니다. 또는 이 질문을 마감하고 다음 질문으로 넘어가세요.',
  late: ({ count }) =>
    `마감 뒤에 도착해 집계되지 않은 투표나 변경: ${n(count)}명 (서버를 시작한 뒤부터 셈)`,

  bigScreen: '큰 화면',
  openScreen: '큰 화면 열기',
  screenHint: '새 창을 프로젝터 화면으로 옮긴 뒤 F 키를 누르면 전체 화면이 됩니다.',
  votersAddress: '참가 주소',
  screenLink: '다른 컴퓨터용 큰 화면 링크 (보기 전용)',
  copy: '복사',
  copied: '복사함',

  healthPhones: ({ count }) => `휴대전화 ${n(count)}대 연결`,
  healthReturning: ({ count }) => `${n(count)}대 다시 연결 중`,
  healthAcked: ({ count, seconds }) => `${n(count)}표 접수 확인 ${n(seconds)}초`,
  healthHow:
    '서버가 최근 30초 동안 직접 잰 값입니다. 시간은 표가 도착해서 접수 확인을 보낼 때까지이며, 100표 가운데 95표가 이 시간 안에 확인되었습니다.',
  troubleLines:
    '휴대전화 여러 대의 연결이 한꺼번에 끊겼습니다. 회의장 와이파이를 확인해 주세요. 화면이 꺼진 휴대폰은 다시 켜면 연결됩니다.',
  troubleSlow:
    '표 접수 확인이 늦어지고 있습니다. 접수된 표는 모두 집계됩니다. 마감을 조금 늦춰 주세요.',

  waiting: ({ count }) => (count === 0 ? '입장 대기' : `입장 대기 ${n(count)}명`),
  waitingNone: '기다리는 사람이 없습니다.',
  whyOutside: '장소 밖으로 확인됨',
  whyUnsure: '위치가 정확하지 않음',
  whyInside: '장소 안으로 확인됨',
  whyAsked: '입장 요청',
  whyOther: '확인되지 않음',
  admit: '입장',
  turnAway: '거절',
  admitNumber: ({ number }) => `${n(number)}번 입장`,
  turnAwayNumber: ({ number }) => `${n(number)}번 거절`,

  presence: '참석 확인',
  presenceFree: '확인하지 않습니다. 주소나 QR만 있으면 누구나 투표할 수 있습니다.',
  presenceAsked: '아래 방법으로 현장에 있는 것이 확인된 사람만 투표할 수 있습니다.',
  proofCode: '화면 코드',
  proofCodeText: '큰 화면에서 계속 바뀌는 코드입니다. QR을 찍으면 자동으로 확인됩니다.',
  proofHand: '진행자 승인',
  proofHandText: '대기 번호를 보고 직접 입장시킵니다.',
  proofFence: '위치',
  proofFenceText: '지정한 장소 안에 있는지 확인합니다. 위치는 저장하지 않습니다.',
  noPositions:
    '참가 주소가 https가 아니어서 휴대전화의 위치를 확인할 수 없습니다. 화면 코드나 진행자 승인을 이용하세요.',
  placeFirst: '장소를 정하면 바뀐 설정이 적용됩니다.',
  need: '두 가지 이상 선택한 경우',
  needAny: '하나만 확인되면 입장',
  needAll: '모두 확인되어야 입장',
  latitude: '위도',
  longitude: '경도',
  radius: '반경 (m)',
  whereIStand: '현재 위치로 설정',
  lookingForPlace: '위치를 찾는 중입니다',
  noPlaceHere:
    '현재 위치를 알 수 없습니다. 브라우저의 위치 권한을 확인하거나 위도와 경도를 직접 입력하세요.',

  joinTitle: '함께 투표해요',
  joinHow: '휴대전화로 QR을 찍거나 아래 주소에서 코드를 입력하세요',
  joinCode: '참가 코드',
  presenceCode: '화면 코드',
  closingNow: '마감합니다',
  lastCall: '전송 중인 표까지 집계합니다',
  timeLeft: '남은 시간',
  ofCheckedIn: ({ count }) => `참석 ${n(count)}명`,
  fingerprintHow: '사진으로 찍어 두면 나중에 결과와 비교할 수 있습니다',
  countingSoon: '곧 결과를 공개합니다',
  sealing: '봉인하는 중입니다',
  result: '결과',
  leads: '최다 득표',
  pageOf: ({ page, pages }) => `${n(page)} / ${n(pages)}`,
  optionColumn: '선택지',
  votesColumn: '표',
  shareColumn: '비율',
  reconnectingScreen: '다시 연결하는 중입니다. 표시된 숫자가 최신이 아닐 수 있습니다',
  keys: '단축키',
  keySpace: '투표 시작·마감·다시 열기, 집계 과정 재생·멈춤',
  keySpaceName: '스페이스',
  keyForward: '다음 단계 (프레젠터 리모컨)',
  keyBack: '집계 과정에서 한 차례 앞으로',
  keyReveal: '봉인·결과 공개',
  keyNext: '다음 질문',
  keyQr: 'QR 크게 보기',
  keyFull: '전체 화면',
  keyHelp: '이 도움말',
  keysViewOnly:
    '보기 전용 화면이므로 Q, F, ? 키만 사용할 수 있습니다. 진행은 진행자 화면에서 합니다.',
  keysAll: '진행자 화면의 버튼으로도 모두 할 수 있습니다.',
  qrFull: 'QR 크게 보기',
  ...timing,
  ...screens,
} satisfies Record<string, Sentence>
