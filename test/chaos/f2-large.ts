import SQLite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { openStorage } from '../../server/storage/index.ts'
import { databaseIn } from '../../server/storage/sqlite.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { aBallot } from '../support/builders.ts'
import type { ChaosTest } from './chaos-test.ts'

const q1 = 'q1' as QuestionId
/** More than are sealed at once: five slices. */
const VOTERS = 2100
/** One kill in so many, where there is little time. */
const QUICK = 11
/** Of these it is enough to look for a few: all lie in the same files. */
const LOOKED_FOR = 20
const INSIDE = '--import ./test/chaos/inside/crash.js'
/** What the slices are made of: a step that no deed stands for was not crashed. */
const STEPS = [
  ...[/set state = 'sealing'/, /^insert into ballot/, /^insert into turnout/],
  ...[/^delete from envelope/, /set state = 'sealed'/, /^commit/, /^wal_checkpoint/],
]

/**
 * kill -9 in the seal of a large box, before each deed that is not like the one before it: before,
 * within and after every slice. Sealed again it has the same root, and no envelope is left.
 */
export const f2Large: ChaosTest = {
  id: 'F2L',
  async run({ quick }) {
    const own = mkdtempSync(join(tmpdir(), 'mvoting-large-'))
    try {
      const closed = join(own, 'closed')
      const envelopes = await aClosedBox(closed)
      const whole = await sealed(copyOf(closed, join(own, 'whole')), 0)
      const deeds = readFileSync(join(own, 'whole', 'deeds'), 'utf8')
        .trim()
        .split('\n')
      const missing = STEPS.filter((step) => !deeds.some((deed) => step.test(deed)))
      const problems = missing.map((step) => `no deed is ${step.source}`)
      const places = [...deeds.keys()].filter((place) => deeds[place] !== deeds[place - 1])
      const kills = places.filter((_, nth) => !quick || nth % QUICK === 0)
      for (const place of kills) {
        const folder = copyOf(closed, join(own, `${place}`))
        const killed = await sealed(folder, place + 1)
        const again = await sealed(folder, null)
        const found = [
          ...(killed === 'SIGKILL' ? [] : [`not killed but ${killed}`]),
          ...(again === whole ? [] : [`sealed as ${again}, not ${whole}`]),
          ...leftIn(folder, envelopes),
        ]
        problems.push(...found.map((problem) => `killed before ${deeds[place]}: ${problem}`))
        rmSync(folder, { recursive: true })
      }
      const figure = `${kills.length} kills among ${deeds.length} deeds, ${VOTERS} ballots`
      return { tries: kills.length, problems, figure }
    } finally {
      rmSync(own, { recursive: true })
    }
  },
}

/** A box that is cast and closed; some of its envelopes. */
async function aClosedBox(folder: string): Promise<Buffer[]> {
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  await keys.create(q1)
  const log = createLog('silent')
  const { box, close } = await openStorage(folder, { keys, dice, clock, log })
  await box.create(q1, { salt: 'ab'.repeat(16), receipts: 'none', size: 256 })
  const marked = (seat: number) => [['green', 'black', 'white'][seat % 3]!]
  const casts = Array.from({ length: VOTERS }, (_, seat) =>
    box.cast(aBallot({ seat: seat + 1, marked: marked(seat) })),
  )
  await Promise.all(casts)
  await box.close(q1)
  await close()
  const database = new SQLite(databaseIn(folder), { readonly: true })
  const some = database.prepare<[number], Buffer>('select sealed from envelope limit ?').pluck()
  const envelopes = some.all(LOOKED_FOR)
  database.close()
  return envelopes
}

function copyOf(from: string, to: string): string {
  cpSync(from, to, { recursive: true })
  return to
}

/** What the seal says it came to, or the signal that ended it; killed before this deed of it, or not. */
async function sealed(folder: string, crashAt: number | null): Promise<string | null> {
  const orders = join(folder, 'crash-at')
  if (crashAt !== null) writeFileSync(orders, `${crashAt}`)
  const program = ['--import', 'tsx', 'test/chaos/inside/seal-large.ts']
  const child = spawn(process.execPath, program, {
    env: { ...process.env, NODE_OPTIONS: INSIDE, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const said = text(child.stdout)
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  rmSync(orders, { force: true })
  return signal ?? (await said)
}

function leftIn(folder: string, envelopes: readonly Buffer[]): string[] {
  const database = new SQLite(databaseIn(folder), { readonly: true })
  const count = (table: string) =>
    database.prepare<[], number>(`select count(*) from ${table}`).pluck().get()
  const wanted = { envelope: 0, ballot: VOTERS, turnout: VOTERS }
  const problems = Object.entries(wanted)
    .filter(([table, size]) => count(table) !== size)
    .map(([table]) => `${count(table)} rows of ${table}`)
  database.close()
  if (existsSync(join(folder, 'keys', q1))) problems.push('the key is there')
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.map(({ name }) => readFileSync(join(folder, name)))
  const held = envelopes.filter((envelope) => bytes.some((file) => file.includes(envelope)))
  if (held.length > 0) problems.push(`${held.length} envelopes still lie in a file`)
  return problems
}
