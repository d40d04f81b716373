import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { openStorage, type Database } from '../../server/storage/index.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'
import { storeContract } from './store.contract.ts'

async function aStore(database: Database | null) {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  const { store, close } = await openStorage(
    folder,
    { keys, dice, clock, log: createLog('silent') },
    database,
  )
  return {
    store,
    async end() {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

storeContract('SQLite', () => aStore(null))

describe.skipIf(withoutPostgres)('a real PostgreSQL', () => {
  usePostgres()
  storeContract('PostgreSQL', async () =>
    aStore({ url: await postgres.database(), end: (why) => expect.fail(why) }),
  )
})
