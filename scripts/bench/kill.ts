import { join } from 'node:path'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { openStorage } from '../../server/storage/index.ts'
import { pause } from '../crowd/phone.ts'
import { answerIn, next } from './drive.ts'
import { OurHall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

const PHONES = 200
const BALLOTS = 20
const IN_FLIGHT = 256
/** For what the killed server had still handed to the network. */
const AFTERWARDS = 200

/** Kills a server while ballots pour in; how many that it acknowledged are not in its box. */
async function missing(): Promise<number> {
  const hall = await OurHall.start()
  await hall.fill(PHONES)
  const asked = await hall.ask('full')
  const ballots = next(asked.ballots, PHONES * BALLOTS)
  const acked = new Map<Seat, number>()
  const end = new Promise((resolve) => {
    let sent = 0
    const send = () => {
      const { phone, frame } = ballots[sent]!
      hall.phones[phone]!.write(frame)
      sent += 1
    }
    hall.onText = (text) => {
      const answer = answerIn(text)
      if (!answer?.isKept) return
      const seat = hall.seats[answer.number % PHONES]!
      acked.set(seat, Math.max(acked.get(seat) ?? 0, Math.floor(answer.number / PHONES) + 1))
      if (sent < ballots.length) send()
      if (answer.number === ballots.length / 2) resolve(hall.server.kill())
    }
    while (sent < IN_FLIGHT) send()
  })
  await end
  await pause(AFTERWARDS)
  const kept = await revisions(hall.server.dataDir, asked.questionId)
  await hall.close()
  return [...acked].filter(([seat, rev]) => (kept.get(seat) ?? 0) < rev).length
}

/** What a start after the kill finds: every envelope of the box, opened. */
async function revisions(folder: string, questionId: QuestionId) {
  const keys = createKeyFiles(join(folder, 'keys'), dice)
  const log = { error: (_: string, fault: unknown) => console.error(fault) }
  const { box, close } = await openStorage(folder, { keys, dice, clock, log })
  const changes = await box.changes(questionId)
  await close()
  return new Map((changes ?? []).map(({ seat, rev }) => [seat, rev]))
}

/** Acknowledged is kept: no reference is needed to compare it with. */
export const kill: Scenario = {
  ...{
    id: '14',
    name: '강제 종료 뒤 사라진, 확인된 표 · acknowledged ballots missing after kill -9',
  },
  ...{ unit: '', better: 'lower', reach: 0, beyond: 0 },
  measure: ({ scale }) =>
    rounds(scale.rounds, async () => ({ ours: await missing(), reference: 0 })),
}
