import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Real elections: those whose licence is clear lie in test/elections, the rest where this points to. */
export const ELECTIONS_DIR = process.env.ELECTIONS_DIR ?? '../shared/elections'

/** Why the sets that may not be copied are left out, or null where they are here. */
export const noElections = existsSync(ELECTIONS_DIR)
  ? null
  : `no elections at ${ELECTIONS_DIR}: set ELECTIONS_DIR to a folder that holds them`

/** Where a set lies: in the project, else in that folder. */
export function setOf(name: string): string {
  const own = join('test/elections', name)
  return existsSync(own) ? own : join(ELECTIONS_DIR, name)
}

/** Names of a set's files with this ending, in order. */
export function filesOf(set: string, ending: string): string[] {
  return readdirSync(setOf(set))
    .filter((name) => name.endsWith(ending))
    .sort()
}

export const readSet = (set: string, name: string): string =>
  readFileSync(join(setOf(set), name), 'utf8')
