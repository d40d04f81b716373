import { canonical } from '../../../../shared/leaf.ts'
import type { DecisionRule, Share } from '../../../../shared/vote.ts'

const HALF: Share = { numerator: 1, denominator: 2, strict: true }

/** Rules that meetings usually have, by the names they usually give them. */
export const PRESETS = {
  none: null,
  simple: { base: 'yes-no', majority: 'simple', quorum: null },
  present: { base: 'present', majority: 'simple', quorum: null },
  usual: { base: 'present', majority: 'simple', quorum: HALF },
  absolute: { base: 'entitled', majority: 'absolute', quorum: null },
  twoThirds: { base: 'present', majority: 'two-thirds', quorum: null },
  threeQuarters: { base: 'present', majority: 'three-quarters', quorum: null },
} satisfies Record<string, DecisionRule | null>

export type Preset = keyof typeof PRESETS

/** The parts of those entitled that are usually asked to take part. */
export const QUORUMS = {
  none: null,
  third: { numerator: 1, denominator: 3, strict: false },
  half: HALF,
  twoThirds: { numerator: 2, denominator: 3, strict: false },
} satisfies Record<string, Share | null>

export type Quorum = keyof typeof QUORUMS

/** The preset that says the same; null: a rule of one's own. */
export function presetOf(rule: DecisionRule | null): Preset | null {
  return nameIn(PRESETS, rule)
}

export function quorumOf(quorum: Share | null): Quorum | null {
  return nameIn(QUORUMS, quorum)
}

function nameIn<Name extends string>(table: Record<Name, unknown>, value: unknown): Name | null {
  const names = Object.keys(table) as Name[]
  return names.find((name) => canonical(table[name]) === canonical(value)) ?? null
}
