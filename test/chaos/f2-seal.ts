import SQLite from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pause } from '../../scripts/crowd/phone.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

const VOTERS = 2
const HALLS = 6
const INSIDE = { NODE_OPTIONS: '--import ./test/chaos/inside/crash.js' }
const SEALED_WITHIN = 40_000
/** What D4 is made of: a step that no deed stands for was not crashed. */
const STEPS = [
  ...[/set state = 'closed'/, /set state = 'sealed'/, /^insert into ballot/],
  ...[/^insert into turnout/, /^delete from envelope/, /^commit/, /^wal_checkpoint/],
  ...[/^writeSync/, /^fsyncSync/, /^rmSync/],
]

/**
 * kill -9 before every single deed of close and seal, in turn. After the restart the seal is made
 * again with the same root, and neither an envelope nor the key is left.
 */
export const f2: ChaosTest = {
  id: 'F2',
  async run({ quick }) {
    const rounds = quick ? 1 : 6
    const halls = await Promise.all(Array.from({ length: HALLS }, () => aScene(VOTERS, {}, INSIDE)))
    try {
      // No deed has number 0: what a seal does when nobody disturbs it.
      const problems = await problemsOfSeal(halls[0]!, 0)
      const deeds = readFileSync(join(halls[0]!.server.dataDir, 'deeds'), 'utf8').trim().split('\n')
      const missing = STEPS.filter((step) => !deeds.some((deed) => step.test(deed)))
      problems.push(...missing.map((step) => `no deed is ${step.source}`))
      const left = Array.from({ length: rounds * deeds.length }, (_, place) => place % deeds.length)
      const kills = left.length
      const crashAll = async (hall: Scene) => {
        for (let place = left.shift(); place !== undefined; place = left.shift()) {
          const found = await problemsOfSeal(hall, place + 1)
          problems.push(...found.map((problem) => `killed before ${deeds[place]}: ${problem}`))
        }
      }
      await Promise.all(halls.map(crashAll))
      return { tries: kills, problems, figure: `${kills} kills before ${deeds.length} deeds` }
    } finally {
      await Promise.all(halls.map((hall) => hall.end()))
    }
  },
}

/** One question from its opening to the reveal, with a kill before one deed of its seal. */
async function problemsOfSeal(hall: Scene, crashAt: number): Promise<string[]> {
  const { server, phones } = hall
  const inFolder = (...names: string[]) => join(server.dataDir, ...names)
  const questionId = await hall.ask({ bars: 'reveal' })
  await Promise.all(phones.map((phone) => phone.cast(questionId, [OPTIONS[0]!])))
  const envelopes = envelopesOf(inFolder('mvoting.sqlite'), questionId)
  const prints = printsOf(hall, questionId)

  writeFileSync(inFolder('crash-at'), `${crashAt}`)
  const problems = await seal(hall, questionId, crashAt > 0)
  rmSync(inFolder('crash-at'), { force: true })

  const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  if (envelopes.length !== phones.length)
    problems.push(`${envelopes.length} envelopes to begin with`)
  const held = envelopes.filter((envelope) => files.some((bytes) => bytes.includes(envelope)))
  if (held.length > 0) problems.push(`${held.length} envelopes still lie in a file`)
  problems.push(...(await hall.settle(questionId)))
  if (prints.size > 1) problems.push(`fingerprints shown: ${[...prints].join(' ')}`)
  return problems
}

/** Closes until the question is sealed and its key is gone; a killed server is started again, once. */
async function seal({ server, desk }: Scene, questionId: QuestionId, willCrash: boolean) {
  const key = join(server.dataDir, 'keys', questionId)
  const isSealed = () =>
    desk.picture.agenda.find(({ question }) => question.id === questionId)?.state === 'sealed'
  let isCrashed = false
  for (const stop = Date.now() + SEALED_WITHIN; Date.now() < stop; await pause(200)) {
    if (!server.isAlive) {
      isCrashed = true
      rmSync(join(server.dataDir, 'crash-at'))
      await server.restart()
    }
    await desk.line.ask('question:close', { questionId }, 500)
    if (isSealed() && !existsSync(key) && isCrashed === willCrash) return []
  }
  return [`not sealed: ${isSealed()}, killed: ${isCrashed}, key there: ${existsSync(key)}`]
}

function envelopesOf(file: string, questionId: QuestionId): Buffer[] {
  const database = new SQLite(file, { readonly: true })
  try {
    const where = 'where box = (select number from box where question_id = ?)'
    const select = database.prepare<[string], { sealed: Buffer }>(
      `select sealed from envelope ${where}`,
    )
    return select.all(questionId).map(({ sealed }) => sealed)
  } finally {
    database.close()
  }
}

/** All fingerprints that the hall will ever be shown of this question. */
function printsOf({ phones }: Scene, questionId: QuestionId): ReadonlySet<string> {
  const prints = new Set<string>()
  for (const phone of phones)
    phone.onView = ({ stage }) => {
      const print = stage?.seal?.fingerprint
      if (stage?.question.id === questionId && print) prints.add(print)
    }
  return prints
}
