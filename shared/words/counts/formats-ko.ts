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
} satisfies Record<string, Sentence>
