import type { Election } from '../../tally/election/election.ts'
import { TOKEN } from './paper.ts'
import type { Abif } from './read.ts'

const IS_TOKEN = new RegExp(`^(?:${TOKEN})$`)

/**
 * Writes an ABIF file of a ranking or of points. Papers stand in an order of their own, so that nothing tells
 * who voted when. An id that is no token is written in square brackets; a bracket inside an id, a rank left
 * out and who withdrew cannot be said. Line ends become blanks.
 */
export function writeAbif(election: Election, about: Abif['about'] = {}): string {
  const { title, options, ballots } = election
  const entries = Object.entries({ ...about, ...(title !== '' && { title }) })
  const papers = linesOf(ballots).sort()
  return [
    ...entries.map(
      ([key, value]) => `{${JSON.stringify(key)}: "${plainIn(value).replace(/["\\]/g, '\\$&')}"}`,
    ),
    ...options.map(({ id, name }) => `=${tokenOf(id)}:[${plainIn(name)}]`),
    ...papers,
    '',
  ].join('\n')
}

function linesOf(ballots: Election['ballots']): string[] {
  switch (ballots.form) {
    case 'ranked':
      return ballots.piles.map(({ ballot, count }) => {
        const ranks = ballot.filter((rank) => rank.length > 0)
        return `${count}:${ranks.map((rank) => joined(rank.map(tokenOf), '=')).join('>')}`
      })
    case 'points':
      return ballots.piles.map(({ ballot, count }) => {
        const rated = Object.entries(ballot).map(([id, points]) => `${tokenOf(id)}/${points}`)
        return `${count}:${joined(rated, ',')}`
      })
    case 'set':
      return ballots.piles.map(({ ballot, count }) => {
        const marked = ballot.map((id) => `${tokenOf(id)}/1`)
        return `${count}:${joined(marked, ',')}`
      })
  }
}

const joined = (said: readonly string[], sign: string) => [...said].sort().join(sign)

const tokenOf = (id: string) => (IS_TOKEN.test(id) ? id : `[${id}]`)

const plainIn = (text: string) => text.replace(/[\r\n]+/g, ' ')
