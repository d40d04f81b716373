import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkMarks } from '../../shared/checks.ts'
import { checkFloorText } from '../../shared/floor.ts'
import type { Method } from '../../shared/method.ts'
import { plain } from '../../shared/plain.ts'
import { refuse } from '../../shared/result.ts'

const WHOLE = [
  ...['ㅋㅋㅋ ㅠㅠ', '\u1112\u119e\u11ab', '가각힣', '© ☎︎ 🇰🇷'],
  ...[
    '👩‍🚀 ❤️',
    '👨‍👩‍👧‍👦',
    '👩🏽‍❤️‍💋‍👨',
    '🏃🏻‍♀️',
    '🏳️‍🌈',
    '1️⃣ #️⃣',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ...['Việt Nam', 'می‌خواهم', 'क्‍ष', 'ကြွှံ့', 'ภาษาไทยที่', 'שָׁלוֹם'],
]
const NOTHING = [
  ...[
    '',
    '  \n',
    '\u0007',
    '\u00a0\u3000',
    '\u200b\u200d\ufeff',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
  ],
  ...[
    '\u2800',
    '\u202e\u2066',
    '\u00ad',
    '\ufe0f',
    '\u{e0061}',
    '\ud800',
    '\u0301\u0302',
    ' \u0301 ',
  ],
]
const TEXT: Method = { type: 'text', show: 'list', most: 1, letters: 40 }

it('[TX12] what people write in their own scripts and pictures stays whole', () => {
  for (const text of WHOLE) expect(plain(text)).toBe(text.normalize('NFC'))
})

it('[TX12] what hides, turns the line around or towers over it is taken out', () => {
  for (const [typed, kept] of [
    ['투\u200b표 \u202eabc\u202c', '투표 abc'],
    ['a\u200db', 'ab'],
    ['각'.normalize('NFD'), '각'],
    ['한\u034f글', '한글'],
    ['줄\n\t 둘', '줄 둘'],
    [`가${'\u0301'.repeat(40)}나`, `가${'\u0301'.repeat(5)}나`],
  ] as const)
    expect(plain(typed)).toBe(kept)
})

it('[TX12] where nothing can be read it is refused, from the floor and on a ballot', () => {
  for (const text of NOTHING) {
    expect([text, plain(text)]).toEqual([text, ''])
    expect(checkFloorText(text)).toEqual(refuse('floor/odd'))
  }
  const paper = { method: TEXT, options: [] }
  for (const text of ['\u202eabc', 'a\u200b', '\u3164', '👩\u200d'])
    expect(checkMarks(paper, { texts: [text] })).toEqual(refuse('ballot/wrong-shape'))
  for (const text of WHOLE)
    expect(checkMarks(paper, { texts: [text.normalize('NFC')] })).toMatchObject({ ok: true })
})

it('[TX12] what is plain stays as it is, so phone and server agree', () => {
  const nasty = fc.constantFrom(
    ...['a', '1', '👩', '❤', '🏽', '🏴', 'ب', 'क', '가', '\u1112', '\u1161', ' ', '\n'],
    ...['\u200d', '\ufe0f', '\u20e3', '\u0301', '\u0345', '\u094d', '\u0e47', '\u0f71', '\u115f'],
    ...['\u1160', '\u034f', '\u202e', '\u2800', '\0', '\u{e0061}', '\u{e007f}', '\ud83d', '\ude00'],
  )
  const letters = fc.array(nasty, { maxLength: 12 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
      expect(plain(plain(text))).toBe(plain(text))
    }),
    { numRuns: 5000 },
  )
})
