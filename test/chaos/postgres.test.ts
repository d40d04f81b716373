import { describe, expect, it } from 'vitest'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'
import { a1 } from './a1-parallel.ts'
import type { ChaosTest } from './chaos-test.ts'
import { restartDatabase } from './database-restart.ts'
import { f1 } from './f1-kill.ts'
import { f9 } from './f9-closing.ts'
import { createRandom } from './random.ts'

const SEED = 20_261_123

async function problemsIn({ run }: ChaosTest): Promise<string[]> {
  const environment = { DATABASE_URL: await postgres.database() }
  const { problems } = await run({ quick: true, random: createRandom(SEED), environment })
  return problems
}

describe.skipIf(withoutPostgres)('a real server on PostgreSQL', { timeout: 120_000 }, () => {
  usePostgres()

  it('[CH1] loses and doubles nothing when it is killed in the middle of a vote', async () => {
    expect(await problemsIn(f1)).toEqual([])
  })
  it('[CH3] keeps one of many ballots that one seat casts at once', async () => {
    expect(await problemsIn(a1)).toEqual([])
  })
  it('[CH7] counts what it took before the latch, and tells the rest', async () => {
    expect(await problemsIn(f9)).toEqual([])
  })
  it('[PG6] loses and doubles nothing when the database is restarted or crashes', async () => {
    const conditions = { voters: 40, restarts: 4, random: createRandom(SEED) }
    const { problems, figure } = await restartDatabase(postgres, conditions)
    expect(problems, figure).toEqual([])
  })
})
