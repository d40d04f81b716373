import type { OptionId } from '../../../../shared/ids.ts'
import {
  hasBars,
  hasOptions,
  isLimited,
  usualMethod,
  type Method,
} from '../../../../shared/method.ts'
import { isTelling } from '../../../../shared/patterns.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import { letterOf } from '../../../../shared/ui/options.ts'
import {
  checkQuestion,
  faultOfMethod,
  MAX_OPTIONS,
  type Option,
  type Question,
} from '../../../../shared/vote.ts'
import { fitting } from './fitting.ts'
import { Pause } from './pause.ts'

type Write = (question: Question) => Promise<Result<null>>

const PAUSE_MS = 400
const AGAIN_MS = 2000

/** A question being written. What is typed here is the truth; the server follows. */
export class Draft {
  readonly #write: Write
  #question = $state.raw() as Question
  #refusal = $state.raw<Refusal | null>(null)
  #dirty = $state(false)
  readonly #pause = new Pause(
    () => void this.flush(),
    () => void this.#write(this.#question),
  )
  #sending: Promise<boolean> | null = null
  #laidAside: readonly Option[] = []
  /** Is somebody in one of its fields? */
  focused = false
  readonly verdict = $derived.by(() => checkQuestion(this.#question))
  /** Is there something to choose of what is published? */
  readonly isTelling = $derived.by(
    () => isTelling(this.#question) || this.#question.ballots === 'totals',
  )
  /** What is wrong with the numbers of its method, whatever else it still lacks. */
  readonly fault = $derived.by(
    () => faultOfMethod(this.#question.method, this.#question.options)?.refusal ?? null,
  )

  constructor(question: Question, write: Write) {
    this.#question = question
    this.#write = write
    this.#question = withLines(question)
  }

  get question(): Question {
    return this.#question
  }
  get saved(): boolean {
    return !this.#dirty
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  /** What the server holds; it never replaces what is being typed. */
  take(question: Question): void {
    if (this.#dirty || this.focused || this.#sending) return
    this.#question = withLines(question)
  }

  change(part: Partial<Question>): void {
    this.#question = fitting({ ...this.#question, ...part }, this.#question)
    this.#dirty = true
    this.#pause.start(PAUSE_MS)
  }

  /** Sends what is unsent; true once the server has all of it. */
  async flush(): Promise<boolean> {
    this.#pause.stop()
    if (this.#sending) await this.#sending
    if (!this.#dirty) return true
    this.#sending = this.#send()
    const done = await this.#sending
    this.#sending = null
    return done
  }

  choose(type: Method['type']): void {
    const { method, options, names, bars } = this.#question
    if (type === method.type) return
    if (hasOptions(method)) this.#laidAside = options
    const kept = two(this.#laidAside)
    const chosen = usualMethod(type, kept.length)
    // A plain question stays one: where there were no bars to be shown at once, there are now.
    const isPlain = names === 'open' && bars === 'reveal' && !hasBars(method)
    this.change({ method: chosen, options: kept, ...(isPlain && { bars: 'live' }) })
  }

  writeOption(id: OptionId, text: string): void {
    const { options } = this.#question
    this.change({ options: options.map((old) => (old.id === id ? { ...old, text } : old)) })
  }

  /** What a project costs. */
  priceOption(id: OptionId, cost: number): void {
    const { options } = this.#question
    this.change({ options: options.map((old) => (old.id === id ? { ...old, cost } : old)) })
  }

  /** A new empty option after the place; its id, or null where there is no room. */
  addOption(after: number): OptionId | null {
    const { options } = this.#question
    if (options.length >= MAX_OPTIONS) return null
    const { group } = options[after] ?? {}
    // A list is written group by group.
    const added = { id: freeId(options), text: '', ...(group !== undefined && { group }) }
    this.#arrange([...options.slice(0, after + 1), added, ...options.slice(after + 1)])
    return added.id
  }

  removeOption(id: OptionId): void {
    this.#arrange(this.#question.options.filter((option) => option.id !== id))
  }

  /** The most that may be chosen keeps meaning "all of them" where it did. */
  #arrange(options: Option[]): void {
    const { method, options: before } = this.#question
    if (!isLimited(method)) return this.change({ options })
    const all = method.max >= before.length || method.max > options.length
    const max = all ? options.length : method.max
    this.change({ options, method: { ...method, max, min: Math.min(method.min, max) } })
  }

  async #send(): Promise<boolean> {
    const sent = this.#question
    const written = await this.#write(sent)
    this.#refusal = written.ok ? null : written.refusal
    if (written.ok) this.#dirty = this.#question !== sent
    else if (written.refusal.code === 'server/busy') this.#pause.start(AGAIN_MS)
    if (written.ok && this.#dirty) return this.#send()
    return written.ok
  }
}

function freeId(options: readonly Option[]): OptionId {
  const taken = new Set<string>(options.map(({ id }) => id))
  let place = 0
  while (taken.has(letterOf(place).toLowerCase())) place += 1
  return letterOf(place).toLowerCase() as OptionId
}

/** Where there are options, there are lines to write them on. */
function withLines(question: Question): Question {
  const { method, options } = question
  return hasOptions(method) ? { ...question, options: two(options) } : question
}

/** At least two lines to write on. */
function two(options: readonly Option[]): Option[] {
  const lines = [...options]
  while (lines.length < 2) lines.push({ id: freeId(lines), text: '' })
  return lines
}
