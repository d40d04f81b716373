import type { QuestionId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { AgendaEntry } from '../../shared/wire/agenda.ts'
import type { Desk as DeskPicture } from '../../shared/wire/events.ts'
import type { QuestionState } from '../../shared/meeting.ts'
import { blankQuestion, type Question } from '../../shared/vote.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import { send } from './http.ts'
import { Line, type AnswerOf, type DeedName, type MessageOf } from './line.ts'
import { pause } from './phone.ts'

/** A question as a script writes it; what it does not name is as usual. */
export type Written = Pick<Question, 'title' | 'method' | 'options'> & Partial<Question>

/** Milliseconds: whoever runs a meeting by program waits for a server under load. */
const PATIENCE = 20_000

/** A facilitator's page that runs a meeting by program. */
export class Desk {
  readonly url: string
  readonly cookie: string
  readonly line: Line
  #picture: DeskPicture | null = null
  #isWatching = false

  private constructor(url: string, cookie: string) {
    this.url = url
    this.cookie = cookie
    this.line = new Line({ url, page: 'desk', cookie, backOff: { least: 200, most: 1000 } })
    this.line.onPush = (event, message) => {
      if (event === 'desk:changed') this.#picture = message as DeskPicture
    }
    this.line.onReady = () => void this.watch()
    this.line.onLost = () => (this.#isWatching = false)
  }

  /** Spends the one-time link and opens the desk. */
  static async claim(url: string, deskLink: string): Promise<Desk> {
    const { status, cookies, text } = await claim(url, deskLink)
    const cookie = cookies.find((each) => /^(__Host-)?mv=/.test(each))
    if (status !== 200 || cookie === undefined) throw new Error(`no desk: ${status} ${text}`)
    const desk = new Desk(url, cookie)
    const refused = await desk.line.connect()
    if (refused !== null) throw new Error(`no desk: ${refused}`)
    await desk.watch()
    return desk
  }

  get picture(): DeskPicture {
    if (!this.#picture) throw new Error('the desk has no picture yet')
    return this.#picture
  }
  get code(): string {
    return this.picture.code
  }

  async watch(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const watched = await this.line.ask('desk:watch', { code: null })
      if (!watched.ok && this.line.isReady) continue
      if (watched.ok) this.#picture = watched.value.desk
      this.#isWatching = watched.ok
      return
    }
  }

  /** Does one deed; a refusal is a fault here. */
  async run<D extends DeedName>(deed: D, message: MessageOf<D>): Promise<AnswerOf<D>> {
    await this.#there()
    const answer: Result<unknown> = await this.line.ask(deed, message, PATIENCE)
    if (!answer.ok) throw new Error(`${deed}: ${answer.refusal.code}`)
    return answer as AnswerOf<D>
  }

  /** Whoever has the link is let in. */
  async openDoors(): Promise<void> {
    await this.run('presence:rule', { need: 'any', proofs: [], fence: null })
  }

  /** Writes one more question; an empty draft is used first. */
  async write(written: Written): Promise<QuestionId> {
    const empty = this.picture.agenda.find(
      ({ state, question }) => state === 'draft' && question.title === '',
    )
    const id = empty?.question.id ?? (await this.#add())
    const options = written.options.map((option) => ({ ...option }))
    await this.run('question:write', { ...blankQuestion(id), ...written, id, options })
    await this.until(id, (entry) => entry.question.title === written.title)
    return id
  }

  async open(questionId: QuestionId): Promise<void> {
    await this.run('question:open', { questionId })
  }

  /** Closes by hand, if it is not closing yet, and waits for the seal. */
  async close(questionId: QuestionId): Promise<void> {
    await this.#there()
    await this.line.ask('question:close', { questionId })
    await this.untilState(questionId, 'sealed')
  }

  /** Counts before everybody, and hands back what is published. */
  async reveal(questionId: QuestionId): Promise<PublishedQuestion> {
    await this.run('question:reveal', { questionId })
    await this.untilState(questionId, 'revealed')
    const { status, text } = await send(`${this.url}/api/questions/${questionId}/result`)
    if (status !== 200) throw new Error(`no result: ${status} ${text}`)
    return JSON.parse(text) as PublishedQuestion
  }

  untilState(questionId: QuestionId, state: QuestionState, within?: number): Promise<AgendaEntry> {
    return this.until(questionId, (entry) => entry.state === state, within)
  }

  /** Waits until one agenda entry is as wished; throws after `within` milliseconds. */
  async until(
    questionId: QuestionId,
    wished: (entry: AgendaEntry) => boolean,
    within = 30_000,
  ): Promise<AgendaEntry> {
    for (const stop = Date.now() + within; Date.now() < stop; await pause(50)) {
      const entry = this.picture.agenda.find(({ question }) => question.id === questionId)
      if (entry && wished(entry)) return entry
    }
    throw new Error(`${questionId} did not become what was waited for`)
  }

  leave(): void {
    this.line.close()
  }

  /** After a restart of its server the desk is on its way for a moment. */
  async #there(): Promise<void> {
    for (const stop = Date.now() + PATIENCE; !this.#isWatching && Date.now() < stop;)
      await pause(20)
  }

  async #add(): Promise<QuestionId> {
    const added = await this.run('question:add', {})
    if (!added.ok) throw new Error(added.refusal.code)
    return added.value.questionId
  }
}

/** Brings the token of a link to the server, as the page behind the link does. */
export function claim(url: string, link: string, origin = url): ReturnType<typeof send> {
  return send(`${url}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: link.split('#')[1] ?? '' }),
  })
}
