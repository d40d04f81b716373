import { call } from '../../../../shared/client/api.ts'
import { Live } from '../../../../shared/client/live.svelte.ts'
import type { QuestionId } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { PresenceRule } from '../../../../shared/presence.ts'
import type { Result } from '../../../../shared/result.ts'
import { setOf } from '../../../../shared/sets.ts'
import type { HandCount } from '../../../../shared/tally/hand.ts'
import type { Question } from '../../../../shared/vote.ts'
import type { AgendaEntry } from '../../../../shared/wire/agenda.ts'
import type { PublishedQuestion } from '../../../../shared/wire/api.ts'
import type { Desk as DeskView, DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { Screen } from '../../../../shared/wire/screens.ts'
import { goToCopy } from './copied.ts'
import { Draft } from './draft.svelte.ts'
import { FloorDesk } from './floor.svelte.ts'
import { Lists } from './lists.svelte.ts'
import { RoomHealth } from './room-health.svelte.ts'
import { place } from './place.svelte.ts'
import { saveJson } from './saved.ts'

export type Step = 'open' | 'close' | 'wait' | 'seal' | 'reveal' | 'next' | 'back'

/** The facilitator's desk: what the server says, what is selected, and what is being written. */
export class Desk {
  readonly live = new Live<DeskSnapshot>('desk', (live) =>
    live.ask('desk:watch', { code: place.code }),
  )
  readonly lists = new Lists(this.live)
  readonly floor = new FloorDesk(this.live)
  readonly health = new RoomHealth(this.live)
  readonly #drafts = new Map<QuestionId, Draft>()
  #desk = $state.raw<DeskView | null>(null)
  #selected = $state<QuestionId | null>(null)
  #refusal = $state.raw<Refusal | null>(null)
  #busy = $state(false)
  #moving: QuestionId | null = null
  #wanted = $state<QuestionId | null>(null)

  constructor() {
    this.live.onSnapshot = ({ desk, floor }) => {
      this.floor.take(floor)
      this.#take(desk)
    }
    this.live.socket.on('desk:changed', (desk) => this.#take(desk))
  }

  get view(): DeskView | null {
    return this.#desk
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }
  get busy(): boolean {
    return this.#busy
  }
  readonly entry = $derived.by(
    () => this.#desk?.agenda.find(({ question }) => question.id === this.#selected) ?? null,
  )
  readonly draft = $derived.by(() =>
    this.entry?.state === 'draft' ? (this.#drafts.get(this.entry.question.id) ?? null) : null,
  )
  readonly onStage = $derived.by(() => this.live.view?.stage?.question.id ?? null)
  /** The entry on stage while it takes ballots: nothing else can be opened. What may be opened again waits for nobody. */
  readonly running = $derived.by(() => {
    const stage = this.live.view?.stage
    const isLost = this.#desk?.agenda.some(
      ({ question, state, unreadable }) =>
        unreadable && state === 'closed' && question.id === stage?.question.id,
    )
    if (!stage || isLost || stage.reopenUntil !== null) return null
    return ['open', 'closing', 'closed'].includes(stage.state) ? stage : null
  })
  /** Can a phone be asked for its place: is there one to compare, and does its browser tell? */
  readonly mayAskPlace = $derived.by(
    () => this.#desk?.positions === true && this.#desk.presence.proofs.includes('fence'),
  )
  /** Questions of the entry's set that are not closed yet. */
  readonly setLeft = $derived.by(() => {
    const set = this.entry && setOf(this.#desk?.agenda ?? [], this.entry.question.id)
    return set?.filter(({ state }) => state !== 'sealed').length ?? 0
  })
  readonly step = $derived.by(() => (this.entry ? this.#stepOf(this.entry) : null))

  select(id: QuestionId | null): void {
    void this.draft?.flush()
    this.#refusal = null
    this.#selected = id
  }

  /** An empty question at the end of the agenda, or right before another draft. */
  async add(before: QuestionId | null = null): Promise<void> {
    const added = await this.#run(() => this.live.ask('question:add', { before }))
    if (added.ok) this.select(added.value.questionId)
  }

  /** A test takes this question's place. */
  async replaceByTest(before: QuestionId): Promise<void> {
    const added = await this.#run(() => this.live.ask('question:add', { before, kind: 'test' }))
    if (!added.ok) return
    await this.remove(before)
    this.select(added.value.questionId)
  }

  /** What is being written reaches the server. */
  async flush(): Promise<void> {
    await this.draft?.flush()
  }

  /** Goes to a new meeting that is like the one with this code. */
  async copyMeeting(code: string): Promise<Result<unknown>> {
    await this.flush()
    const copied = await this.#run(() => this.live.ask('meetings:copy', { code }))
    if (copied.ok) goToCopy(copied.value.code)
    return copied
  }

  /** The same question once more, to be changed: at the end of the agenda, with nothing of a result. */
  async copy(question: Question): Promise<void> {
    const added = await this.#run(() => this.live.ask('question:add', {}))
    if (!added.ok) return
    const { questionId } = added.value
    const copy = { ...question, id: questionId, test: false, roundOf: null }
    const written = await this.#write(copy)
    // Its own picture may come later than the hand that goes on writing.
    if (written.ok) this.#keep(copy)
    this.select(questionId)
  }

  /** One place up or down among those that are not asked yet. */
  async move(questionId: QuestionId, by: -1 | 1): Promise<void> {
    const drafts = this.#desk?.agenda.filter(({ state }) => state === 'draft') ?? []
    const place = drafts.findIndex(({ question }) => question.id === questionId)
    const next = drafts[place + by]
    if (place < 0 || !next) return
    const before = (by < 0 ? next : drafts[place + 2])?.question.id ?? null
    // What opens next may become another one: the hand stays on the one it moves.
    this.#moving = questionId
    await this.#run(() => this.live.ask('question:move', { questionId, before }))
  }

  async remove(questionId: QuestionId): Promise<void> {
    await this.#run(() => this.live.ask('question:remove', { questionId }))
  }

  /** What the big button does now. */
  async press(): Promise<void> {
    const { entry, step } = this
    if (!entry || this.#busy) return
    const questionId = entry.question.id
    if (step === 'open') await this.#open(questionId)
    if (step === 'close') await this.#run(() => this.live.ask('question:close', { questionId }))
    if (step === 'seal') await this.#run(() => this.live.ask('question:seal', { questionId }))
    if (step === 'reveal') await this.#run(() => this.live.ask('question:reveal', { questionId }))
    if (step === 'next') await this.next()
    if (step === 'back') this.select(this.#desk?.current ?? null)
  }

  /** More time for everybody who votes now. */
  async extend(questionId: QuestionId, seconds: number): Promise<void> {
    await this.#run(() => this.live.ask('timer:extend', { questionId, seconds }))
  }

  async removeTimer(questionId: QuestionId): Promise<void> {
    await this.#run(() => this.live.ask('timer:remove', { questionId }))
  }

  async reopen(questionId: QuestionId, seconds: number | null): Promise<void> {
    await this.#run(() => this.live.ask('question:reopen', { questionId, seconds }))
  }

  /** What came up in the room: opened at once or, while something runs, next. */
  async askNow(title: string): Promise<boolean> {
    const questionId = await this.insert(title)
    if (questionId === null) return false
    if (!this.running) await this.#open(questionId)
    return true
  }

  /** A question before all other drafts, to be written on; null where that was refused. */
  async insert(title: string): Promise<QuestionId | null> {
    const inserted = await this.#run(() => this.live.ask('question:insert', { title }))
    if (!inserted.ok) return null
    this.#wanted = inserted.value.questionId
    this.select(this.#wanted)
    return this.#wanted
  }

  async addScreen(): Promise<void> {
    await this.#run(() => this.live.ask('screen:add', {}))
  }

  writeScreen({ id, name, content, look }: Screen): Promise<Result<null>> {
    return this.#run(() => this.live.ask('screen:write', { id, name, content, look }))
  }

  async removeScreen(screenId: string): Promise<void> {
    await this.#run(() => this.live.ask('screen:remove', { screenId }))
  }

  /** True once: whoever asked for this question goes on from its text, as soon as that is here. */
  arrive(questionId: QuestionId): boolean {
    if (this.#wanted !== questionId) return false
    this.#wanted = null
    return true
  }

  countByHand(questionId: QuestionId, hand: HandCount | null): Promise<Result<null>> {
    return this.#run(() => this.live.ask('hand:count', { questionId, hand }))
  }

  async stopCount(questionId: QuestionId): Promise<void> {
    await this.#run(() => this.live.ask('count:stop', { questionId }))
  }

  async countAgain(questionId: QuestionId): Promise<void> {
    await this.#run(() => this.live.ask('question:reveal', { questionId }))
  }

  openTest(): Promise<Result<null>> {
    return this.#run(() => this.live.ask('question:test', {}))
  }

  /** The next question asks this one again. */
  async askAgain(questionId: QuestionId): Promise<void> {
    const asked = await this.#run(() => this.live.ask('question:again', { questionId }))
    if (asked.ok) this.select(asked.value.questionId)
  }

  /** Every ballot of a question whose totals alone are published, as a file for those who recount it. */
  async audit(questionId: QuestionId): Promise<void> {
    const path = `/api/meetings/${this.#desk?.code ?? ''}/audit`
    const found = await this.#run(() =>
      call<PublishedQuestion>('POST', path, { body: { questionId } }),
    )
    if (found.ok) saveJson(`audit-${questionId}.json`, JSON.stringify(found.value))
  }

  show(questionId: QuestionId): Promise<Result<null>> {
    return this.#run(() => this.live.ask('stage:show', { questionId }))
  }

  async next(): Promise<void> {
    const cleared = await this.#run(() => this.live.ask('meeting:next', {}))
    if (cleared.ok) this.select(this.#desk?.current ?? null)
  }

  /** Who is decided on leaves the list at once, so that the next press meets the next person. */
  async decide(number: number, admit: boolean, entry: number | null = null): Promise<void> {
    const decided = await this.#run(() => this.live.ask('arrival:decide', { number, admit, entry }))
    if (!decided.ok || !this.#desk) return
    const arrivals = this.#desk.arrivals.filter((arrival) => arrival.number !== number)
    this.#desk = { ...this.#desk, arrivals }
  }

  rename(title: string): Promise<Result<null>> {
    return this.#run(() => this.live.ask('meeting:name', { title }))
  }

  setRule({ need, proofs, fence, networks }: PresenceRule): Promise<Result<null>> {
    return this.live.ask('presence:rule', { need, proofs: [...proofs], fence, networks })
  }

  lock(locked: boolean): Promise<Result<null>> {
    return this.#run(() => this.live.ask('doors:lock', { locked }))
  }

  /** The network of this desk's own line, as the server sees it; null: it cannot tell. */
  async ownNetwork(): Promise<string | null> {
    const told = await this.live.ask('presence:network', {})
    return told.ok ? told.value.network : null
  }

  async #open(questionId: QuestionId): Promise<void> {
    if (this.draft && !(await this.draft.flush())) return
    if (this.onStage && !(await this.#run(() => this.live.ask('meeting:next', {}))).ok) return
    this.#selected = questionId
    await this.#run(() => this.live.ask('question:open', { questionId }))
  }

  async #run<T>(deed: () => Promise<Result<T>>): Promise<Result<T>> {
    this.#busy = true
    const done = await deed()
    this.#busy = false
    this.#refusal = done.ok ? null : done.refusal
    return done
  }

  #take(desk: DeskView): void {
    const moved = desk.current !== this.#desk?.current
    for (const { question, state } of desk.agenda) if (state === 'draft') this.#keep(question)
    this.#desk = desk
    const gone = !desk.agenda.some(({ question }) => question.id === this.#selected)
    const held = this.draft?.focused || this.#moving === this.#selected
    if (gone || (moved && !held)) this.#selected = desk.current
    this.#moving = null
  }

  #keep(question: Question): void {
    const kept = this.#drafts.get(question.id)
    if (kept) kept.take(question)
    else this.#drafts.set(question.id, new Draft(question, (written) => this.#write(written)))
  }

  #write(question: Question): Promise<Result<null>> {
    return this.live.ask('question:write', {
      ...question,
      options: question.options.map((option) => ({ ...option })),
    })
  }

  #stepOf({ question, state, unreadable, reopenUntil, counting }: AgendaEntry): Step {
    const here = this.onStage === question.id
    if (state === 'draft') return this.running ? 'back' : 'open'
    const isReady = state === 'sealed' && this.setLeft === 0 && counting?.state !== 'running'
    if (!here) return isReady && !this.running ? 'reveal' : 'back'
    if (state === 'open') return 'close'
    if (reopenUntil !== null) return 'seal'
    if (state === 'sealed') return isReady ? 'reveal' : 'next'
    return state === 'revealed' || (state === 'closed' && unreadable) ? 'next' : 'wait'
  }
}
