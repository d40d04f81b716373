import SQLite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import type { Leaf, QuestionId } from '../../shared/ids.ts'
import type { SealedBallot } from '../ports.ts'
import { readBallot, type BallotRow, type BoxRow, type EnvelopeRow } from './ballot-box.ts'
import { createPool, tablesOf } from './postgres.ts'
import { databaseIn } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Where the boxes of a server lie; plain data, so that another process can be told. */
export type KeptIn = { folder: string } | { url: string }

/** A row more costs little in a statement of its own; many would hold up whoever cuts the journal. */
const SLICE = 5000

export interface BoxReader {
  /** As `BallotBox.read`, and in the same order. Throws where the box is not sealed. */
  read(questionId: QuestionId): Promise<{ ballots: SealedBallot[]; turnout: number }>
  /** The leaves alone, likewise. */
  leaves(questionId: QuestionId): Promise<Leaf[]>
  /** What is left in a box that is being sealed, in order of seat. */
  envelopes(questionId: QuestionId): Promise<{ box: BoxRow; rows: EnvelopeRow[] }>
  close(): Promise<void>
}

/**
 * Boxes that take no more, read beside the server that writes others, on a connection of its own.
 * Statements are short: a journal is not cut while somebody reads, and it may hold the envelopes of
 * another box.
 */
export function openBoxReader(kept: KeptIn): BoxReader {
  const tables = 'url' in kept ? postgresTables(kept.url) : sqliteTables(kept.folder)

  async function boxOf(questionId: QuestionId, state: BoxRow['state']): Promise<BoxRow> {
    const { rows } = await sql<BoxRow>`select
      number, question_id as "questionId", state, salt, receipts, size
      from box where question_id = ${questionId}`.execute(tables)
    const [box] = rows
    if (box?.state !== state) throw new Error(`box of ${questionId} is not ${state}`)
    return box
  }

  /** The body of each only where it is wanted: of a large box leaves alone are a tenth. */
  async function* ballots<Row extends Pick<BallotRow, 'leaf' | 'copy'>>(
    { number }: BoxRow,
    column: 'body' | 'copy',
  ): AsyncGenerator<Row[]> {
    let [leaf, copy] = ['' as Leaf, 0]
    for (;;) {
      const { rows } = await sql<Row>`select leaf, copy, ${sql.ref(column)} from ballot
        where box = ${number} and (leaf, copy) > (${leaf}, ${copy})
        order by leaf, copy limit ${SLICE}`.execute(tables)
      yield rows
      const last = rows.at(-1)
      if (!last) return
      ;({ leaf, copy } = last)
    }
  }

  return {
    async read(questionId) {
      const box = await boxOf(questionId, 'sealed')
      const { rows } = await sql<{ turnout: number }>`select count(*) as turnout
        from turnout where box = ${box.number}`.execute(tables)
      const read: SealedBallot[] = []
      for await (const rows of ballots<BallotRow>(box, 'body')) read.push(...rows.map(readBallot))
      return { ballots: read, turnout: Number(rows[0]!.turnout) }
    },
    async leaves(questionId) {
      const box = await boxOf(questionId, 'sealed')
      const leaves: Leaf[] = []
      for await (const rows of ballots(box, 'copy')) leaves.push(...rows.map(({ leaf }) => leaf))
      return leaves
    },
    async envelopes(questionId) {
      const box = await boxOf(questionId, 'sealing')
      const all: EnvelopeRow[] = []
      for (;;) {
        const after = all.at(-1)?.seat ?? -1
        const { rows } = await sql<EnvelopeRow>`select
          box, seat, rev, ballot_id as "ballotId", sealed from envelope
          where box = ${box.number} and seat > ${after}
          order by seat limit ${SLICE}`.execute(tables)
        if (rows.length === 0) return { box, rows: all }
        all.push(...rows)
      }
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
