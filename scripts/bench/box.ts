import SQLite from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ballot } from '../../shared/ballot.ts'
import type { BallotId, Nonce, OptionId, QuestionId, Seat } from '../../shared/ids.ts'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { openStorage } from '../../server/storage/index.ts'
import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

const A_COMMIT = 256
const SIZE = 192
/** Nonce and tag of an envelope beside its body. */
const SEALED = SIZE + 12 + 16

export function ballots(questionId: QuestionId, count: number): Ballot[] {
  return Array.from({ length: count }, (_, place) => ({
    questionId,
    seat: (place + 1) as Seat,
    basedOn: 0,
    ballotId: randomBytes(16).toString('hex') as BallotId,
    answers: [
      {
        questionId,
        marks: ['kimbap' as OptionId],
        nonce: randomBytes(16).toString('hex') as Nonce,
      },
    ],
  }))
}

/** Rows a second through the ballot box of a new data folder, 256 casts without an answer at a time. */
async function ours(folder: string, count: number): Promise<number> {
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  const log = { error: (_: string, fault: unknown) => console.error(fault) }
  const { box, close } = await openStorage(folder, { keys, dice, clock, log })
  const questionId = 'q' as QuestionId
  await keys.create(questionId)
  await box.create(questionId, { salt: '', receipts: 'full', size: SIZE })
  const all = ballots(questionId, count)
  const start = performance.now()
  for (let from = 0; from < count; from += A_COMMIT) {
    const kept = await Promise.all(all.slice(from, from + A_COMMIT).map((each) => box.cast(each)))
    if (!kept.every(({ ok }) => ok)) throw new Error('a ballot was not kept')
  }
  const seconds = (performance.now() - start) / 1000
  await close()
  return count / seconds
}

/** Rows of the same bytes by one prepared statement: no key, no envelope, no rule. */
function bare(folder: string, count: number): number {
  const database = new SQLite(join(folder, 'bare.sqlite'))
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 16000'])
    database.pragma(setting)
  database.exec('create table envelope (seat integer, rev integer, ballot_id text, sealed blob)')
  const insert = database.prepare('insert into envelope values (?, ?, ?, ?)')
  const rows = ballots('q' as QuestionId, count).map(
    ({ seat, ballotId }) => [seat, 1, ballotId, randomBytes(SEALED)] as const,
  )
  const keep = database.transaction((some: typeof rows) => {
    for (const row of some) insert.run(...row)
  })
  const start = performance.now()
  for (let from = 0; from < count; from += A_COMMIT) keep(rows.slice(from, from + A_COMMIT))
  const seconds = (performance.now() - start) / 1000
  database.close()
  return count / seconds
}

export const box: Scenario = {
  ...{ id: '10', name: '투표함에 초당 행 수 · rows a second through the ballot box' },
  ...{ unit: '/s', better: 'higher', reach: 0.4, beyond: 0.6 },
  measure: ({ scale }) =>
    rounds(scale.rounds, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
      try {
        const reference = bare(folder, scale.rows)
        return { ours: await ours(folder, scale.rows), reference }
      } finally {
        rmSync(folder, { recursive: true })
      }
    }),
}
