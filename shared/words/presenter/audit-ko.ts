import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** What is published of ballots that say much, and the file for those who recount them. */
export const audit = {
  ballots: '투표용지',
  ballotsTotals: '집계만 공개',
  ballotsTotalsText:
    '투표용지는 재검표할 사람만 봅니다. 시킨 대로 적었는지 다른 사람이 확인하기 어렵습니다.',
  ballotsPublished: '투표용지까지 공개',
  ballotsPublishedText:
    '이름 없이 한 장씩 공개해 누구나 다시 셀 수 있습니다. 다만 특정한 점수나 순위를 적으라고 시킨 사람은 그 용지를 알아볼 수 있습니다.',
  ballotsCodes:
    '확인 코드를 발급하면 휴대전화로 자기 표를 보여 줄 수 있습니다. 압력이 걱정되면 세부 설정에서 끄세요.',
  auditors: '재검표할 사람',
  auditorsExample: '비우면 회의 소유자',
  auditorsText: '투표 전에, 그리고 결과와 함께 모두에게 보입니다.',
  auditFile: '재검표 파일 내려받기',
  auditFileText:
    '모든 투표용지가 들어 있으니 재검표할 사람에게만 건네세요. 내려받은 사실은 진행 기록에 남습니다.',
  auditOpen: '다시 세는 페이지 열기',
  actAudited: ({ about }) => `재검표 파일 내려받기: ${n(about)}`,
} satisfies Record<string, Sentence>
