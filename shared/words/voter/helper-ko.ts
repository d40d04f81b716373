import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Said at a helper's device, where one person after another votes. */
export const helper = {
  helperTitle: '코드를 입력하세요',
  helperHow: '나눠 드린 표에 적힌 여덟 글자입니다.',
  helperListed: '번호나 코드를 입력하세요',
  helperListedHow: '명단에 등록된 회원 번호나 나눠 드린 개인 코드로 투표합니다.',
  helperForgets: '투표를 마치면 이 기기에는 아무것도 남지 않습니다.',
  helperCode: '입장 코드',
  helperKey: '회원 번호 또는 개인 코드',
  helperGo: '확인',
  helperNone: '지금은 열린 투표가 없습니다',
  helperNoneMore: '투표가 시작되면 여기에서 투표할 수 있습니다.',

  againTitle: '이 코드로 이미 투표하셨습니다',
  againListed: '이 번호로 이미 투표하셨습니다',
  againMore: '마감 전까지 바꿀 수 있습니다. 새로 보내기 전까지는 앞서 보낸 투표가 집계됩니다.',
  againOthers: ({ count }) =>
    `위임받은 ${n(count)}표도 모두 투표하셨습니다. 여기서는 내 표만 바꿀 수 있습니다.`,
  againChange: '다시 선택하기',
  againLeave: '그대로 두기',

  helperFor: ({ name }) => `위임을 받아 ${n(name)} 님 대신 투표합니다`,
  helperLeft: ({ count }) =>
    `위임받은 ${n(count)}표가 남았습니다. 번호를 다시 입력하면 이어서 투표합니다.`,
  helperLeave: '그만두기',
  helperNext: '다음 사람',
  helperClears: ({ seconds }) => `${n(seconds)}초 뒤에 화면이 지워집니다.`,
  helperTouch: '계속하려면 화면을 눌러 주세요.',
  helperBack: ({ seconds }) => `${n(seconds)}초 뒤에 처음으로 돌아갑니다.`,

  helperUnsent:
    '집계될 때까지 잠시 기다려 주세요. 연결되면 바로 보냅니다. 무엇을 선택했는지는 화면에 보이지 않습니다.',
  helperLost: '집계되지 않았습니다',
  helperUnchanged: '바꾼 투표는 집계되지 않았습니다',

  helperShut: '이 링크는 쓸 수 없습니다',
  helperShutMore: '진행자 화면의 ‘참석자’에서 도움 기기 링크를 받아 이 기기에서 다시 열어 주세요.',
} satisfies Record<string, Sentence>
