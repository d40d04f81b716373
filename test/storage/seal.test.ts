import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { createSorter } from '../../server/outside/seal-process.ts'
import { createMemoryEngine } from '../../server/storage/box-memory.ts'
import { createPostgresEngine } from '../../server/storage/box-postgres.ts'
import { createSqliteEngine } from '../../server/storage/box-sqlite.ts'
import { openPostgres } from '../../server/storage/postgres.ts'
import { databaseIn, openSqlite } from '../../server/storage/sqlite.ts'
import { SEAL_ENTRY } from '../support/house.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'
import { sealContract } from './seal.contract.ts'

const log = createLog('silent')

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  return { folder, keys, remove: () => rmSync(folder, { recursive: true }) }
}

sealContract('memory', async () => {
  const { keys, remove } = aFolder()
  return { engine: createMemoryEngine(), keys, end: async () => remove() }
})

sealContract('SQLite', async () => {
  const { folder, keys, remove } = aFolder()
  const { database, exclusive, close } = await openSqlite(databaseIn(folder))
  return {
    engine: createSqliteEngine(database, exclusive),
    keys,
    sorter: createSorter(SEAL_ENTRY, { folder }),
    async end() {
      await close()
      remove()
    },
  }
})

describe.skipIf(withoutPostgres)('a real PostgreSQL', () => {
  usePostgres()
  sealContract('PostgreSQL', async () => {
    const { keys, remove } = aFolder()
    const url = await postgres.database()
    const { tables, close } = await openPostgres(url, { log, end: () => undefined })
    return {
      engine: createPostgresEngine(tables, log),
      keys,
      sorter: createSorter(SEAL_ENTRY, { url }),
      async end() {
        await close()
        remove()
      },
    }
  })
})
