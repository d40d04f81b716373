import type { OptionId, QuestionId } from '../../shared/ids.ts'
import type { Question } from '../../shared/vote.ts'
import { Desk, type Written } from '../../scripts/crowd/desk.ts'
import { joinAll } from '../../scripts/crowd/hall.ts'
import { Phone, type Cast, type PhoneOptions } from '../../scripts/crowd/phone.ts'
import { LocalServer } from '../../scripts/crowd/server.ts'
import { problemsOf } from './checker.ts'
import { readRows } from './rows.ts'

export const OPTIONS = ['kimbap', 'noodles', 'salad', 'curry'] as OptionId[]

/** Short, as a server that is killed every second leaves no time for more. */
const BACK_OFF = { least: 80, most: 600 }
const PATIENCE = 1500

/** A real server, its facilitator and a hall of phones. */
export interface Scene {
  server: LocalServer
  desk: Desk
  phones: Phone[]
  /** One more phone, or the same browser again. */
  join(options?: Partial<PhoneOptions>): Promise<Phone>
  /** Writes and opens one more question; the stage is cleared first. */
  ask(written?: Partial<Question>): Promise<QuestionId>
  /** Rows of a question's box that say who or what was cast, before or after the seal. */
  rowsOf(questionId: QuestionId): Promise<number>
  /** Closes, seals, reveals; then what the checker finds wrong. */
  settle(questionId: QuestionId, casts?: readonly Cast[]): Promise<string[]>
  end(): Promise<void>
}

export async function aScene(
  voters: number,
  options: Partial<PhoneOptions> = {},
  environment: Record<string, string> = {},
  through: readonly string[] = [],
): Promise<Scene> {
  const server = await LocalServer.start(environment, through)
  const desk = await Desk.claim(server.url, server.deskLink)
  await desk.openDoors()
  const common = {
    code: desk.code,
    url: server.url,
    backOff: BACK_OFF,
    patience: PATIENCE,
    ...options,
  }
  const { phones, refused } = await joinAll(voters, voters / 200, common)
  if (phones.length < voters) throw new Error(`not all joined: ${JSON.stringify(refused)}`)
  const guests: Phone[] = []

  return {
    server,
    desk,
    phones,
    async join(own = {}) {
      const guest = await Phone.join({ ...common, ...own })
      guests.push(guest)
      return guest
    },
    async ask(written = {}) {
      const questionId = await desk.write(aQuestion(written))
      if (desk.picture.agenda.some(({ state }) => state === 'revealed'))
        await desk.run('meeting:next', {})
      await desk.open(questionId)
      return questionId
    },
    async rowsOf(questionId) {
      const { envelopes, leaves } = await readRows(server, questionId)
      return envelopes + leaves.length
    },
    async settle(questionId, casts = phones.flatMap((phone) => phone.casts)) {
      await desk.close(questionId)
      const published = await desk.reveal(questionId)
      const { drifted } = await desk.untilState(questionId, 'revealed')
      const problems = await problemsOf({ server, published, casts })
      return drifted ? [...problems, 'F6 the live count drifted'] : problems
    },
    async end() {
      for (const phone of [...phones, ...guests]) phone.leave()
      desk.leave()
      await server.stop()
    },
  }
}

let asked = 0

export function aQuestion(written: Partial<Question> = {}): Written {
  asked += 1
  return {
    title: `점심 메뉴는? · What’s for lunch? ${asked}`,
    method: { type: 'single' },
    options: OPTIONS.map((id) => ({ id, text: id })),
    ...written,
  }
}
