/** The ladder of proofs that somebody is at the venue (L05, D26): signals, never certainty. */
export type Proof = 'fence' | 'code' | 'door' | 'password' | 'hand'

/** Degrees and metres; `grace` is the extra distance that still counts as unsure (D27). */
export interface Fence {
  latitude: number
  longitude: number
  radius: number
  grace: number
}

/** Which proofs a meeting asks for. No proof at all: whoever has the link is let in. */
export interface PresenceRule {
  need: 'any' | 'all'
  proofs: readonly Proof[]
  /** Present where `proofs` holds `fence`. */
  fence: Fence | null
}

export type PlaceOutcome = 'inside' | 'outside' | 'unsure'

/** What is kept of a check: never a coordinate (D29). */
export interface Proven {
  fence?: PlaceOutcome
  code?: true
  door?: true
  password?: true
  hand?: true
}

export type Admission =
  | { state: 'admitted' }
  /**
   * `left`: proofs that could still admit this phone; `number`: its place on the waiting list, if on
   * it; `declined`: the host turned it away; `withdrawn`: the host took its admission back.
   */
  | {
      state: 'waiting'
      left: readonly Proof[]
      proven: Proven
      number: number | null
      declined: boolean
      withdrawn: boolean
    }

export const DEFAULT_RADIUS = 150
export const DEFAULT_GRACE = 30
export const RADIUS_LIMITS = { least: 20, most: 5000 } as const
