import type { OptionId } from '../../ids.ts'
import type { Ranking } from '../../tally/terms.ts'
import type { RankedElection } from '../../tally/election/election.ts'
import { LEFT_OUT } from './papers.ts'

/**
 * Writes a BLT file. Papers stand in an order of their own, so that it tells nothing of who voted when;
 * line ends inside a name become blanks, and without a number of seats it is one.
 */
export function writeBlt({ title, options, ballots, seats, lot }: RankedElection): string {
  const places = new Map(options.map(({ id }, at) => [id, String(at + 1)]))
  const placeOf = (id: OptionId) => places.get(id)!
  const gone = options.filter(({ withdrawn }) => withdrawn).map(({ id }) => `-${placeOf(id)}`)
  const papers = ballots.piles.map(({ ballot, count }) => [count, ...ranksIn(ballot), 0].join(' '))
  return [
    `${options.length} ${seats ?? 1}`,
    ...(gone.length > 0 ? [gone.join(' ')] : []),
    ...(lot ? [`[tie ${lot.map(placeOf).reverse().join(' ')}]`] : []),
    ...papers.sort(),
    '0',
    ...[...options.map(({ name }) => name), title].map(quote),
    '',
  ].join('\n')

  function ranksIn(ballot: Ranking): string[] {
    return ballot.map((rank) => rank.map(placeOf).join('=') || LEFT_OUT)
  }
}

function quote(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`
}
