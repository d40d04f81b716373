import type { Random } from './random.ts'

export interface Conditions {
  /** A tenth of the full measure, for every commit. */
  quick: boolean
  random: Random
  /** Settings of its servers beside the usual ones, such as another engine. */
  environment?: Record<string, string>
}

export interface Verdict {
  tries: number
  /** What is wrong; empty where the test passes. */
  problems: string[]
  /** What was measured, in one line. */
  figure: string
}

/** One row of the test matrix (promises, section 6). */
export interface ChaosTest {
  id: string
  run(conditions: Conditions): Promise<Verdict>
}
