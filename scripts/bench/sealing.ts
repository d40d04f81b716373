import SQLite from 'better-sqlite3'
import { join } from 'node:path'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { openStorage } from '../../server/storage/index.ts'
import { databaseIn } from '../../server/storage/sqlite.ts'
import type { OptionId, QuestionId } from '../../shared/ids.ts'
import { percentile, rounded } from '../crowd/figures.ts'
import { Line } from '../crowd/line.ts'
import { pause } from '../crowd/phone.ts'
import { ballots } from './box.ts'
import { CITY, SMALL_CITY } from './city.ts'
import { OurHall } from './hall.ts'
import { rounds, type Scale } from './stage.ts'
import { ackP99, streamOf } from './steady.ts'

/** What phones of one meeting feel of the seal of a city's box in another one of the same server. */
export interface DuringSeal {
  /** The 99th percentile of acknowledgements at 1,000 ballots a second, during the seal ÷ before it. */
  ackDuringSeal: number
  ackP99DuringSealMs: number
  ackP99BeforeSealMs: number
  /** From the latch to the last envelope, and to the end of the second in which that was. */
  sealSeconds: number
}

const LOOK_EVERY = 20
const A_COMMIT = 256
const QUICK_SIZE = 10 * SMALL_CITY.ballots
/** Streams are short: a quick seal is over after a few. */
const SECONDS = 1

export async function measureSeal(scale: Scale, isQuick: boolean): Promise<DuringSeal> {
  const hall = await OurHall.start()
  try {
    const { questionId, line } = await anOpenCity(hall, isQuick ? QUICK_SIZE : CITY.ballots)
    await hall.fill(scale.voters)
    const asked = await hall.ask('full')
    const stream = () => ackP99(hall, streamOf(asked, SECONDS))
    await stream()
    const before = await rounds(2 * scale.rounds, stream)
    const isIn = stateIn(databaseIn(hall.server.dataDir), questionId)
    await line.ask('question:close', { questionId })
    while (!isIn('sealing') && !isIn('sealed')) await pause(LOOK_EVERY)
    const start = performance.now()
    const during: number[] = []
    while (!isIn('sealed')) during.push(await stream())
    const sealSeconds = rounded((performance.now() - start) / 1000, 1)
    line.close()
    const [ours, reference] = [during, before].map((times) => percentile(times, 0.5)) as [
      number,
      number,
    ]
    return {
      ackDuringSeal: rounded(ours / reference, 2),
      ackP99DuringSealMs: rounded(ours, 2),
      ackP99BeforeSealMs: rounded(reference, 2),
      sealSeconds,
    }
  } finally {
    await hall.close()
  }
}

/**
 * A question that holds so many ballots and is open; its own meeting gives way to another one, in which
 * the hall votes. No hall casts as many: the server is stopped, and they are cast into its box.
 */
async function anOpenCity({ server, desk }: OurHall, size: number) {
  const { code } = desk
  const questionId = await desk.write({
    title: '도시의 투표 · A city votes',
    method: { type: 'single' },
    options: ['kimbap', 'noodles'].map((id) => ({ id: id as OptionId, text: id })),
    ...{ names: 'open', bars: 'reveal', receipts: 'full', seconds: null },
  })
  await desk.open(questionId)
  await server.terminate()
  await castInto(server.dataDir, questionId, size)
  await server.restart()
  const line = new Line({ url: server.url, page: 'desk', cookie: desk.cookie })
  await line.connect()
  await line.ask('meetings:add', { title: '작은 회의 · A small meeting' })
  await line.ask('desk:watch', { code })
  // Its line may still be coming back, and says no at once meanwhile.
  for (; desk.code === code; await pause(LOOK_EVERY)) await desk.watch()
  await desk.openDoors()
  return { questionId, line }
}

async function castInto(folder: string, questionId: QuestionId, size: number): Promise<void> {
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  const log = { error: (_: string, fault: unknown) => console.error(fault) }
  const { box, close } = await openStorage(folder, { keys, dice, clock, log })
  const all = ballots(questionId, size)
  for (let from = 0; from < size; from += A_COMMIT)
    await Promise.all(all.slice(from, from + A_COMMIT).map((each) => box.cast(each)))
  await close()
}

/** Asks the file itself: the desk hears of the seal when all of it is over. */
function stateIn(file: string, questionId: QuestionId): (state: string) => boolean {
  const database = new SQLite(file, { readonly: true })
  const read = database
    .prepare<[string], string>('select state from box where question_id = ?')
    .pluck()
  return (state) => read.get(questionId) === state
}
