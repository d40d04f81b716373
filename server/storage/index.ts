import { join } from 'node:path'
import type { BallotBox, Store } from '../ports.ts'
import { createBallotBox, type BoxPorts } from './ballot-box.ts'
import { createSqliteEngine } from './box-sqlite.ts'
import { createAccounts } from './accounts.ts'
import { createMeetings } from './meetings.ts'
import { createPeople } from './people.ts'
import { createSqliteRoll } from './roll-sqlite.ts'
import { createRoll } from './roll.ts'
import { openSqlite } from './sqlite.ts'

export interface Storage {
  store: Store
  box: BallotBox
  close(): Promise<void>
}

/** Opens what this server keeps, in one file of `folder`. */
export async function openStorage(folder: string, outside: BoxPorts): Promise<Storage> {
  const sqlite = await openSqlite(join(folder, 'mvoting.sqlite'))
  const engine = createSqliteEngine(sqlite.database, sqlite.exclusive)
  return {
    store: {
      ...createMeetings(sqlite.tables),
      ...createPeople(sqlite.tables),
      ...createAccounts(sqlite.tables),
      ...createRoll(createSqliteRoll(sqlite.database, sqlite.exclusive), outside.clock),
    },
    box: createBallotBox(engine, outside),
    close: () => sqlite.close(),
  }
}
