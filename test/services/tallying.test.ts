import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '../../server/outside/clock.ts'
import { createTallier } from '../../server/outside/count-process.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { isBusyFault, OutOfRoom } from '../../server/ports.ts'
import type { CountJob, KeyStore, Log, Tallier } from '../../server/ports.ts'
import { createTallying, type Course, GivenUp, TooLong } from '../../server/services/tallying.ts'
import { openStorage, type Storage } from '../../server/storage/index.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Marks } from '../../shared/marks.ts'
import type { Method } from '../../shared/method.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import { createRandom, type Random } from '../chaos/random.ts'
import { aBallot, aQuestion, marks } from '../support/builders.ts'
import { FakeClock, settled } from '../support/fake-clock.ts'
import { COUNT_ENTRY } from '../support/house.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'

const VOTERS = 60
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const OPTIONS = marks(...IDS).map((id, at) => ({ id, text: id, cost: 3 + at * 2 }))

const faults: [event: string, fault: unknown][] = []
const told: string[] = []
const log: Log = {
  info: (event) => told.push(event),
  warn: () => undefined,
  error: (...fault) => faults.push(fault),
}
const unheard: Course = { signal: new AbortController().signal, onReached: () => undefined }

let folder: string
let keys: KeyStore
let storage: Storage

async function open(url?: string): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  keys = createKeyFiles(join(folder, 'keys'), dice)
  const database = url === undefined ? null : { url, end: () => undefined }
  storage = await openStorage(folder, { keys, dice, clock, log }, database)
}

afterEach(async () => {
  faults.length = 0
  told.length = 0
  await storage.close()
  rmSync(folder, { recursive: true })
})

/** What somebody marks, and up to so many different options by chance. */
type Form = (
  some: (most: number) => string[],
  random: Random,
) => string[] | Exclude<Marks, readonly []>

const set: Form = (some) => some(4)
const ranks: Form = (some) => ({ ranks: some(6).map((id) => marks(id)) })
const points: Form = (_, random) => ({
  points: Object.fromEntries(IDS.map((id) => [id, 1 + random.below(5)])),
})
const purse = { type: 'budget', purse: 20, currency: '원', min: 1, max: 6, fits: false } as const

const METHODS: [Method, Form][] = [
  [{ type: 'single' }, (some) => some(1)],
  [{ type: 'approval', min: 1, max: 6 }, set],
  [{ type: 'score', min: 1, max: 5, unrated: null }, points],
  [{ type: 'points', each: 5, min: 6, max: 30 }, points],
  [
    { type: 'number', min: 0, max: 50, decimals: 0, unit: '' },
    (_, random) => ({ number: random.below(50) }),
  ],
  [{ type: 'text', show: 'list', most: 2, letters: 40 }, (some) => ({ texts: some(2) })],
  ...(['runoff', 'stv', 'schulze', 'borda'] as const).map((count): [Method, Form] => [
    { type: 'ranked', min: 1, max: 6, equal: false, count, seats: 2 },
    ranks,
  ]),
  [{ ...purse, rule: { type: 'greedy', threshold: 0, misfit: 'skip' } }, set],
  ...(['none', 'utilitarian', 'add1', 'add1-comparison'] as const).map(
    (completion): [Method, Form] => [
      { ...purse, rule: { type: 'equal-shares', completion, step: null } },
      set,
    ],
  ),
]

/** Random ballots for one of these methods, cast and sealed. */
async function sealed(at: number): Promise<Question> {
  const random = createRandom(20_261_124 + at)
  const [method, form] = METHODS[at]!
  const id = `q${at}` as QuestionId
  await keys.create(id)
  await storage.box.create(id, { salt: 'ab'.repeat(16), receipts: 'full', size: 1024 })
  const some = (most: number) => {
    const left = [...IDS]
    const draw = () => left.splice(random.below(left.length), 1)[0]!
    return Array.from({ length: 1 + random.below(most) }, draw)
  }
  const casts = Array.from({ length: VOTERS }, (_, seat) => {
    const marked = form(some, random) as string[]
    return storage.box.cast(aBallot({ question: id, seat: seat + 1, marked }))
  })
  expect((await Promise.all(casts)).every(({ ok }) => ok)).toBe(true)
  await storage.box.close(id)
  await storage.box.seal(id)
  return aQuestion({ id, method, options: OPTIONS, lot: true })
}

const jobOf = (question: Question): CountJob => ({
  question,
  beside: { electorate: { entitled: 80, present: 70 }, lot: marks(...IDS).reverse() },
})

/** What the server itself counts. */
async function here({ question, beside }: CountJob) {
  const { ballots, turnout } = await storage.box.read(question.id)
  return { tally: tally(question, ballots, beside), ballots: VOTERS, turnout }
}

async function alike(kept: object): Promise<void> {
  const tallier = createTallier(COUNT_ENTRY, kept)
  for (const at of METHODS.keys()) {
    const job = jobOf(await sealed(at))
    const counted = await tallier.count(job, unheard)
    expect(counted).toStrictEqual(await here(job))
    expect(counted.tally).toMatchObject({ state: 'counted', ballots: VOTERS })
  }
}

/** Fifteen processes that give way to whatever else the machine does. */
const PATIENT = 120_000

it(
  '[BC2] a process beside SQLite counts what the server counts, by every method',
  async () => {
    await open()
    await alike({ folder })
  },
  PATIENT,
)

describe.skipIf(withoutPostgres)('a real PostgreSQL', () => {
  usePostgres()
  it(
    '[BC2] a process beside it counts what the server counts, by every method',
    async () => {
      const url = await postgres.database()
      await open(url)
      await alike({ url })
    },
    PATIENT,
  )
})

it('[BC2] a box that is not sealed is not counted', async () => {
  await open()
  const job = jobOf(aQuestion())
  await keys.create(job.question.id)
  await storage.box.create(job.question.id, { salt: 'ab'.repeat(16), receipts: 'full', size: 256 })
  await expect(createTallier(COUNT_ENTRY, { folder }).count(job, unheard)).rejects.toThrow(/sealed/)
})

describe('a large box', () => {
  const LARGE = 201

  it('[BC3] is counted in a process of its own, and a small one here', async () => {
    await open()
    const { box } = storage
    const sizes: number[] = []
    const course: Course = {
      ...unheard,
      onReached: ({ ballots }) => {
        sizes.push(ballots)
      },
    }
    const tallying = createTallying({
      ...{ box, clock, log },
      tallier: createTallier(COUNT_ENTRY, { folder }),
    })
    const ranked = jobOf(await sealed(6))
    expect(await tallying.tally(ranked, LARGE - 1, course)).toEqual(await here(ranked))
    expect(sizes).toEqual([])
    expect(await tallying.tally(ranked, LARGE, course)).toEqual(await here(ranked))
    expect(sizes).toEqual([VOTERS])
    expect(told).toEqual(['count/reached', 'count/done'])
    const single = jobOf(await sealed(0))
    await tallying.tally(single, 2000, course)
    expect(sizes).toHaveLength(1)
    await tallying.tally(single, 2001, course)
    expect(sizes).toHaveLength(2)
  })

  /** Counts by a process that does this instead. */
  async function by(program: string) {
    await open()
    const file = join(folder, 'counter.mjs')
    writeFileSync(file, program)
    const fake = new FakeClock()
    const tallying = createTallying({
      ...{ box: storage.box, clock: fake, log },
      tallier: createTallier(pathToFileURL(file), {}),
    })
    return { tallying, fake, job: jobOf(await sealed(8)) }
  }
  const ENDLESS = 'process.on("message", () => setInterval(() => undefined, 1000))'

  it.each(['process.exit(3)', 'throw new Error("a fault")'])(
    '[BC4] whose process dies by %s is counted here, and the fault is logged once',
    async (program) => {
      const { tallying, job } = await by(program)
      expect(await tallying.tally(job, LARGE, unheard)).toEqual(await here(job))
      expect(faults).toMatchObject([['count/process', expect.any(Error)]])
    },
  )

  it('[BC4] that is too large for it is not counted here', async () => {
    const { tallying, job } = await by('process.exit(3)')
    await expect(tallying.tally(job, 2001, unheard)).rejects.toThrow('ended with 3')
  })

  it('[BC4] that finds no memory in its process is not tried here', async () => {
    const { tallying, job } = await by('process.abort()')
    await expect(tallying.tally(job, LARGE, unheard)).rejects.toThrow(OutOfRoom)
    expect(faults).toHaveLength(1)
  })

  it('[BC12] whose process finds no database says so as a fault that passes', async () => {
    await open()
    const job = jobOf(await sealed(8))
    const away = createTallier(COUNT_ENTRY, { url: 'postgres://nobody@127.0.0.1:1/none' })
    const fault = await away.count(job, unheard).catch((each: unknown) => each)
    expect(fault).toMatchObject({ code: 'ECONNREFUSED' })
    expect(isBusyFault(fault)).toBe(true)
  })

  it('[BC13] waits where two are counted already', async () => {
    await open()
    const job = jobOf(await sealed(8))
    const going: (() => void)[] = []
    const tallier: Tallier = {
      count: () =>
        new Promise((resolve) => {
          going.push(() => void here(job).then(resolve))
        }),
    }
    const tallying = createTallying({ box: storage.box, clock, log, tallier })
    const all = [1, 2, 3, 4].map(() => tallying.tally(job, LARGE, unheard))
    await settled()
    expect(going).toHaveLength(2)
    going[0]!()
    await all[0]
    await settled()
    expect(going).toHaveLength(3)
    going[1]!()
    await all[1]
    await settled()
    for (const go of going) go()
    expect(await Promise.all(all)).toHaveLength(4)
  })

  it('[BC5] is given up where the server stops, and counted nowhere', async () => {
    const { tallying, job } = await by(ENDLESS)
    const counted = tallying.tally(job, LARGE, unheard)
    tallying.stop()
    await expect(counted).rejects.toThrow(GivenUp)
    await expect(tallying.tally(job, LARGE, unheard)).rejects.toThrow(GivenUp)
    expect(faults).toEqual([])
  })

  it('[BC11] has a time by its size, after which its count is ended', async () => {
    const { tallying, job, fake } = await by(ENDLESS)
    const counted = tallying.tally(job, 10_000, unheard).catch((fault: unknown) => fault)
    await fake.pass(399_999)
    const last = await Promise.race([counted, settled()])
    expect(last).toBeUndefined()
    await fake.pass(1)
    expect(await counted).toBeInstanceOf(TooLong)
  })
})
