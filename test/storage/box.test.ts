import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { createBallotBox, type BoxPorts } from '../../server/storage/ballot-box.ts'
import { createMemoryEngine } from '../../server/storage/box-memory.ts'
import { createPostgresEngine } from '../../server/storage/box-postgres.ts'
import { openStorage, type Storage } from '../../server/storage/index.ts'
import { createPool, tablesOf } from '../../server/storage/postgres.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { aBallot } from '../support/builders.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'
import { boxContract } from './box.contract.ts'

const log = createLog('silent')

const q1 = 'q1' as QuestionId
const settings = { salt: 'ab'.repeat(16), receipts: 'full' as const, size: 256 }

async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  for (const id of ['q1', 'q2', 'q3']) await keys.create(id as QuestionId)
  return { folder, outside: { keys, dice, clock, log } }
}

boxContract('memory', async () => {
  const { folder, outside } = await aFolder()
  const engine = createMemoryEngine()
  return {
    box: createBallotBox(engine, outside),
    another: async () => createBallotBox(engine, outside),
    end: async () => {
      rmSync(folder, { recursive: true })
    },
  }
})

boxContract('SQLite', async () => {
  const { folder, outside } = await aFolder()
  const open = [await openStorage(folder, outside)]
  return {
    box: open[0]!.box,
    async another() {
      const storage = await openStorage(folder, outside)
      open.push(storage)
      return storage.box
    },
    async end() {
      for (const storage of open) await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
})

describe.skipIf(withoutPostgres)('a real PostgreSQL', () => {
  usePostgres()
  boxContract('PostgreSQL', async () => {
    const { folder, outside } = await aFolder()
    const url = await postgres.database()
    const storage = await openStorage(folder, outside, { url, end: (why) => expect.fail(why) })
    const pools: Pool[] = []
    return {
      box: storage.box,
      async another() {
        const pool = createPool(url, log)
        pools.push(pool)
        return createBallotBox(createPostgresEngine(tablesOf(pool), outside.log), outside)
      },
      async end() {
        for (const pool of pools) await pool.end()
        await storage.close()
        rmSync(folder, { recursive: true })
      },
    }
  })
})

describe('the box in its file', () => {
  let folder: string
  let outside: BoxPorts
  let storage: Storage

  beforeEach(async () => {
    const made = await aFolder()
    folder = made.folder
    outside = made.outside
    storage = await openStorage(folder, outside)
    await storage.box.create(q1, settings)
  })
  afterEach(async () => {
    await storage.close()
    rmSync(folder, { recursive: true })
  })

  const written = () =>
    Buffer.concat(
      readdirSync(folder)
        .filter((name) => name.startsWith('mvoting.sqlite'))
        .map((name) => readFileSync(join(folder, name))),
    )

  it('[BX7] can be read again, with the last ballot of each seat', async () => {
    await storage.box.cast(aBallot({ seat: 1, marked: ['tea'] }))
    await storage.box.cast(aBallot({ seat: 1, basedOn: 1, marked: ['water'] }))
    await storage.close()
    storage = await openStorage(folder, outside)
    const [change] = (await storage.box.changes(q1)) ?? []
    expect(change).toMatchObject({ seat: 1, rev: 2, answers: [{ marks: ['water'] }] })
    expect(await storage.box.cast(aBallot({ seat: 1, basedOn: 2 }))).toMatchObject({
      value: { rev: 3 },
    })
  })

  it('[BX8] writes no readable choice while it is open', async () => {
    const choice = 'this-is-my-choice'
    for (let seat = 1; seat <= 20; seat += 1)
      await storage.box.cast(aBallot({ seat, marked: [choice] }))
    expect(written().length).toBeGreaterThan(20 * settings.size)
    expect(written().includes(choice)).toBe(false)
  })
})
