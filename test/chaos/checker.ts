import { send } from '../../scripts/crowd/http.ts'
import type { Cast } from '../../scripts/crowd/phone.ts'
import type { LocalServer } from '../../scripts/crowd/server.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { tally } from '../../shared/tally/index.ts'
import type { PublicKeys, PublishedQuestion } from '../../shared/wire/api.ts'
import { expectations, type Expected } from './history.ts'
import { problemsOfProof } from './proof.ts'
import { readRows, readSqlite, type Rows } from './rows.ts'

/** A question after its reveal: what is in the database, what is published, and what voters know. */
export interface Revealed {
  server: Pick<LocalServer, 'url' | 'dataDir' | 'databaseUrl'>
  published: PublishedQuestion
  casts: readonly Cast[]
}

/** I1 to I6; empty where all hold. */
export async function problemsOf({ server, published, casts }: Revealed): Promise<string[]> {
  const keys = JSON.parse((await send(`${server.url}/.well-known/mvoting`)).text) as PublicKeys
  const rows = await readRows(server, published.question.id)
  const expected = expectations(casts, published.question.id)
  return [
    ...problemsOfSeats(expected, published, rows),
    ...problemsOfCount(published, rows),
    ...problemsOfProof(published, keys).map((problem) => `I6 ${problem}`),
  ]
}

/** Rows of a question's box that say who or what was cast, before or after the seal. */
export function rowsOf(dataDir: string, questionId: QuestionId): number {
  const { envelopes, leaves } = readSqlite(dataDir, questionId)
  return envelopes + leaves.length
}

/** I1 and I2: the last acknowledged ballot of each seat stands, and nothing else of that seat. */
function problemsOfSeats(
  expected: readonly Expected[],
  { ballots }: PublishedQuestion,
  { turnout }: Rows,
): string[] {
  const listed = new Set<string>((ballots ?? []).map(({ leaf }) => leaf))
  const known = new Set<string>()
  const problems: string[] = []
  for (const { seat, rev, acked, unknown, gone } of expected) {
    const possible = acked === null ? [...unknown] : [acked, ...unknown]
    const standing = possible.filter((leaf) => listed.has(leaf))
    for (const leaf of standing) known.add(leaf)
    if (acked !== null && standing.length === 0)
      problems.push(`I1 seat ${seat}: rev ${rev} is lost`)
    if (standing.length > 1) problems.push(`I2 seat ${seat}: ${standing.length} ballots`)
    if ([...gone].some((leaf) => listed.has(leaf)))
      problems.push(`I1 seat ${seat}: a replaced or refused ballot stands`)
    const counted = turnout.get(seat) ?? 0
    if (counted < rev || (unknown.size === 0 && counted !== rev))
      problems.push(`I1 seat ${seat}: rev ${counted} counted, ${rev} acknowledged`)
  }
  const strange = [...listed].filter((leaf) => !known.has(leaf)).length
  if (strange > 0) problems.push(`I2 ${strange} ballots that no voter knows`)
  return problems
}

/** I3, I4 and I5. */
function problemsOfCount(
  { question, ballots, result, seal }: PublishedQuestion,
  rows: Rows,
): string[] {
  const problems: string[] = []
  const recount = tally(question, ballots ?? [])
  if (ballots && canonical(recount) !== canonical(result.tally))
    problems.push('I3 the tally is not the recount')
  if (ballots && canonical(ballots.map(({ leaf }) => leaf).sort()) !== canonical(rows.leaves))
    problems.push('I3 the published list is not the stored one')
  if (result.spoiled > 0) problems.push(`I3 ${result.spoiled} spoiled ballots`)
  const sizes = [rows.turnoutRows, rows.turnout.size, rows.leaves.length, seal.size, result.turnout]
  if (new Set(sizes).size > 1) problems.push(`I4 sizes differ: ${sizes.join(' ')}`)
  if (rows.envelopes > 0) problems.push(`I4 ${rows.envelopes} envelopes after the seal`)
  if (!rows.isSound) problems.push('I5 quick_check failed')
  return problems
}
