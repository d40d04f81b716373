import { detailIn, type Sentence } from '../index.ts'

const n = detailIn('ko')

/** What was expected in a file of ballots, by the code of the fault; and the line that says all of it. */
export const formats = {
  formatFault: ({ line, column, expected, found }) =>
    `${n(line)}행 ${n(column)}번째 글자 · 있어야 할 것: ${n(expected)} · 실제: ${n(found)}`,
  formatFaultEmpty: ({ line, column, expected }) =>
    `${n(line)}행 ${n(column)}번째 글자 · 있어야 할 것: ${n(expected)} · 실제: 없음`,
  'blt-candidates': '후보 수(1 이상의 정수)',
  'blt-seats': '당선자 수(1 이상의 정수)',
  'blt-setting': 'nick, withdrawn, tie 가운데 하나',
  'blt-bracket': '닫는 대괄호 ]',
  'blt-nicknames': '후보마다 하나씩의 별칭',
  'blt-nickname': '앞에 나오지 않았고 숫자로 시작하지 않는 별칭',
  'blt-tie': '모든 후보의 순서',
  'blt-candidate': '후보 번호나 별칭',
  'blt-once': '한 표에 한 번씩만 적은 후보',
  'blt-count': '표 수(정수) 또는 표의 끝을 뜻하는 0',
  'blt-end-of-paper': '표 한 장의 끝을 뜻하는 0',
  'blt-name': '따옴표로 묶은 후보 이름',
  'blt-title': '따옴표로 묶은 선거 이름',
  'rctab-json': 'JSON 문법에 맞는 글',
  'rctab-candidates': '후보 목록 candidates',
  'rctab-ballots': '표 목록 ballots',
  'rctab-rules': '집계 규칙 rules',
  'rctab-ballot': '[표 수, [순위마다 한 칸]]',
  'rctab-ranks': 'maxRankingsAllowed보다 많지 않은 칸',
  'rctab-candidate': '이름(name)이 있는 후보',
  'rctab-new-name': '앞에 나오지 않은 이름',
  'rctab-cell': '후보 이름, undervote, overvote, UWI 가운데 하나',
  'rctab-setting': '이 설정에 쓸 수 있는 값',
  'rctab-off': '꺼진 설정(여기서는 이 방식으로 세지 않습니다)',
} satisfies Record<string, Sentence>
