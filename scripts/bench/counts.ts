import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { readerFor, type Filed } from '../../shared/formats/filed.ts'
import { countElection } from '../../shared/tally/election/count.ts'
import { ruleFor, type Wanted } from '../../shared/tally/election/rule.ts'
import { equalShares } from '../../shared/tally/budget/equal-shares.ts'
import { greedy, type GreedyRule } from '../../shared/tally/budget/greedy.ts'
import { pileUp } from '../../shared/tally/terms.ts'
import { noElections, setOf } from '../../test/support/elections.ts'
import { percentile, rounded } from '../crowd/figures.ts'
import { add1In, CITY, makeCity, SMALL_CITY } from './city.ts'

/** Seconds of counts alone, without reading; null where the file is not here. */
export interface Counts {
  wieliczkaSeconds: number | null
  mokotowExactSeconds: number | null
  budapestSeconds: number | null
  minneapolisSeconds: number | null
  cityGreedySeconds: number
  cityAdd1Seconds: number
  /** How often shares were raised. */
  cityAdd1Steps: number
  cityAdd1SecondsPerStep: number
  /** What came before each count: reading its file, or merging the ballots of the city. */
  readingSeconds: Record<string, number>
  /** Why a figure is null; null where none is. */
  missing: string | null
}

/** Counts that take less than a second are measured so often. */
const TIMES = 3

/** Real elections and the largest that one city could hold, by the functions that count everywhere. */
export async function measureCounts(isQuick: boolean): Promise<Counts> {
  const readingSeconds: Record<string, number> = {}
  const timed = async (
    name: string,
    set: string,
    file: string,
    wanted: Wanted,
    isExact = false,
  ) => {
    if (set === 'pabulib' && noElections) return null
    const start = performance.now()
    const filed = await read(join(setOf(set), file))
    readingSeconds[name] = since(start)
    return medianOf(() => count(filed, wanted, isExact))
  }
  const shares = (completion: string): Wanted => ({ method: 'equal-shares', rule: { completion } })
  const wieliczka = 'Poland_Wieliczka_2023_Green_Budget.pb'
  const mokotow = 'Poland_Warszawa_2020_Mokotow.pb'
  const budapest = 'Hungary_Budapest_2024.pb'
  const minneapolis = '2013_minneapolis_mayor.ballots.json'
  const real = {
    wieliczkaSeconds: await timed('wieliczka', 'pabulib', wieliczka, shares('add1-comparison')),
    mokotowExactSeconds: await timed('mokotow', 'pabulib', mokotow, shares('none'), true),
    budapestSeconds: await timed('budapest', 'pabulib', budapest, shares('none')),
    minneapolisSeconds: await timed('minneapolis', 'rctab', minneapolis, {}),
  }
  return { ...real, ...countCity(isQuick, readingSeconds), readingSeconds, missing: noElections }
}

function countCity(isQuick: boolean, readingSeconds: Record<string, number>) {
  const city = makeCity(isQuick ? SMALL_CITY : CITY)
  const merging = performance.now()
  const piles = pileUp(city.papers, (paper) => [...paper].sort().join())
  readingSeconds.city = since(merging)
  const ballots = { form: 'set' as const, piles }
  const plain: GreedyRule = {
    ...{ budget: city.purse, key: { by: 'votes' }, threshold: 0, takesUnwanted: false },
    ...{ misfit: 'skip', conflicts: [], caps: [], spendsLeftover: false },
  }
  const lot = city.projects.map(({ id }) => id)
  const cityGreedySeconds = medianOf(() => greedy(plain, city.projects, ballots, lot))
  const start = performance.now()
  const raised = equalShares(add1In(city), city.projects, ballots, { lot })
  const cityAdd1Seconds = since(start)
  const cityAdd1Steps = raised?.add1?.steps ?? 0
  return {
    ...{ cityGreedySeconds, cityAdd1Seconds, cityAdd1Steps },
    // The share that was too much was tried, too, and the first one before any raise.
    cityAdd1SecondsPerStep: rounded(cityAdd1Seconds / (cityAdd1Steps + 2), 4),
  }
}

async function read(file: string): Promise<Filed> {
  const reader = readerFor(file)!
  for await (const piece of createReadStream(file, 'utf8')) reader.feed(piece as string)
  const reading = reader.end()
  if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.faults[0])}`)
  return reading.value
}

function count({ election, own }: Filed, wanted: Wanted, isExact: boolean): void {
  const reading = ruleFor(election, own, wanted)
  if (!reading.ok) throw new Error(reading.fault.code)
  const { rule } = reading
  const { options, ballots } = election
  const lot = election.lot ?? options.map(({ id }) => id)
  if (isExact && rule.method === 'equal-shares' && ballots.form !== 'ranked')
    equalShares(rule.rule, options, ballots, { lot, isExact })
  else countElection(election, rule, { lot })
}

function medianOf(work: () => unknown): number {
  const times: number[] = []
  do {
    const start = performance.now()
    work()
    times.push(since(start))
  } while (times.length < TIMES && times[0]! < 1)
  return percentile(times, 0.5)
}

const since = (start: number) => rounded((performance.now() - start) / 1000, 4)
