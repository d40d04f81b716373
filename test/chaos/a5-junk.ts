import { Line, type DeedName } from '../../scripts/crowd/line.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import { pause } from '../../scripts/crowd/phone.ts'
import { checkMarks } from '../../shared/checks.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import type { ChaosTest, Conditions } from './chaos-test.ts'
import { everyEvent } from './events.ts'
import { KINDS, mutated } from './junk.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

/** Below one device's budget, so that the law answers and not the limit. */
const FRAMES_A_DEVICE = 30
const AT_ONCE = 8
const MOST_GROWTH_MB = 50

type Frame = (events: Record<DeedName, object>) => string | Uint8Array

/** Hostile frames and mutations: the server lives, keeps its memory, and writes nothing wrong. */
export const a5: ChaosTest = {
  id: 'A5',
  async run(conditions) {
    const [ofEach, mutations] = conditions.quick ? [20, 2500] : [200, 40_000]
    const scene = await aScene(10)
    try {
      const questionId = await scene.ask()
      const { pid } = scene.server.running
      await Promise.all(scene.phones.map((phone) => phone.cast(questionId, [OPTIONS[0]!])))
      // First to the size at which it works: a heap that is still growing tells nothing of a leak.
      await throwAll(scene, questionId, framesOf(conditions, ofEach / 5, mutations / 5))
      await pause(1000)
      const before = scene.server.usage()?.rssMb ?? 0

      const frames = framesOf(conditions, ofEach, mutations)
      await throwAll(scene, questionId, frames)
      await pause(1000)
      const problems: string[] = []
      if (!scene.server.isAlive) return gone(frames.length, scene)
      const growth = (scene.server.usage()?.rssMb ?? 0) - before
      if (growth > MOST_GROWTH_MB) problems.push(`memory grew by ${growth.toFixed(0)} MB`)
      if (scene.server.running.pid !== pid) problems.push('the server was started anew')
      if (scene.server.output !== '')
        problems.push(`it logged: ${scene.server.output.slice(0, 300)}`)
      problems.push(...(await problemsOfRows(scene, questionId)))
      const figure = `${frames.length} frames, memory ${growth.toFixed(1)} MB more`
      return { tries: frames.length, problems, figure }
    } finally {
      await scene.end()
    }
  },
}

function gone(tries: number, { server }: Scene) {
  return { tries, problems: [`the server ended: ${server.output}`], figure: 'the server ended' }
}

function framesOf({ random }: Conditions, ofEach: number, mutations: number): Frame[] {
  const kinds = KINDS.flatMap((kind) =>
    Array.from(
      { length: ofEach },
      (): Frame => (events) => kind(JSON.stringify(events['ballot:cast']), random),
    ),
  )
  const others = Array.from({ length: mutations }, (): Frame => (events) => {
    // Every second one a cast: that is where harm would be done.
    const names = Object.keys(events) as DeedName[]
    const name = random.below(2) === 0 ? 'ballot:cast' : random.pick(names)
    return mutated(name, events[name], random)
  })
  return [...kinds, ...others]
}

async function throwAll(
  scene: Scene,
  questionId: QuestionId,
  frames: readonly Frame[],
): Promise<void> {
  const left = [...frames]
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (left.length > 0 && scene.server.isAlive)
      await throwSome(scene, questionId, left.splice(0, FRAMES_A_DEVICE))
  })
  await Promise.all(workers)
}

/** One new device, admitted as any voter; a frame may cost it the socket, and then it comes again. */
async function throwSome(
  { server, desk }: Scene,
  questionId: QuestionId,
  frames: Frame[],
): Promise<void> {
  const cookie = await newCookie(server.url, `/j/${desk.code}`)
  const line = new Line({ url: server.url, page: 'phone', cookie, backOff: { least: 5, most: 50 } })
  let events: Record<DeedName, object> | null = null
  const enter = async () => {
    const entered = await line.ask('meeting:enter', { code: desk.code, proof: null })
    if (entered.ok) events = everyEvent(desk.code, questionId, seatOf(entered.value))
  }
  await line.connect()
  await enter()
  for (const frame of frames) {
    for (let wait = 0; !line.isReady && wait < 50; wait += 1) await pause(10)
    if (events) line.write(frame(events))
    await pause(1)
  }
  line.close()
}

function seatOf({ me }: PhoneSnapshot): Seat {
  return me.seats[0] ?? (1 as Seat)
}

/** The ten honest ballots stand; whatever else was kept is a valid ballot of a seat of its own. */
async function problemsOfRows(scene: Scene, questionId: QuestionId): Promise<string[]> {
  await scene.desk.close(questionId)
  const { question, ballots, result, seal } = await scene.desk.reveal(questionId)
  const listed = ballots ?? []
  const honest = scene.phones.flatMap((phone) => phone.casts)
  const lost = honest.filter(({ leaf }) => !listed.some((each) => each.leaf === leaf)).length
  const wrong = listed.filter(({ marks }) => !checkMarks(question, marks).ok).length
  return [
    ...(lost === 0 ? [] : [`${lost} honest ballots are lost`]),
    ...(wrong + result.spoiled === 0 ? [] : [`${wrong + result.spoiled} wrong ballots were kept`]),
    ...(result.turnout === seal.size ? [] : ['turnout is not the size of the list']),
  ]
}
