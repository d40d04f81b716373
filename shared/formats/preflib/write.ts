import { pileUp } from '../../tally/terms.ts'
import type { PreflibType } from './orders.ts'
import type { Preflib } from './read.ts'

/**
 * Writes a PrefLib file of the most restrictive type that fits. Each order stands once, the most frequent
 * first, so that nothing tells who voted when. Ranks left out and papers that rank nobody are not written,
 * for the format cannot say them; nor is who withdrew. Line ends inside a name become blanks.
 */
export function writePreflib({ election, categories, about }: Preflib): string {
  const { options, ballots, title } = election
  const places = new Map(options.map(({ id }, at) => [id, at + 1]))
  const isCategorised = categories.length > 0
  const written = ballots.piles.flatMap(({ ballot, count }) => {
    const ranks = ballot.map((rank) => rank.map((id) => places.get(id)!).sort((a, b) => a - b))
    const said = isCategorised ? ranks : ranks.filter((rank) => rank.length > 0)
    return said.some((rank) => rank.length > 0) ? [{ ballot: said, count }] : []
  })
  const orders = pileUp(
    written,
    ({ ballot }) => ballot.map(rankIn).join(','),
    ({ count }) => count,
  ).map(({ ballot: { ballot }, count }) => ({ count, ballot, text: ballot.map(rankIn).join(',') }))
  orders.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  const type = isCategorised ? 'cat' : typeOf(orders, options.length)
  const header = {
    'FILE NAME': '',
    TITLE: title,
    DESCRIPTION: '',
    'DATA TYPE': type,
    'MODIFICATION TYPE': 'original',
    'RELATES TO': '',
    'RELATED FILES': '',
    'PUBLICATION DATE': '',
    'MODIFICATION DATE': '',
    ...about,
    'NUMBER ALTERNATIVES': options.length,
    'NUMBER VOTERS': orders.reduce((sum, { count }) => sum + count, 0),
    [isCategorised ? 'NUMBER UNIQUE PREFERENCES' : 'NUMBER UNIQUE ORDERS']: orders.length,
    ...(isCategorised && { 'NUMBER CATEGORIES': categories.length }),
    ...Object.fromEntries(categories.map((name, at) => [`CATEGORY NAME ${at + 1}`, name])),
    ...Object.fromEntries(options.map(({ name }, at) => [`ALTERNATIVE NAME ${at + 1}`, name])),
  }
  const lines = Object.entries(header).map(
    ([key, value]) => `# ${key}: ${String(value).replace(/[\r\n]+/g, ' ')}`,
  )
  return [...lines, ...orders.map(({ count, text }) => `${count}: ${text}`), ''].join('\n')
}

const rankIn = (rank: readonly number[]) =>
  rank.length === 1 ? `${rank[0]}` : `{${rank.join(',')}}`

function typeOf(orders: readonly { ballot: readonly number[][] }[], size: number): PreflibType {
  const isStrict = orders.every(({ ballot }) => ballot.every((rank) => rank.length === 1))
  const isComplete = orders.every(({ ballot }) => ballot.flat().length === size)
  if (isStrict) return isComplete ? 'soc' : 'soi'
  return isComplete ? 'toc' : 'toi'
}
