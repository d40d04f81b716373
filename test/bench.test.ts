import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { Counts } from '../scripts/bench/counts.ts'
import type { DuringCount } from '../scripts/bench/during.ts'
import type { DuringSeal } from '../scripts/bench/sealing.ts'
import type { Figure } from '../scripts/bench/scenario.ts'
import { noElections } from './support/elections.ts'

const bench = (...options: string[]) =>
  promisify(execFile)('npx', ['tsx', 'scripts/bench.ts', ...options])

it(
  '[BE1] measures both sides in one run and prints one JSON object',
  { timeout: 60_000 },
  async () => {
    const { stdout } = await bench('--quick', '--json', '--only', '6,10')
    const { scenarios } = JSON.parse(stdout) as { scenarios: Figure[] }
    expect(scenarios.map(({ id, better, reach, beyond }) => [id, better, reach, beyond])).toEqual([
      ['6', 'lower', 2.8, 1.8],
      ['10', 'higher', 0.4, 0.6],
    ])
    for (const { name, ratio, ours, reference, min, max, rounds } of scenarios) {
      expect(name).toMatch(/[가-힣].* · [a-z]/)
      expect(rounds.length).toBeGreaterThanOrEqual(3)
      expect(rounds.every((round) => round.ours > 0 && round.reference > 0)).toBe(true)
      expect(Math.min(ours, reference, ratio)).toBeGreaterThan(0)
      expect(min).toBeLessThanOrEqual(ratio)
      expect(ratio).toBeLessThanOrEqual(max)
    }
  },
)

it('[BE1] names the numbers that it knows where another is asked for', async () => {
  await expect(bench('--only', '99')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--only 99 \(.*\b10\b.*\)/) as string,
  })
})

it(
  '[BC1] [BC6] [SL6] says how long counts take, and what phones feel of one and of a seal',
  { timeout: 300_000 },
  async () => {
    const { stdout } = await bench('--quick', '--json', '--only', 'count')
    const { scenarios, count } = JSON.parse(stdout) as {
      scenarios: Figure[]
      count: Counts & DuringCount & DuringSeal
    }
    const { wieliczkaSeconds, mokotowExactSeconds, budapestSeconds, ...always } = count
    const elsewhere = [wieliczkaSeconds, mokotowExactSeconds, budapestSeconds]
    expect(scenarios).toEqual([])
    expect(elsewhere.every((seconds) => (seconds === null) === (noElections !== null))).toBe(true)
    expect(count.missing).toBe(noElections)
    expect(always.minneapolisSeconds).toBeGreaterThan(0)
    expect(always.cityGreedySeconds).toBeGreaterThan(0)
    expect(always.cityAdd1Seconds).toBeGreaterThan(always.cityAdd1SecondsPerStep)
    expect(always.cityAdd1Steps).toBeGreaterThan(1)
    expect(always.ackDuringCount).toBeGreaterThan(0)
    expect(always.ackDuringSeal).toBeGreaterThan(0)
  },
)
