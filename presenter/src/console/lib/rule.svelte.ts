import type { Fence, PresenceRule, Proof } from '../../../../shared/presence.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import { FenceDraft } from './fence-draft.svelte.ts'
import { Pause } from './pause.ts'

const PAUSE_MS = 500

/** How people prove to be here, while the facilitator sets it: sent as soon as it makes sense. */
export class Rule {
  readonly #write: (rule: PresenceRule) => Promise<Result<null>>
  readonly fence = new FenceDraft()
  #rule = $state.raw() as PresenceRule
  #networks = $state('')
  #refusal = $state.raw<Refusal | null>(null)
  readonly #pause = new Pause(() => void this.#send())
  #touched = false

  constructor(rule: PresenceRule, write: (rule: PresenceRule) => Promise<Result<null>>) {
    this.#rule = rule
    this.#write = write
    this.fence.onchange = () => this.#change({})
    this.#show(rule)
  }

  get proofs(): readonly Proof[] {
    return this.#rule.proofs
  }
  get need(): PresenceRule['need'] {
    return this.#rule.need
  }
  /** One network on each line, as typed. */
  get networks(): string {
    return this.#networks
  }
  /** Is a place asked for that nobody has given yet? */
  get unplaced(): boolean {
    return this.proofs.includes('fence') && this.fence.value === null
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  take(rule: PresenceRule): void {
    if (this.#touched) return
    this.#rule = rule
    this.#show(rule)
  }

  toggle(proof: Proof): void {
    const { proofs } = this.#rule
    const next = proofs.includes(proof) ? proofs.filter((p) => p !== proof) : [...proofs, proof]
    this.#change({ proofs: next })
  }

  /** Where every proof is asked for, the network is none: it would shut out mobile data (D32). */
  require(need: PresenceRule['need']): void {
    const proofs = need === 'any' ? this.proofs : this.proofs.filter((p) => p !== 'network')
    this.#change({ need, proofs })
  }

  /** Sends once more what was refused for something that is there now. */
  again(): void {
    this.#change({})
  }

  writeNetworks(text: string): void {
    this.#networks = text
    this.#change({})
  }

  addNetwork(network: string): void {
    const lines = linesOf(this.#networks)
    if (!lines.includes(network)) this.writeNetworks([...lines, network].join('\n'))
  }

  #change(part: Partial<PresenceRule>): void {
    this.#rule = { ...this.#rule, ...part }
    this.#touched = true
    this.#pause.start(PAUSE_MS)
  }

  async #send(): Promise<void> {
    if (this.unplaced) {
      this.#refusal = null
      return
    }
    const sent = this.#rule
    const fence: Fence | null = sent.proofs.includes('fence') ? this.fence.value : null
    const set = await this.#write({ ...sent, fence, networks: linesOf(this.#networks) })
    this.#refusal = set.ok ? null : set.refusal
    if (set.ok && this.#rule === sent) this.#touched = false
  }

  #show({ fence, networks }: PresenceRule): void {
    if (fence) this.fence.show(fence)
    this.#networks = networks.join('\n')
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
