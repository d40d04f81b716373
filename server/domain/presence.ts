import type { Admission, PresenceRule, Proof, Proven } from '../../shared/presence.ts'

/**
 * Is this device let in, and if not, what could still let it in? The facilitator's hand always
 * can: nobody meets a dead end (L05). Behind locked doors nothing else does.
 */
export function admission(
  rule: PresenceRule,
  proven: Proven,
  listed: { number: number } | null,
  { declined = false, locked = false, withdrawn = false, unlisted = false } = {},
): Admission {
  const asked = askedOf(rule)
  const holds = (proof: Proof) => isHeld(proof, proven)
  const enough =
    asked.length === 0 || (rule.need === 'any' ? asked.some(holds) : asked.every(holds))
  // Whom the host sent out no proof brings back in (D62), and who is not on the list no place.
  if (!withdrawn && !unlisted && (holds('hand') || (enough && !locked)))
    return { state: 'admitted' }
  return {
    state: 'waiting',
    left: locked ? [] : asked.filter((proof) => !holds(proof)),
    proven,
    number: listed?.number ?? null,
    declined,
    locked,
    withdrawn,
  }
}

/** Must the facilitator see this device? Where its place failed, or only the host's hand is left. */
export function needsHost(rule: PresenceRule, proven: Proven, locked = false): boolean {
  if (locked || proven.fence === 'outside' || proven.fence === 'unsure') return true
  if (proven.unplaced && proven.fence !== 'inside') return true
  const left = rule.proofs.filter(
    (proof) => proof !== 'hand' && proof !== 'network' && !isHeld(proof, proven),
  )
  return rule.proofs.includes('hand') && left.length === 0
}

/** What is known of a device with what was just learned: a position takes the place of none. */
export function withLearned({ unplaced, ...proven }: Proven, learned: Proven): Proven {
  const without = unplaced && !learned.fence ? { unplaced } : {}
  return { ...proven, ...without, ...learned }
}

/**
 * What a phone may show when its place is asked for once more (D28): its position and, where one
 * proof is enough, the code that is on the screen now.
 */
export function freshRule(rule: PresenceRule): PresenceRule {
  const proofs = rule.proofs.filter(
    (proof) => proof === 'fence' || (proof === 'code' && rule.need === 'any'),
  )
  return { ...rule, need: 'any', proofs }
}

/** The network is a plus: where every proof is asked for, it is none of them (D32). */
export function askedOf({ need, proofs }: PresenceRule): readonly Proof[] {
  return need === 'any' ? proofs : proofs.filter((proof) => proof !== 'network')
}

function isHeld(proof: Proof, proven: Proven): boolean {
  return proof === 'fence' ? proven.fence === 'inside' : proven[proof] === true
}
