/** The ladder of proofs that somebody is at the venue (L05, D26): signals, never certainty. */
export type Proof = 'fence' | 'code' | 'door' | 'password' | 'network' | 'hand'

/** Degrees. */
export interface Spot {
  latitude: number
  longitude: number
}

/** Around one spot, in metres; `grace` is the extra distance that still counts as unsure (D27). */
export interface Circle extends Spot {
  type: 'circle'
  radius: number
  grace: number
}

/** What lies within these corners, in their order. */
export interface Area {
  type: 'area'
  corners: readonly Spot[]
  grace: number
}

export type Fence = Circle | Area

/** Which proofs a meeting asks for. No proof at all: whoever has the link is let in. */
export interface PresenceRule {
  need: 'any' | 'all'
  proofs: readonly Proof[]
  /** Present where `proofs` holds `fence`. */
  fence: Fence | null
  /** Networks of the venue, as CIDR: where `proofs` holds `network`, a plus to another proof (D32). */
  networks: readonly string[]
}

export type PlaceOutcome = 'inside' | 'outside' | 'unsure'

/** Why a phone that was asked tells no position: its owner said no, or it cannot tell. */
export type Unplaced = 'denied' | 'unavailable' | 'timeout'

/** What is kept of a check: never a coordinate (D29). */
export interface Proven {
  fence?: PlaceOutcome
  /** How exact that position was: a class, never metres. */
  found?: 'sharp' | 'rough'
  unplaced?: Unplaced
  code?: true
  door?: true
  password?: true
  wrongCode?: true
  network?: true
  /** It came to locked doors. */
  shut?: true
  hand?: true
}

export type Admission =
  | { state: 'admitted' }
  /**
   * `left`: proofs that could still admit this phone; `number`: its place on the waiting list, if on
   * it; `declined`: the host turned it away; `locked`: nobody is let in but by hand; `withdrawn`: the
   * host took its admission back.
   */
  | {
      state: 'waiting'
      left: readonly Proof[]
      proven: Proven
      number: number | null
      declined: boolean
      locked: boolean
      withdrawn: boolean
    }

export const DEFAULT_RADIUS = 150
export const DEFAULT_GRACE = 30
export const RADIUS_LIMITS = { least: 20, most: 5000 } as const
export const CORNER_LIMITS = { least: 3, most: 100 } as const
/** Square metres, and metres from one side to the other, of an area. */
export const LEAST_AREA = 400
export const MOST_SPAN = 10_000
export const MOST_NETWORKS = 50
