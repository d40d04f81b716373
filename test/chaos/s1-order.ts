import SQLite from 'better-sqlite3'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { send } from '../../scripts/crowd/http.ts'
import { pause, type Cast } from '../../scripts/crowd/phone.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import type { ChaosTest } from './chaos-test.ts'
import type { Random } from './random.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

const VOTERS = 400
const MOST_TAU = 0.15
const INSIDE = { NODE_OPTIONS: '--import ./test/chaos/inside/crash.js' }
/** How answers begin where they lie open; the question's own row has neither word, sealed lists have both. */
const PLAIN = ['"marks":[', '"nonce":"']

/** What lies in some file or list, in the order in which it lies there. */
interface Taken {
  from: string
  leaves: string[]
}

/**
 * Ballots cast in a known order. While the question is open nothing of them can be read in any file;
 * after the seal no file, table or list is in an order like that of the casts or of the seats, nor is
 * the journal that a kill in the middle of the seal leaves behind.
 */
export const s1: ChaosTest = {
  id: 'S1',
  async run({ quick, random }) {
    const rounds = quick ? 1 : 5
    const scene = await aScene(VOTERS, {}, INSIDE)
    const problems: string[] = []
    const taus: number[] = []
    try {
      for (let round = 0; round < rounds; round += 1) {
        const questionId = await scene.ask({ names: 'secret', bars: 'reveal' })
        const casts = await castInTurn(scene, questionId, random)
        problems.push(...readableIn(scene, casts, round === 0 ? PLAIN : []))
        const taken = await takenInTheSeal(scene, questionId, casts)
        problems.push(...(await scene.settle(questionId, casts)))
        taken.push(...(await takenAfter(scene, questionId, casts)))
        for (const { from, leaves } of taken) {
          if (leaves.length !== VOTERS) problems.push(`${from}: ${leaves.length} ballots found`)
          for (const [order, tau] of Object.entries(tausOf(leaves, casts))) {
            taus.push(Math.abs(tau))
            if (Math.abs(tau) >= MOST_TAU)
              problems.push(`${from}: tau ${tau.toFixed(2)} to ${order}`)
          }
        }
      }
      const figure = `${VOTERS} casts x ${rounds}, largest tau ${Math.max(...taus).toFixed(3)}`
      return { tries: taus.length, problems, figure }
    } finally {
      await scene.end()
    }
  },
}

/** One after the other, in an order that is not that of the seats. */
async function castInTurn({ phones }: Scene, questionId: QuestionId, random: Random) {
  const order = phones
    .map((phone) => ({ phone, place: random.next() }))
    .sort((a, b) => a.place - b.place)
  const casts: Promise<Cast>[] = []
  for (const { phone } of order) {
    casts.push(phone.cast(questionId, [random.pick(OPTIONS)]))
    await pause(4)
  }
  return Promise.all(casts)
}

function filesOf({ server }: Scene): Record<'file' | 'journal' | 'copy', Buffer> {
  const path = join(server.dataDir, 'mvoting.sqlite')
  const copy = join(server.dataDir, 'copy.sqlite')
  const database = new SQLite(path, { readonly: true })
  database.prepare('vacuum into ?').run(copy)
  database.close()
  const files = {
    file: readFileSync(path),
    journal: existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0),
    copy: readFileSync(copy),
  }
  rmSync(copy)
  return files
}

function readableIn(scene: Scene, casts: readonly Cast[], plain: readonly string[]): string[] {
  const words = [
    ...plain.map((word) => Buffer.from(word)),
    ...casts.flatMap(({ leaf }) => bytesOf(leaf)),
  ]
  return Object.entries(filesOf(scene)).flatMap(([name, bytes]) => {
    const found = words.filter((word) => bytes.includes(word)).length
    return found === 0 ? [] : [`${found} things can be read in the ${name} of an open question`]
  })
}

/** As text and as they are. */
function bytesOf(leaf: string): Buffer[] {
  return [Buffer.from(leaf), Buffer.from(leaf, 'hex')]
}

/** The worst moment for a thief to come: the ballots are written, the journal is not yet cut. */
async function takenInTheSeal(
  { server, desk }: Scene,
  questionId: QuestionId,
  casts: readonly Cast[],
): Promise<Taken[]> {
  const orders = join(server.dataDir, 'crash-at')
  writeFileSync(orders, 'wal_checkpoint')
  await desk.run('question:close', { questionId })
  for (let wait = 0; server.isAlive && wait < 200; wait += 1) await pause(50)
  rmSync(orders)
  const journal = readFileSync(join(server.dataDir, 'mvoting.sqlite-wal'))
  await server.restart()
  return bothWays('journal of a killed seal', journal, casts)
}

async function takenAfter(
  scene: Scene,
  questionId: QuestionId,
  casts: readonly Cast[],
): Promise<Taken[]> {
  const { file, journal, copy } = filesOf(scene)
  const left = bothWays('journal', journal, casts)
  const { text } = await send(`${scene.server.url}/api/questions/${questionId}/result`)
  const { ballots } = JSON.parse(text) as PublishedQuestion
  return [
    ...bothWays('file', file, casts),
    ...bothWays('copy by vacuum', copy, casts),
    ...left.filter(({ leaves }) => leaves.length > 0),
    { from: 'table', leaves: selected(scene) },
    { from: 'published list', leaves: (ballots ?? []).map(({ leaf }) => leaf) },
  ].map(({ from, leaves }) => ({ from, leaves: ofTheseCasts(leaves, casts) }))
}

/** By where each leaf lies for the first and for the last time. */
function bothWays(from: string, bytes: Buffer, casts: readonly Cast[]): Taken[] {
  const by = (place: (leaf: string) => number) =>
    casts
      .map(({ leaf }) => ({ leaf, at: place(leaf) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ leaf }) => leaf)
  return [
    { from: `${from}, first places`, leaves: by((leaf) => bytes.indexOf(leaf)) },
    { from: `${from}, last places`, leaves: by((leaf) => bytes.lastIndexOf(leaf)) },
  ]
}

/** As the engine hands them out when it is asked for no order. */
function selected({ server }: Scene): string[] {
  const database = new SQLite(join(server.dataDir, 'mvoting.sqlite'), { readonly: true })
  try {
    return database.prepare<[], string>('select leaf from ballot').pluck().all()
  } finally {
    database.close()
  }
}

function ofTheseCasts(leaves: readonly string[], casts: readonly Cast[]): string[] {
  const known = new Set<string>(casts.map(({ leaf }) => leaf))
  return leaves.filter((leaf) => known.has(leaf))
}

function tausOf(leaves: readonly string[], casts: readonly Cast[]) {
  const castAs = new Map(casts.map(({ leaf }, place) => [leaf as string, place]))
  const seatOf = new Map(casts.map(({ leaf, seat }) => [leaf as string, seat as number]))
  return {
    'the casts': tau(leaves.map((leaf) => castAs.get(leaf)!)),
    'the seats': tau(leaves.map((leaf) => seatOf.get(leaf)!)),
  }
}

/** Kendall's: 1 in rising order, -1 in falling, about 0 in none. */
function tau(values: readonly number[]): number {
  let sum = 0
  for (const [place, value] of values.entries())
    for (const later of values.slice(place + 1)) sum += Math.sign(later - value)
  return sum / ((values.length * (values.length - 1)) / 2)
}
