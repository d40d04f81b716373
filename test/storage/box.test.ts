import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { createBallotBox } from '../../server/storage/ballot-box.ts'
import { createMemoryEngine } from '../../server/storage/box-memory.ts'
import { openStorage } from '../../server/storage/index.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { boxContract } from './box.contract.ts'

const log = createLog('silent')

async function outsideIn(folder: string) {
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  for (const id of ['q1', 'q2']) await keys.create(id as QuestionId)
  return { keys, dice, clock, log }
}

boxContract('memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  return {
    box: createBallotBox(createMemoryEngine(), await outsideIn(folder)),
    end: async () => {
      rmSync(folder, { recursive: true })
    },
  }
})

boxContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  const outside = await outsideIn(folder)
  let storage = await openStorage(folder, outside)
  return {
    box: storage.box,
    async reopen() {
      await storage.close()
      storage = await openStorage(folder, outside)
      return storage.box
    },
    bytes: () =>
      Buffer.concat(
        readdirSync(folder)
          .filter((name) => name.startsWith('mvoting.sqlite'))
          .map((name) => readFileSync(join(folder, name))),
      ),
    async end() {
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
})
