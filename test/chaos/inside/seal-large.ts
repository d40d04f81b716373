import { join } from 'node:path'
import { clock } from '../../../server/outside/clock.ts'
import { createKeyFiles } from '../../../server/outside/key-files.ts'
import { createLog } from '../../../server/outside/log.ts'
import { dice } from '../../../server/outside/random.ts'
import { createSorter } from '../../../server/outside/seal-process.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { QuestionId } from '../../../shared/ids.ts'
import { SEAL_ENTRY } from '../../support/house.ts'

/** Seals the box of `q1` in the data folder, as a server does, and says what it came to. */
const q1 = 'q1' as QuestionId
const folder = process.env.DATA_DIR!
const keys = createKeyFiles(join(folder, 'keys'), dice)
const sorter = createSorter(SEAL_ENTRY, { folder })
const { box, close } = await openStorage(folder, {
  ...{ keys, dice, clock, sorter },
  log: createLog('silent'),
})
const sealed = await box.seal(q1)
await keys.destroy(q1)
await close()
process.stdout.write(JSON.stringify(sealed))
