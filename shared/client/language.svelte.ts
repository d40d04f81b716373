import { pickLanguage, LANGUAGES, type Language } from '../words/index.ts'

const KEY = 'mv.language'

/**
 * The reader's language and its words, loaded on demand: the browser's wish until the reader
 * switches. `D` is the app's dictionary.
 */
export class Speech<D> {
  readonly #load: Record<Language, () => Promise<D>>
  #language = $state<Language>('ko')
  #words = $state.raw<D | null>(null)

  constructor(load: Record<Language, () => Promise<D>>) {
    this.#load = load
  }

  get language(): Language {
    return this.#language
  }

  /** Null until the first dictionary is here. */
  get words(): D | null {
    return this.#words
  }

  async start(): Promise<void> {
    const kept = localStorage.getItem(KEY)
    await this.#speak(
      LANGUAGES.find((language) => language === kept) ?? pickLanguage(navigator.languages),
    )
  }

  async toggle(): Promise<void> {
    const next = this.#language === 'ko' ? 'en' : 'ko'
    localStorage.setItem(KEY, next)
    await this.#speak(next)
  }

  async #speak(language: Language): Promise<void> {
    this.#words = await this.#load[language]()
    this.#language = language
    document.documentElement.lang = language
  }
}
