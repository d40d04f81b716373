import { pickLanguage, LANGUAGES, type Language } from '../words/index.ts'

const KEY = 'mv.language'
const AGAIN_AFTER = 1500

type Load<D> = Readonly<Record<Language, () => Promise<D>>>

/**
 * The reader's language and its words, loaded on demand: the browser's wish until the reader
 * switches. `D` is the app's dictionary.
 */
export class Speech<D extends object> {
  readonly #load: Load<D>
  readonly #more: Load<Partial<D>>[] = []
  #wanted: Language = 'ko'
  #language = $state<Language>('ko')
  #words = $state.raw<D | null>(null)

  constructor(load: Load<D>) {
    this.#load = load
  }

  get language(): Language {
    return this.#language
  }

  /** Null until the first dictionary is here. */
  get words(): D | null {
    return this.#words
  }

  /** Tries until the words are here: without them the page is blank. */
  async start(): Promise<void> {
    const kept = localStorage.getItem(KEY)
    try {
      await this.#speak(
        LANGUAGES.find((language) => language === kept) ?? pickLanguage(navigator.languages),
      )
    } catch {
      setTimeout(() => void this.start(), AGAIN_AFTER)
    }
  }

  /** Without a network the page goes on in the language it has. `isKept`: for the next visit too. */
  async toggle({ isKept = true } = {}): Promise<void> {
    const next = this.#language === 'ko' ? 'en' : 'ko'
    try {
      await this.#speak(next)
      if (isKept) localStorage.setItem(KEY, next)
    } catch {
      this.#wanted = this.#language
    }
  }

  /** Words that the first screen does not say: from the end of the promise on they can be said. */
  async also(load: Load<Partial<D>>): Promise<void> {
    await load[this.#wanted]()
    this.#more.push(load)
    await this.#speak(this.#wanted)
  }

  async #speak(language: Language): Promise<void> {
    this.#wanted = language
    const words = await this.#load[language]()
    const more = await Promise.all(this.#more.map((load) => load[language]()))
    if (this.#wanted !== language) return
    this.#words = Object.assign({}, words, ...more) as D
    this.#language = language
    document.documentElement.lang = language
  }
}
