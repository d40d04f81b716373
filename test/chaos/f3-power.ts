import SQLite from 'better-sqlite3'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Cast } from '../../scripts/crowd/phone.ts'
import { openEnvelope } from '../../server/domain/envelope.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import { leaf } from '../../shared/leaf.ts'
import type { ChaosTest, Conditions } from './chaos-test.ts'
import { Disk } from './disk.ts'
import { expectations } from './history.ts'
import type { Random } from './random.ts'
import { aScene } from './scene.ts'
import { HAS_STRACE, INSTALL_STRACE, readTrace, tracing, type Call } from './trace.ts'
import { voteWhile } from './voting.ts'

const VOTERS = 50
const WEAK = { NODE_OPTIONS: '--import ./test/chaos/inside/weak.js' }

/** A traced run: what the server did to its files, and what voters were told when. */
interface Run {
  folder: string
  calls: Call[]
  questionId: QuestionId
  /** Times in milliseconds since 1970, rounded up. */
  casts: Cast[]
  problems: string[]
}

/**
 * The power fails at any moment of a vote, its seal and its reveal: of every file there is what was
 * flushed, of every second one a part of the rest too. What was acknowledged is there. The same
 * server with commits that do not wait for the disk must lose, or the test would see nothing.
 */
export const f3: ChaosTest = {
  id: 'F3',
  async run({ quick, random }) {
    if (!HAS_STRACE) return { tries: 0, problems: [INSTALL_STRACE], figure: 'no strace' }
    const cuts = quick ? 60 : 200
    const run = await traced({}, random)
    const weak = await traced(WEAK, random)
    const wrong = cutAll(run, cuts, random)
    const lost = cutAll(weak, cuts, random).length
    const problems = [...run.problems, ...wrong]
    if (lost === 0) problems.push('nothing is lost without flushes: the cuts cut nothing')
    const figure =
      `${cuts} cuts of ${run.calls.length} calls, ${run.casts.length} casts, ` +
      `${wrong.length} lose; ${lost} where commits do not wait`
    return { tries: cuts, problems, figure }
  },
}

async function traced(
  environment: Record<string, string>,
  random: Conditions['random'],
): Promise<Run> {
  const own = mkdtempSync(join(tmpdir(), 'mvoting-trace-'))
  const file = join(own, 'trace')
  try {
    const scene = await aScene(VOTERS, {}, environment, tracing(file))
    const { phones, server } = scene
    const run = { folder: server.dataDir, questionId: await scene.ask({ bars: 'reveal' }) }
    const ahead = Date.now() - performance.now() + 1
    let problems: string[]
    try {
      await voteWhile(phones, { ...run, random }, async () => undefined)
      problems = await scene.settle(run.questionId)
    } finally {
      await scene.end()
    }
    const casts = phones
      .flatMap((phone) => phone.casts)
      .map((cast) => ({ ...cast, answeredAt: cast.answeredAt + ahead }))
    return { ...run, casts, problems, calls: await readTrace(file) }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** What is wrong after cuts at moments from the first answer on, in their order. */
function cutAll({ folder, calls, casts, questionId }: Run, cuts: number, random: Random): string[] {
  const first = calls.findIndex(({ at }) => at > Math.min(...casts.map((cast) => cast.answeredAt)))
  const moments = Array.from({ length: cuts }, () => first + random.below(calls.length - first))
  moments.sort((a, b) => a - b)
  const disk = new Disk(folder)
  let done = 0
  return moments.flatMap((moment, number) => {
    for (; done < moment; done += 1) disk.do(calls[done]!)
    const { at } = calls[moment]!
    const known = casts.map((cast) => (cast.answeredAt <= at ? cast : { ...cast, answer: null }))
    const left = disk.afterCut(number % 2 === 0 ? null : random)
    return problemsOf(left, known, questionId).map((problem) => `cut before ${moment}: ${problem}`)
  })
}

function problemsOf(
  files: ReadonlyMap<string, Buffer>,
  casts: readonly Cast[],
  questionId: QuestionId,
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-cut-'))
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      // The engine makes this one anew of the journal.
      if (!name.endsWith('-shm')) writeFileSync(join(folder, name), bytes)
    }
    const { standing, isSound } = standingIn(folder, questionId)
    const lost = expectations(casts, questionId).filter(
      ({ acked, unknown }) =>
        acked !== null && !standing.has(acked) && ![...unknown].some((each) => standing.has(each)),
    ).length
    return [...(lost > 0 ? [`${lost} are lost`] : []), ...(isSound ? [] : ['quick_check failed'])]
  } catch (fault) {
    return [String(fault)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The leaves of all ballots that a server would find here, in envelopes or sealed. */
function standingIn(folder: string, questionId: QuestionId) {
  const database = new SQLite(join(folder, 'mvoting.sqlite'))
  try {
    const isSound = database.pragma('quick_check', { simple: true }) === 'ok'
    const of = (columns: string, table: string) =>
      database.prepare(
        `select ${columns} from ${table} where box = (select number from box where question_id = ?)`,
      )
    const sealed = of('leaf', 'ballot').pluck().all(questionId) as string[]
    const key = join(folder, 'keys', questionId)
    const rows = of('seat, rev, sealed', 'envelope').all(questionId) as Envelope[]
    if (rows.length > 0 && !existsSync(key)) return { standing: new Set<string>(), isSound }
    const opened = rows.flatMap(({ seat, rev, sealed }) =>
      openEnvelope(readFileSync(key), sealed, { questionId, seat, rev }),
    )
    const leaves = opened.map(({ marks, nonce }) => leaf(questionId, marks, nonce))
    return { standing: new Set<string>([...sealed, ...leaves]), isSound }
  } finally {
    database.close()
  }
}

interface Envelope {
  seat: Seat
  rev: number
  sealed: Buffer
}
