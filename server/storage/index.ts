import type { Kysely } from 'kysely'
import type { BallotBox, Store } from '../ports.ts'
import { createBallotBox, type BoxEngine, type BoxPorts } from './ballot-box.ts'
import { createPostgresEngine } from './box-postgres.ts'
import { createSqliteEngine } from './box-sqlite.ts'
import { createDoors } from './doors.ts'
import { createFloor } from './floor.ts'
import { createAccounts } from './accounts.ts'
import { createMeetings } from './meetings.ts'
import { createPeople } from './people.ts'
import { openPostgres } from './postgres.ts'
import { createPostgresRoll } from './roll-postgres.ts'
import { createSqliteRoll } from './roll-sqlite.ts'
import { createRosters } from './rosters.ts'
import { createRoll, type RollEngine } from './roll.ts'
import { databaseIn, openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

export interface Storage {
  store: Store
  box: BallotBox
  close(): Promise<void>
}

/** A PostgreSQL database in place of a file in the folder. */
export interface Database {
  url: string
  /** Somebody else has it now: this server must not go on. */
  end(why: string): void
}

interface Engines {
  tables: Kysely<Tables>
  box: BoxEngine
  roll: RollEngine
  close(): Promise<void>
}

/**
 * Opens what this server keeps: one file of `folder`, or `database`. Throws `Unusable` where that
 * cannot be had.
 */
export async function openStorage(
  folder: string,
  outside: BoxPorts,
  database: Database | null = null,
): Promise<Storage> {
  const { tables, box, roll, close } = database
    ? await postgresEngines(database, outside)
    : await sqliteEngines(folder)
  return {
    store: {
      ...createMeetings(tables),
      ...createPeople(tables),
      ...createDoors(tables),
      ...createFloor(tables),
      ...createRosters(tables),
      ...createAccounts(tables),
      ...createRoll(roll, outside.clock),
    },
    box: createBallotBox(box, outside),
    close,
  }
}

async function sqliteEngines(folder: string): Promise<Engines> {
  const { database, tables, exclusive, close } = await openSqlite(databaseIn(folder))
  const box = createSqliteEngine(database, exclusive)
  return { tables, box, roll: createSqliteRoll(database, exclusive), close }
}

async function postgresEngines({ url, end }: Database, { log }: BoxPorts): Promise<Engines> {
  const { tables, close } = await openPostgres(url, { log, end })
  return { tables, box: createPostgresEngine(tables, log), roll: createPostgresRoll(tables), close }
}
