import SQLite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { databaseIn } from '../../server/storage/sqlite.ts'
import type { QuestionRow } from '../../server/rows.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Method } from '../../shared/method.ts'
import { CITY, makeCity, SMALL_CITY, type City } from './city.ts'
import { OurHall } from './hall.ts'
import { ratiosOf, type Round } from './scenario.ts'
import type { Scale } from './stage.ts'
import { ackP99, streamOf } from './steady.ts'

/** What phones feel of the count of a city beside the server. */
export interface DuringCount {
  /**
   * The 99th percentile of acknowledgements at 1,000 ballots a second, while the count runs ÷ while it
   * is held: one right after the other, so that the machine's mood cancels. The median of all rounds.
   */
  ackDuringCount: number
  ackDuringCountMin: number
  ackDuringCountMax: number
  ackP99DuringMs: number
  ackP99WithoutMs: number
}

const BUDGET: Omit<Extract<Method, { type: 'budget' }>, 'purse'> = {
  ...{ type: 'budget', currency: '원', min: 1, max: 10, fits: false },
  rule: { type: 'equal-shares', completion: 'add1', step: null },
}
/** Times as many rounds as of other ratios: one that a neighbour of the machine disturbs counts less. */
const MORE_ROUNDS = 2

export async function measureDuring(scale: Scale, isQuick: boolean): Promise<DuringCount> {
  const hall = await OurHall.start()
  try {
    const cityId = await aSealedCity(hall, makeCity(isQuick ? QUICK_CITY : CITY))
    await hall.fill(scale.voters)
    const asked = await hall.ask('full')
    const stream = () => ackP99(hall, streamOf(asked, scale.seconds))
    await stream()
    await hall.desk.run('question:reveal', { questionId: cityId })
    const isCounted = () =>
      hall.desk.picture.agenda.some(
        ({ question, state }) => question.id === cityId && state === 'revealed',
      )
    // A quick count leaves room for fewer rounds; the one that it ended in is the last.
    const measured: Round[] = []
    while (measured.length < MORE_ROUNDS * scale.rounds && !isCounted()) {
      const counters = childrenOf(hall.pid)
      for (const pid of counters) process.kill(pid, 'SIGSTOP')
      const reference = await stream()
      for (const pid of counters) process.kill(pid, 'SIGCONT')
      measured.push({ ours: await stream(), reference })
    }
    const { ratio, min, max, ours, reference } = ratiosOf(measured)
    return {
      ...{ ackDuringCount: ratio, ackDuringCountMin: min, ackDuringCountMax: max },
      ...{ ackP99DuringMs: ours, ackP99WithoutMs: reference },
    }
  } finally {
    await hall.close()
  }
}

/** Processes that this one started (Linux on every machine we know). */
function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return listed === '' ? [] : listed.split(' ').map(Number)
}

/** Enough that its count lasts longer than what is measured beside it. */
const QUICK_CITY = { ...SMALL_CITY, ballots: 60_000, projects: CITY.projects }

/**
 * A sealed question of the hall that holds this city. No meeting's paper is as long: the server is
 * stopped, and the question and its box are written into the file.
 */
async function aSealedCity({ server, desk }: OurHall, city: City): Promise<QuestionId> {
  const options = city.projects.map(({ id, cost }) => ({ id, text: id, cost: cost! }))
  const questionId = await desk.write({
    title: '주민참여예산 · A city’s budget',
    method: { ...BUDGET, purse: city.purse },
    options: options.slice(0, 20),
    ...{ names: 'open', bars: 'reveal', receipts: 'none', seconds: null },
  })
  await desk.open(questionId)
  await desk.close(questionId)
  await server.terminate()
  const database = new SQLite(databaseIn(server.dataDir))
  database.transaction(() => {
    const [kept] = database
      .prepare<[string], { body: string }>('select body from question where id = ?')
      .all(questionId)
    const row = JSON.parse(kept!.body) as QuestionRow
    const size = city.papers.length
    const large: QuestionRow = {
      ...row,
      question: { ...row.question, options },
      seal: { ...row.seal!, size },
    }
    database
      .prepare('update question set body = ? where id = ?')
      .run(JSON.stringify(large), questionId)
    const add = database.prepare(
      `insert into ballot (box, leaf, copy, body)
       select number, ?, 0, ? from box where question_id = ?`,
    )
    city.papers.forEach((marks, place) => {
      const leaf = place.toString(16).padStart(64, '0')
      add.run(leaf, JSON.stringify({ marks, nonce: null }), questionId)
    })
  })()
  database.close()
  await server.restart()
  return questionId
}
