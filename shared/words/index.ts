/** Sentences are made where they are read. A message with values is a function of them. */

export const LANGUAGES = ['ko', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A sentence, or how to make one out of values. */
export type Sentence<Detail = Detailed> = string | ((detail: Detail) => string)
export type Detailed = Readonly<Record<string, number | string>>

/** The first of a browser's wishes that we speak; Korean where it names none, English for all others. */
export function pickLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const spoken = LANGUAGES.find((language) => wish.toLowerCase().startsWith(language))
    if (spoken) return spoken
  }
  return wishes.length === 0 ? 'ko' : 'en'
}

/** A sentence of a dictionary, with its values. */
export function say(sentence: Sentence, detail: Detailed = {}): string {
  return typeof sentence === 'string' ? sentence : sentence(detail)
}

/** Each is made once: that takes a phone longer than a hundred numbers. */
const writers = new Map<string, Intl.NumberFormat>()

/** A number as the language writes it: 12,345. */
export function formatNumber(
  language: Language,
  value: number,
  look: Intl.NumberFormatOptions = {},
): string {
  const key = language + JSON.stringify(look)
  const writer = writers.get(key) ?? new Intl.NumberFormat(language, look)
  writers.set(key, writer)
  return writer.format(value)
}

/** A detail inside a sentence: a number as the language writes it, a text as it is. */
export const detailIn =
  (language: Language) =>
  (value: number | string | undefined): string =>
    typeof value === 'number' ? formatNumber(language, value) : (value ?? '')

/** `count` of `whole` as a whole percentage, rounded half up in integers; 0 of 0 is 0. */
export function percent(count: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((200 * count + whole) / (2 * whole))
}

/** Picks a plural form by the language's own rules. */
export function plural(
  language: Language,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other
}
