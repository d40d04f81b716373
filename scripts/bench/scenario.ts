import { percentile, rounded } from '../crowd/figures.ts'
import type { Stage } from './stage.ts'

/** One row of the bench: what is measured on both sides, and the ratio to reach. */
export interface Scenario {
  /** As in the table of ratios to reach; `s` and `q` are variants of a row. */
  id: string
  /** Korean · English. */
  name: string
  /** Of `ours` and `reference`. */
  unit: string
  better: 'higher' | 'lower'
  reach: number | null
  beyond: number | null
  measure: (stage: Stage) => Promise<Round[]>
}

/** Both sides, measured one right after the other. */
export interface Round {
  ours: number
  reference: number
  /** Share of a core that each server used; below one, something else was the limit. */
  busy?: { ours: number; reference: number }
}

export interface Ratios {
  /** Medians over the rounds; the ratio is that of each round, so that the machine's mood cancels. */
  ratio: number
  ours: number
  reference: number
  min: number
  max: number
  rounds: Round[]
}

export type Figure = Omit<Scenario, 'measure'> & Ratios

export function summarise({ measure: _, ...scenario }: Scenario, rounds: Round[]): Figure {
  return { ...scenario, ...ratiosOf(rounds) }
}

export function ratiosOf(rounds: Round[]): Ratios {
  const ratios = rounds.map(({ ours, reference }) => (reference === 0 ? ours : ours / reference))
  const median = (values: number[]) => rounded(percentile(values, 0.5), 3)
  return {
    ratio: median(ratios),
    ours: median(rounds.map(({ ours }) => ours)),
    reference: median(rounds.map(({ reference }) => reference)),
    min: rounded(Math.min(...ratios), 3),
    max: rounded(Math.max(...ratios), 3),
    rounds,
  }
}

export function isWithin({ ratio, better }: Figure, limit: number | null): boolean | null {
  if (limit === null) return null
  return better === 'higher' ? ratio >= limit : ratio <= limit
}
