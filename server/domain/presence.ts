import type { Admission, PresenceRule, Proof, Proven } from '../../shared/presence.ts'

/**
 * Is this device let in, and if not, what could still let it in? The facilitator's hand always
 * can: nobody meets a dead end (L05).
 */
export function admission(
  rule: PresenceRule,
  proven: Proven,
  listed: { number: number } | null,
  { declined = false, withdrawn = false } = {},
): Admission {
  const holds: Record<Proof, boolean> = {
    fence: proven.fence === 'inside',
    code: proven.code === true,
    door: proven.door === true,
    password: proven.password === true,
    hand: proven.hand === true,
  }
  const asked = rule.proofs
  // Whom the host sent out no proof brings back in (D62).
  const admitted =
    !withdrawn &&
    (holds.hand ||
      asked.length === 0 ||
      (rule.need === 'any'
        ? asked.some((proof) => holds[proof])
        : asked.every((proof) => holds[proof])))
  if (admitted) return { state: 'admitted' }
  return {
    state: 'waiting',
    left: asked.filter((proof) => !holds[proof]),
    proven,
    number: listed?.number ?? null,
    declined,
    withdrawn,
  }
}

/** Must the facilitator see this device? Where a proof failed, or only the host's hand is left. */
export function needsHost(rule: PresenceRule, proven: Proven): boolean {
  if (proven.fence === 'outside' || proven.fence === 'unsure') return true
  const left = rule.proofs.filter((proof) => proof !== 'hand' && !isHeld(proof, proven))
  return rule.proofs.includes('hand') && left.length === 0
}

function isHeld(proof: Proof, proven: Proven): boolean {
  return proof === 'fence' ? proven.fence === 'inside' : proven[proof] === true
}
