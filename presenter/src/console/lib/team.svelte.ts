import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import { may, type TeamRole } from '../../../../shared/rights.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { TeamMember } from '../../../../shared/wire/team.ts'

/** Who runs meetings here, as the team's page shows and changes it. */
export class Team {
  readonly #live: Live<DeskSnapshot>
  #members = $state.raw<readonly TeamMember[]>([])
  #refusal = $state.raw<Refusal | null>(null)
  /** The link that was just made, and for whom. */
  #link = $state.raw<{ name: string; link: string } | null>(null)

  constructor(live: Live<DeskSnapshot>) {
    this.#live = live
  }

  get members(): readonly TeamMember[] {
    return this.#members
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }
  get link() {
    return this.#link
  }
  get me(): TeamMember | null {
    return this.#members.find(({ me }) => me) ?? null
  }
  get mayChange(): boolean {
    return this.me !== null && may(this.me.role, 'team:change')
  }

  async load(): Promise<void> {
    const listed = await this.#live.ask('team:list', {})
    if (listed.ok) this.#members = listed.value
    else this.#refusal = listed.refusal
  }

  async invite(name: string, role: TeamRole): Promise<boolean> {
    return this.#show(name.trim(), await this.#live.ask('team:invite', { name, role }))
  }

  async renew({ number, name }: TeamMember): Promise<void> {
    await this.#show(name, await this.#live.ask('team:renew', { number }))
  }

  async remove({ number }: TeamMember): Promise<void> {
    this.#link = null
    await this.#done(await this.#live.ask('team:remove', { number }))
  }

  async rename(name: string): Promise<void> {
    await this.#done(await this.#live.ask('account:name', { name }))
  }

  async setPassword(login: string, password: string): Promise<boolean> {
    return this.#done(await this.#live.ask('account:password', { login, password }))
  }

  async #show(name: string, made: Result<{ link: string }>): Promise<boolean> {
    this.#link = made.ok ? { name, link: made.value.link } : null
    return this.#done(made)
  }

  async #done(answer: Result<unknown>): Promise<boolean> {
    this.#refusal = answer.ok ? null : answer.refusal
    await this.load()
    return answer.ok
  }
}
