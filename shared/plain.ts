/** Words that strangers write: what is kept of them before anybody reads them (L11, L23). */

/** Scripts whose letters are told how to join by a sign that has no face of its own. */
const JOINED =
  '[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}' +
  '\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Mong}]'

/** What belongs to the letter or picture before it, though it shows nothing alone. */
const ATTACHED = [
  // The flag of a part of a country is spelt behind a black one.
  '\\u{1f3f4}[\\u{e0030}-\\u{e007a}]+\\u{e007f}',
  // A picture has its skin, its colours, and the picture that it is joined with.
  '\\p{ExtPict}\\p{EMod}?[\\ufe0e\\ufe0f]?(?:\\u200d(?=\\p{ExtPict}))?',
  '[#*0-9]\\ufe0f?(?=\\u20e3)',
  `${JOINED}[\\u200c\\u200d](?=\\p{L})(?!\\p{DI})`,
].join('|')

/**
 * Signs that show nothing or turn what follows around: fillers, joiners, marks and overrides of
 * direction (Unicode's Default_Ignorable_Code_Point), notes between lines, halves of letters.
 */
const HIDDEN = '[\\p{DI}\\ufff9-\\ufffb\\p{Cs}]'

const ATTACHED_OR_HIDDEN = new RegExp(`(${ATTACHED})|${HIDDEN}`, 'gu')

/** U+2800 is a blank in a picture's clothes. */
const BLANK = '[\\s\\p{Cc}\\u2800]'
const BLANKS = new RegExp(`${BLANK}+`, 'gu')
/** Accents with no letter to stand on. */
const BASELESS = new RegExp(`(^|${BLANK})(?:\\p{M}|${HIDDEN})+`, 'gu')

/** Burmese sets five on one letter. */
const STACKED = /(\p{M}{5})\p{M}+/gu

/**
 * A text as it is kept: composed letters, single blanks and none at the ends, nothing that hides, no
 * towers of accents; '' where nothing of it can be read. Joined pictures and lone Korean letters stay
 * whole. What is plain is left as it is, so that phone and server agree.
 */
export function plain(text: string): string {
  const cleaned = text
    .replace(BASELESS, '$1')
    .replace(ATTACHED_OR_HIDDEN, '$1')
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .trim()
    .replace(STACKED, '$1')
  // What was taken out may have kept others apart.
  return cleaned === text ? text : plain(cleaned)
}
