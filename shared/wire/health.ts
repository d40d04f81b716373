/** `lines`: many phones left at once. `slow`: ballots are acknowledged late. */
export type Trouble = 'lines' | 'slow'

/** How the phones' lines and the server are, by its own measure; told to desks alone. */
export interface Health {
  /** Phones that are connected, and those that left within half a minute and are not back. */
  connected: number
  reconnecting: number
  /** Ballots acknowledged within half a minute. */
  acked: number
  /** Milliseconds within which 95 of 100 of them were, from arrival to acknowledgement; null for none. */
  ackedWithin: number | null
  troubles: readonly Trouble[]
}
