import type { OptionId } from '../../shared/ids.ts'
import type { EqualSharesRule } from '../../shared/tally/budget/equal-shares.ts'
import type { Project } from '../../shared/tally/budget/greedy.ts'
import { createRandom } from '../../test/chaos/random.ts'

/** How large a city is made; `marks` are those on each ballot. */
export interface CitySize {
  ballots: number
  projects: number
  marks: number
}

/** As many as voted in the largest budget vote of a Korean city, on a paper as long as any. */
export const CITY: CitySize = { ballots: 220_000, projects: 239, marks: 10 }
export const SMALL_CITY: CitySize = { ballots: 2200, projects: 60, marks: 10 }

export interface City {
  purse: number
  projects: Project[]
  /** What each person marked, in no order that means anything. */
  papers: OptionId[][]
}

const SEED = 20_261_124
const LEAST_COST = 10_000_000
const MOST_COST = 1_000_000_000
/** The place r on the list is marked as often as 1 / (r + FLAT): the first some seven times the middle. */
const FLAT = 20

/**
 * A city that nobody lives in, the same each time: costs spread evenly over orders of magnitude, a purse
 * for a quarter of what all projects cost, popularity skewed and independent of cost. Hardly two
 * ballots are alike, which is the hardest case for counts that merge equal ones.
 */
export function makeCity({ ballots, projects, marks }: CitySize): City {
  const random = createRandom(SEED)
  const ids = Array.from({ length: projects }, (_, place) => `p${place + 1}` as OptionId)
  const spread = Math.log(MOST_COST / LEAST_COST)
  const costs = ids.map(
    () => Math.round((LEAST_COST * Math.exp(random.next() * spread)) / 1e5) * 1e5,
  )
  const upTo: number[] = []
  for (const place of ids.keys()) upTo.push((upTo[place - 1] ?? 0) + 1 / (place + 1 + FLAT))
  const draw = () => {
    const at = random.next() * upTo.at(-1)!
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    return low
  }
  const paper = () => {
    const marked = new Set<number>()
    while (marked.size < marks) marked.add(draw())
    return [...marked].map((place) => ids[place]!)
  }
  return {
    purse: Math.round(costs.reduce((sum, cost) => sum + cost, 0) / 4),
    projects: ids.map((id, place) => ({ id, cost: costs[place]! })),
    papers: Array.from({ length: ballots }, paper),
  }
}

/** A share is raised by the step that counts choose where a city names none. */
export const add1In = ({ purse }: City): EqualSharesRule => ({
  ...{ budget: purse, decimals: 0, completion: 'add1', step: null, isFiltered: false },
})
