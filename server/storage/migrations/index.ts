import { Migrator, type Kysely, type Migration } from 'kysely'
import * as start from './0001-start.ts'
import * as meetingBody from './0002-meeting-body.ts'
import * as lists from './0004-lists.ts'
import * as accounts from './0005-accounts.ts'
import * as roster from './0008-roster.ts'
import * as proxies from './0009-proxies.ts'
import * as weights from './0010-weights.ts'
import * as floor from './0012-floor.ts'
import * as looked from './0013-looked.ts'

/** Every change of the tables, in the order of their names; each made for both engines (step.ts). */
const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-meeting-body': meetingBody,
  '0004-lists': lists,
  '0005-accounts': accounts,
  '0008-roster': roster,
  '0009-proxies': proxies,
  '0010-weights': weights,
  '0012-floor': floor,
  '0013-looked': looked,
}

/** Brings the tables up to date; on PostgreSQL behind a lock, so that two servers never do it at once. */
export async function migrate<T>(database: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the tables could not be brought up to date', { cause: error })
}
