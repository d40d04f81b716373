import { BareHall, OurHall } from './hall.ts'

/** How much is measured. */
export interface Scale {
  rounds: number
  /** Phones that vote, and phones that only listen. */
  voters: number
  listeners: number
  /** Ballots of each phone where the rate is measured; a phone has 40 in 10 s, for all rounds. */
  ballots: number
  /** Seconds of a steady stream. */
  seconds: number
  rows: number
}

export const FULL: Scale = {
  ...{ rounds: 3, voters: 2000, listeners: 5000 },
  ...{ ballots: 8, seconds: 3, rows: 40_000 },
}
export const QUICK: Scale = {
  ...{ rounds: 3, voters: 400, listeners: 800 },
  ...{ ballots: 6, seconds: 1, rows: 8000 },
}

export interface Halls {
  ours: OurHall
  bare: BareHall
}

/** What the scenarios share: one pair of halls at a time, filled once for all that want its size. */
export class Stage {
  readonly scale: Scale
  #size = 0
  #halls: Halls | null = null

  constructor(scale: Scale) {
    this.scale = scale
  }

  async halls(size: number): Promise<Halls> {
    if (this.#halls && this.#size === size) return this.#halls
    await this.clear()
    const { ours, bare } = await this.empty(size)
    await ours.fill(size)
    await bare.fill(size)
    return { ours, bare }
  }

  /** Both servers before their first phone; whoever asks fills them. */
  async empty(size: number): Promise<Halls> {
    await this.clear()
    this.#halls = { ours: await OurHall.start(), bare: await BareHall.start() }
    this.#size = size
    return this.#halls
  }

  async clear(): Promise<void> {
    const halls = this.#halls
    this.#halls = null
    await halls?.ours.close()
    await halls?.bare.close()
  }
}

/** So many rounds, one after the other. */
export async function rounds<T>(count: number, work: (round: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let round = 0; round < count; round += 1) done.push(await work(round))
  return done
}
