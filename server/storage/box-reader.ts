import SQLite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import type { Leaf, QuestionId } from '../../shared/ids.ts'
import type { SealedBallot } from '../ports.ts'
import { readBallot, type BallotRow, type BoxRow } from './ballot-box.ts'
import { createPool, tablesOf } from './postgres.ts'
import { databaseIn } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Where the boxes of a server lie; plain data, so that a thread can be told. */
export type KeptIn = { folder: string } | { url: string }

/** A row more costs little in a statement of its own; many would hold up whoever cuts the journal. */
const SLICE = 5000

export interface BoxReader {
  /** As `BallotBox.read`, and in the same order. Throws where the box is not sealed. */
  read(questionId: QuestionId): Promise<{ ballots: SealedBallot[]; turnout: number }>
  close(): Promise<void>
}

/**
 * Sealed boxes, read beside the server that writes others, on a connection of its own. Statements are
 * short: a journal is not cut while somebody reads, and it may hold the envelopes of another box.
 */
export function openBoxReader(kept: KeptIn): BoxReader {
  const tables = 'url' in kept ? postgresTables(kept.url) : sqliteTables(kept.folder)

  async function slice(box: number, after: BallotRow | null): Promise<BallotRow[]> {
    const { leaf, copy } = after ?? { leaf: '' as Leaf, copy: 0 }
    const { rows } = await sql<BallotRow>`select leaf, copy, body from ballot
      where box = ${box} and (leaf, copy) > (${leaf}, ${copy})
      order by leaf, copy limit ${SLICE}`.execute(tables)
    return rows
  }

  return {
    async read(questionId) {
      const { rows } = await sql<Pick<BoxRow, 'number' | 'state'> & { turnout: number }>`select
        number, state, (select count(*) from turnout where turnout.box = box.number) as turnout
        from box where question_id = ${questionId}`.execute(tables)
      const [box] = rows
      if (box?.state !== 'sealed') throw new Error(`box of ${questionId} is not sealed`)
      const ballots: SealedBallot[] = []
      let last: BallotRow | null = null
      do {
        const read: BallotRow[] = await slice(box.number, last)
        ballots.push(...read.map(readBallot))
        last = read.at(-1) ?? null
      } while (last)
      return { ballots, turnout: box.turnout }
    },
    close: () => tables.destroy(),
  }
}

function sqliteTables(folder: string): Kysely<Tables> {
  const database = new SQLite(databaseIn(folder), { readonly: true })
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

function postgresTables(url: string): Kysely<Tables> {
  // A connection that is lost is a fault of the statement that needs it.
  return tablesOf(createPool(url, { error: () => undefined }))
}
