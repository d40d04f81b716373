import SQLite from 'better-sqlite3'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCounters } from '../../server/live/live-tally.ts'
import { createTallier } from '../../server/outside/count-process.ts'
import { clock as realClock } from '../../server/outside/clock.ts'
import { signPass, type Pass } from '../../server/domain/pass.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { createSorter } from '../../server/outside/seal-process.ts'
import { openSecrets, openSigner } from '../../server/outside/secrets.ts'
import type { Bus, Log } from '../../server/ports.ts'
import type { QuestionRow } from '../../server/rows.ts'
import { createAgenda } from '../../server/services/agenda.ts'
import { createAttendance } from '../../server/services/attendance.ts'
import { createCasting } from '../../server/services/casting.ts'
import { createCounting } from '../../server/services/counting.ts'
import { createDoors } from '../../server/services/doors.ts'
import { createFloor } from '../../server/services/floor.ts'
import { createHelping } from '../../server/services/helping.ts'
import { createJoining } from '../../server/services/joining.ts'
import { createMeetings } from '../../server/services/meetings.ts'
import { createNaming } from '../../server/services/naming.ts'
import { createMinuteTaking } from '../../server/services/minutes.ts'
import { createPreparing } from '../../server/services/preparing.ts'
import { createRepeating } from '../../server/services/repeating.ts'
import { createRevealing } from '../../server/services/revealing.ts'
import { createQuestions } from '../../server/services/questions.ts'
import { createRosters } from '../../server/services/rosters.ts'
import { createScreens } from '../../server/services/screens.ts'
import { createTallying } from '../../server/services/tallying.ts'
import { createTexts } from '../../server/services/texts.ts'
import { createTiming } from '../../server/services/timing.ts'
import { openStorage } from '../../server/storage/index.ts'
import type { Ballot } from '../../shared/ballot.ts'
import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { MeetingEvent } from '../../shared/meeting.ts'
import type { Question } from '../../shared/vote.ts'
import { aBallot } from './builders.ts'
import { FakeClock } from './fake-clock.ts'

/** As they are built: Node by itself may read no TypeScript. */
export const COUNT_ENTRY = pathToFileURL(resolve('dist/server/workers/count.js'))
export const SEAL_ENTRY = pathToFileURL(resolve('dist/server/workers/seal.js'))

export type House = Awaited<ReturnType<typeof aHouse>>

/** The services over a real data folder, with a clock that is moved by hand and nobody listening. */
export async function aHouse(folder: string, now?: number) {
  const clock = new FakeClock(now)
  const faults: unknown[] = []
  const told: MeetingEvent[] = []
  const shown: (string | null)[] = []
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_, fault) => faults.push(fault),
  }
  const bus: Bus = {
    event: (_, event) => told.push(event),
    numbers: () => undefined,
    desk: () => undefined,
    screens: (_, screenId) => shown.push(screenId),
    screenGone: () => undefined,
    floor: () => undefined,
    admission: () => undefined,
    seatLost: () => undefined,
    identity: () => undefined,
    helperChanged: () => undefined,
    signedOut: () => undefined,
    signedOutElsewhere: () => undefined,
    removed: () => undefined,
  }
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  // The box gathers by the real clock; meetings live by the one that is moved.
  const sorter = createSorter(SEAL_ENTRY, { folder })
  const storage = await openStorage(folder, { keys, dice, clock: realClock, log, sorter })
  const { store, box } = storage
  const agenda = createAgenda({ store, clock })
  const counters = createCounters()
  const outside = {
    ...{ clock, dice, box, keys, store, bus, log, agenda },
    signer: openSigner(folder),
    secrets: openSecrets(folder),
    counters,
    disk: { free: async () => 1e12 },
  }
  const tallier = createTallier(COUNT_ENTRY, { folder })
  const tallying = createTallying({ ...outside, tallier })
  const counting = createCounting({ ...outside, tallying })
  const questions = createQuestions({ ...outside, counting })
  const meetings = createMeetings({ ...outside, questions })
  const revealing = createRevealing({ ...outside, counting, tallying, questions })
  const preparing = createPreparing(outside)
  const screens = createScreens(outside)
  const repeating = createRepeating({ ...outside, questions })
  const texts = createTexts(outside)
  const floor = createFloor(outside)
  const { minutes } = createMinuteTaking({ ...outside, floor })
  const timing = createTiming({ ...outside, questions })
  const casting = createCasting(outside)
  const naming = createNaming(outside)
  const attendance = createAttendance(outside)
  const doors = createDoors({ ...outside, attendance })
  const rosters = createRosters({ ...outside, attendance })
  const joining = createJoining({ ...outside, rosters, attendance })
  const helping = createHelping({ ...outside, doors, rosters, joining })

  await agenda.load()
  await rosters.load()
  await attendance.load()
  await floor.load()
  if (!agenda.latest()) await meetings.add('')
  await meetings.resume()
  revealing.resume()
  const hall = [...agenda.halls()][0]!
  const id: MeetingId = hall.meeting.id

  function rowOf(questionId: QuestionId): QuestionRow {
    const found = agenda.question(questionId)
    if (!found) throw new Error(`no question ${questionId}`)
    return found.row
  }

  return {
    ...{ clock, faults, told, keys, box, store, agenda, meetings, revealing, timing, counting },
    ...{ preparing, repeating, minutes, doors, rosters, joining, casting, helping },
    ...{ naming, texts, floor, screens, tallier, shown, hall, id, rowOf },
    voted: (questionId: QuestionId) => counters.voted(questionId),
    /** A pass as a phone holds it. */
    signed: (pass: Pass) => signPass(outside.secrets.keyFor('pass'), pass),
    /** The meeting's next draft, written. */
    async draft(change: Partial<Question> = {}): Promise<QuestionId> {
      const old = hall.questions.find(({ state }) => state === 'draft')
      const added = old ? null : await meetings.addQuestion(id)
      const questionId = added?.ok ? added.value.questionId : old!.question.id
      const { question } = rowOf(questionId)
      await meetings.writeQuestion(id, { ...question, title: 'Tea?', ...change })
      return questionId
    },
    cast(question: QuestionId, change: Parameters<typeof aBallot>[0] = {}) {
      return this.send(aBallot({ marked: ['yes'], ...change, question }))
    },
    send(ballot: Ballot) {
      return casting.castBallot({ vote: id, seats: [ballot.seat], holder: '' }, ballot)
    },
    async end() {
      meetings.stop()
      tallying.stop()
      await storage.close()
    },
  }
}

/** Another program that holds the database: a backup, a curious operator. */
export function aHolder(folder: string) {
  const database = new SQLite(join(folder, 'mvoting.sqlite'))
  return {
    take: () => database.exec('begin immediate'),
    release: () => database.exec('commit'),
    end: () => database.close(),
  }
}
