import SQLite, { type Database } from 'better-sqlite3'
import { join } from 'node:path'
import pg from 'pg'
import type { LocalServer } from '../../scripts/crowd/server.ts'
import type { QuestionId } from '../../shared/ids.ts'

/** What lies in the box of one question. */
export interface Rows {
  envelopes: number
  turnout: ReadonlyMap<number, number>
  turnoutRows: number
  leaves: string[]
  isSound: boolean
}

/** Read beside the server, wherever it keeps its box. */
export async function readRows(
  { dataDir, databaseUrl }: Pick<LocalServer, 'dataDir' | 'databaseUrl'>,
  questionId: QuestionId,
): Promise<Rows> {
  return databaseUrl === null
    ? readSqlite(dataDir, questionId)
    : readPostgres(databaseUrl, questionId)
}

export function readSqlite(dataDir: string, questionId: QuestionId): Rows {
  const database = new SQLite(join(dataDir, 'mvoting.sqlite'), { readonly: true })
  try {
    return gathered(
      (table) => inBox(database, `select * from ${table}`, questionId),
      database.pragma('quick_check', { simple: true }) === 'ok',
    )
  } finally {
    database.close()
  }
}

async function readPostgres(url: string, questionId: QuestionId): Promise<Rows> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const tables: Record<string, unknown[]> = {}
    for (const table of ['envelope', 'turnout', 'ballot'] as const) {
      const found = await client.query(
        `select * from ${table} where box = (select number from box where question_id = $1)`,
        [questionId],
      )
      tables[table] = found.rows
    }
    return gathered((table) => tables[table] ?? [], true)
  } finally {
    await client.end()
  }
}

function gathered(rowsOf: (table: string) => unknown[], isSound: boolean): Rows {
  // PostgreSQL's whole numbers come as texts.
  const turnout = (rowsOf('turnout') as { seat: number | string; rev: number | string }[]).map(
    ({ seat, rev }) => [Number(seat), Number(rev)] as const,
  )
  return {
    envelopes: rowsOf('envelope').length,
    turnout: new Map(turnout),
    turnoutRows: turnout.length,
    leaves: (rowsOf('ballot') as { leaf: string }[]).map(({ leaf }) => leaf).sort(),
    isSound,
  }
}

function inBox(database: Database, select: string, questionId: QuestionId): unknown[] {
  const where = 'where box = (select number from box where question_id = ?)'
  return database.prepare(`${select} ${where}`).all(questionId)
}
