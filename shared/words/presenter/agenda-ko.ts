import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** Preparing an agenda: templates, copies and the order of questions. Options stand a line each. */
export const agenda = {
  actImported: ({ about }) => `질문 ${n(about)}개를 가져옴`,
  copyQuestion: '질문 복제',
  moveUp: '앞으로 옮기기',
  moveDown: '뒤로 옮기기',

  templates: '예시로 시작',
  templateMotion: '안건 표결',
  motionTitle: '이 안건을 의결할까요?',
  templateElection: '위원 선출',
  electionTitle: '위원 2명을 뽑아 주세요.',
  electionOptions: '후보 1\n후보 2\n후보 3\n후보 4',
  templatePoll: '선호 조사',
  pollTitle: '다음 모임은 언제가 좋으세요?',
  pollOptions: '평일 낮\n평일 저녁\n토요일\n일요일',
  templatePleased: '만족도',
  pleasedTitle: '오늘 좋았던 점을 모두 골라 주세요.',
  pleasedOptions: '주제\n진행\n발언 기회\n장소\n시간',
  templateBudget: '예산 우선순위',
  budgetTitle: '먼저 추진할 사업을 3개까지 골라 주세요.',
  budgetOptions: '놀이터 정비\n골목 조명\n경로당 지원\n마을 축제\n나무 심기',
} satisfies Record<string, Sentence>
