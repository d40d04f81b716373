import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Preparing an agenda: templates, copies and the order of questions. Options stand a line each. */
export const agenda = {
  actImported: ({ about }) => `질문 ${n(about)}개를 가져옴`,
  copyQuestion: '질문 복제',
  toAgenda: ({ count }) => `질문 목록 (${n(count)}) ↓`,
  addBefore: '앞에 추가',
  testDraftText:
    '휴대전화와 큰 화면을 미리 써 보는 투표입니다. 질문과 선택지는 정해져 있고, 결과는 어디에도 남지 않습니다.',

  copyMeeting: '이 구성으로 새 회의',
  meetingCopied:
    '같은 구성의 새 회의입니다. 참석자, 명단, 비밀번호, 결과는 가져오지 않았습니다. 맨 위에서 회의 이름을 바꿀 수 있습니다.',
  exportFile: '파일로 저장',
  importOpen: '질문 가져오기',
  importTitle: '질문 가져오기',
  importPaste: '질문을 적거나 붙여 넣으세요',
  importExample: '점심은 무엇으로 할까요?\n- 비빔밥\n- 국수\n\n회칙 개정안을 의결할까요?',
  importHow:
    '질문과 질문 사이는 한 줄 띄우고, 선택지는 질문 아래에 한 줄에 하나씩 적습니다. 선택지가 없으면 찬성·반대·기권이 됩니다. 엑셀에서 복사하면 한 줄이 질문 하나가 됩니다.',
  importFile: '파일 고르기',
  importPreview: '추가할 질문',
  importCount: ({ count }) => `질문 ${n(count)}개를 맨 뒤에 추가합니다`,
  importLater: '추가한 뒤에 고칠 것:',
  importAdd: ({ count }) => `질문 ${n(count)}개 추가`,
  importAddNone: '추가',
  importFaults: ({ count }) =>
    `고칠 곳이 ${n(count)}군데 있습니다. 모두 고쳐야 추가할 수 있습니다.`,
  importMoreFaults: ({ count }) => `그 밖에 ${n(count)}군데가 더 있습니다.`,
  importLine: ({ line }) => `${n(line)}번째 줄:`,
  importAt: ({ line, question }) => `${n(line)}번째 줄, ${n(question)}번 질문:`,
  importUnreadable:
    '여기서부터 읽을 수 없습니다. 따옴표나 쉼표, 괄호가 빠졌는지 확인하거나 파일을 다시 저장하세요.',
  importNotOurs: 'mVoting에서 저장한 질문 파일이 아닙니다. 다른 파일을 고르세요.',
  importNewer: '더 새로운 mVoting에서 저장한 파일입니다. 서버를 새 버전으로 바꾼 뒤 다시 하세요.',
  importNothing: '파일에 질문이 없습니다.',
  importTooMany: ({ questions }) =>
    `한 번에 ${n(questions)}개까지 가져올 수 있습니다. 나누어 가져오세요.`,
  importNoTitle: '질문이 없습니다. 무엇을 물을지 적으세요.',
  importLongTitle: ({ title }) => `질문이 ${n(title)}자를 넘습니다. 줄여 주세요.`,
  importLongOption: ({ option }) => `선택지가 ${n(option)}자를 넘습니다. 줄여 주세요.`,
  importTooManyOptions: ({ options }) =>
    `선택지가 ${n(options)}개를 넘습니다. 여기부터 지우거나 질문을 나누세요.`,
  importUnknownName: ({ name }) => `‘${name}’은(는) 없는 항목입니다. 이름을 고치거나 지우세요.`,
  importWrongValue: ({ name }) =>
    name === ''
      ? '질문은 { }로 묶어야 합니다.'
      : `‘${name}’의 값이 없거나 맞지 않습니다. ‘파일로 저장’으로 만든 파일과 비교해 고치세요.`,

  preview: '미리보기',
  previewTitle: '미리보기 · 투표되지 않습니다',
  previewPhone: '휴대전화',
  previewScreen: '큰 화면',
  moveUp: '앞으로 옮기기',
  moveDown: '뒤로 옮기기',

  templates: '예시로 시작',
  templateMotion: '안건 표결',
  motionTitle: '이 안건을 의결할까요?',
  templateTwoThirds: '3분의 2 표결',
  twoThirdsTitle: '회칙 개정안을 의결할까요?',
  templateBudgetLine: '예산 항목',
  budgetLineTitle: '마을 축제 예산 500만 원을 승인할까요?',
  templatePerson: '대표 선출',
  personTitle: '대표 1명을 뽑아 주세요.',
  personOptions: '후보 1\n후보 2\n후보 3',
  templateTest: '연습: 커피와 차',
  templateElection: '위원 선출',
  electionTitle: '위원 2명을 뽑아 주세요.',
  electionOptions: '후보 1\n후보 2\n후보 3\n후보 4\n후보 5',
  templateRanked: '순위 투표',
  rankedTitle: '후보를 마음에 드는 순서대로 매겨 주세요.',
  rankedOptions: '후보 1\n후보 2\n후보 3\n후보 4',
  templatePoll: '선호 조사',
  pollTitle: '다음 모임은 언제가 좋으세요?',
  pollOptions: '평일 낮\n평일 저녁\n토요일\n일요일',
  templatePleased: '만족도',
  pleasedTitle: '오늘 모임에 얼마나 만족하셨나요?',
  pleasedOptions: '주제\n진행\n발언 기회\n장소\n시간',
  templateBudget: '예산 우선순위',
  budgetTitle: '먼저 추진할 사업을 3개까지 골라 주세요.',
  budgetOptions: '놀이터 정비\n골목 조명\n경로당 지원\n마을 축제\n나무 심기',
  templatePurse: '주민참여예산',
  purseTitle: '예산 1억 원으로 어떤 사업을 할까요?',
  purseOptions:
    '100000000 원\n어린이 놀이터 그늘막: 45000000\n골목 조명 교체: 32000000\n경로당 냉난방기: 18000000\n빗물 정원: 27000000\n나무 심기: 12000000',
  templateFields: '분야별 투표',
  fieldsTitle: '분야마다 한 사업까지 골라 주세요.',
  fieldsOptions:
    '교통: 골목 조명, 자전거 길\n복지: 경로당 지원, 공동 부엌\n환경: 나무 심기, 빗물 정원',
  templateCloud: '낱말 구름',
  cloudTitle: '우리 마을 하면 떠오르는 낱말은 무엇인가요?',
} satisfies Record<string, Sentence>
