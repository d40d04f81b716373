import type { Election, RankedElection } from '../tally/election/election.ts'
import { writeAbif } from './abif/write.ts'
import { writeBlt } from './blt/write.ts'
import { endingOf, type Filed } from './filed.ts'
import { writePabulib } from './pabulib/write.ts'
import { writePreflib } from './preflib/write.ts'

type Write = (filed: Filed) => Iterable<string>

/** The type of its orders stands inside the file; its ending says it to people. */
const preflib: Write = ({ election }) => [
  writePreflib({ election: ranked(election), categories: [], about: {} }),
]

const WRITERS = new Map<string, Write>(
  Object.entries({
    pb: ({ election, official }) =>
      writePabulib(election, { meta: {}, ...(official && { chosen: official }) }),
    blt: ({ election }) => [writeBlt(ranked(election))],
    abif: ({ election }) => [writeAbif(election)],
    ...{ soc: preflib, soi: preflib, toc: preflib, toi: preflib },
  }),
)

/** Endings of the files that can be written. */
export const WRITTEN = [...WRITERS.keys()]

/**
 * The election as a file of this name, in pieces; null where no format that can be written has its ending.
 * Papers stand in an order of their own. Throws a RangeError, while it is read, where the format cannot say
 * the election.
 */
export function writtenAs(name: string, filed: Filed): Iterable<string> | null {
  return WRITERS.get(endingOf(name))?.(filed) ?? null
}

function ranked(election: Election): RankedElection {
  const { ballots } = election
  if (ballots.form !== 'ranked') throw new RangeError(`ballots that are a ${ballots.form}`)
  return { ...election, ballots }
}
