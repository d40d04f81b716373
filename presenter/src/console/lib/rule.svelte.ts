import { DEFAULT_GRACE, DEFAULT_RADIUS, RADIUS_LIMITS } from '../../../../shared/presence.ts'
import type { Fence, PresenceRule, Proof } from '../../../../shared/presence.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import { refuse, type Result } from '../../../../shared/result.ts'

const PAUSE = 500

/** How people prove to be here, while the facilitator sets it: sent as soon as it makes sense. */
export class Rule {
  readonly #write: (rule: PresenceRule) => Promise<Result<null>>
  #rule = $state.raw() as PresenceRule
  #place = $state.raw({ latitude: '', longitude: '', radius: String(DEFAULT_RADIUS) })
  #refusal = $state.raw<Refusal | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  #touched = false

  constructor(rule: PresenceRule, write: (rule: PresenceRule) => Promise<Result<null>>) {
    this.#rule = rule
    this.#write = write
    this.#show(rule.fence)
  }

  get proofs(): readonly Proof[] {
    return this.#rule.proofs
  }
  get need(): PresenceRule['need'] {
    return this.#rule.need
  }
  get place() {
    return this.#place
  }
  /** Is a place asked for that nobody has given yet? */
  get unplaced(): boolean {
    const { latitude, longitude } = this.#place
    return this.proofs.includes('fence') && (latitude.trim() === '' || longitude.trim() === '')
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  take(rule: PresenceRule): void {
    if (this.#touched) return
    this.#rule = rule
    if (rule.fence) this.#show(rule.fence)
  }

  toggle(proof: Proof): void {
    const { proofs } = this.#rule
    const next = proofs.includes(proof) ? proofs.filter((p) => p !== proof) : [...proofs, proof]
    this.#change({ proofs: next })
  }

  require(need: PresenceRule['need']): void {
    this.#change({ need })
  }

  /** Sends once more what was refused for something that is there now. */
  again(): void {
    this.#change({})
  }

  setPlace(part: Partial<typeof this.place>): void {
    this.#place = { ...this.#place, ...part }
    this.#change({})
  }

  #change(part: Partial<PresenceRule>): void {
    this.#rule = { ...this.#rule, ...part }
    this.#touched = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), PAUSE)
  }

  async #send(): Promise<void> {
    const asked = this.#rule.proofs.includes('fence')
    const fence = asked ? this.#fence() : null
    if (asked && !fence) {
      this.#refusal = this.unplaced ? null : refuse('fence/odd', RADIUS_LIMITS).refusal
      return
    }
    const sent = { ...this.#rule, fence }
    const set = await this.#write(sent)
    this.#refusal = set.ok ? null : set.refusal
    if (set.ok) this.#touched = false
  }

  #fence(): Fence | null {
    const [latitude, longitude, radius] = [
      this.#place.latitude,
      this.#place.longitude,
      this.#place.radius,
    ].map((text) => (text.trim() === '' ? NaN : Number(text))) as [number, number, number]
    const sound =
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 &&
      radius >= RADIUS_LIMITS.least &&
      radius <= RADIUS_LIMITS.most
    return sound ? { latitude, longitude, radius, grace: DEFAULT_GRACE } : null
  }

  #show(fence: Fence | null): void {
    if (!fence) return
    const { latitude, longitude, radius } = fence
    this.#place = {
      latitude: String(latitude),
      longitude: String(longitude),
      radius: String(radius),
    }
  }
}
