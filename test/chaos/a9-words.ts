import type { DeedName } from '../../scripts/crowd/line.ts'
import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import { MAX_FLOOR_LETTERS, type FloorQuestion } from '../../shared/floor.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { plain } from '../../shared/plain.ts'
import type { ChaosTest } from './chaos-test.ts'
import { everyEvent } from './events.ts'
import { mutated } from './junk.ts'
import type { Random } from './random.ts'
import { aQuestion, aScene, type Scene } from './scene.ts'

const WORDS = { type: 'text', show: 'list', most: 2, letters: 20 } as const
const secretOf = (nth: number) => `${nth}`.padStart(32, '0')

/** What is said by whom, and the one answer to it. */
type Case = [by: Scene['desk'] | Phone, deed: DeedName, message: object, code: string]

/** Questions from the floor and answers in words, out of state and as junk: refused, and none is changed. */
export const a9Words: ChaosTest = {
  id: 'A9 words',
  async run({ quick, random }) {
    const scene = await aScene(3)
    const problems: string[] = []
    let tries = 0
    const expectNo = async (state: string, cases: readonly Case[]) => {
      for (const [{ line }, deed, message, code] of cases) {
        tries += 1
        const said = await line.askText(deed, JSON.stringify(message))
        const got = said.ok ? 'done' : said.refusal.code
        if (got !== code) problems.push(`${state}, ${deed}: ${got} in place of ${code}`)
      }
    }
    try {
      await floorCases(scene, expectNo)
      await textCases(scene, expectNo)
      const frames = quick ? 300 : 5000
      problems.push(...(await junk(scene, frames, random)))
      return {
        tries: tries + frames,
        problems,
        figure: `${tries} refused, ${frames} frames of junk`,
      }
    } finally {
      await scene.end()
    }
  },
}

type ExpectNo = (state: string, cases: readonly Case[]) => Promise<void>

async function floorCases({ desk, phones }: Scene, expectNo: ExpectNo): Promise<void> {
  const [asker, other] = phones as [Phone, Phone]
  const ask = { secret: secretOf(1), text: '왜요? · Why?' }
  const rule = { on: true, check: true, minutes: false }
  await expectNo('shut', [
    [asker, 'floor:ask', ask, 'floor/shut'],
    [asker, 'floor:vote', { id: 'none', voted: true }, 'floor/shut'],
    [desk, 'floor:mark', { id: 'none', state: 'shown' }, 'floor/unknown'],
  ])
  await desk.run('floor:rule', rule)
  const asked = await asker.line.ask('floor:ask', ask)
  const id = asked.ok ? asked.value.id : 'refused'
  const vote = { id, voted: true }
  const pinned = { staged: true, pinned: id }
  await expectNo('waiting', [
    [asker, 'floor:vote', vote, 'floor/unknown'],
    [other, 'floor:vote', vote, 'floor/unknown'],
    [other, 'floor:ask', { ...ask, text: '언제요? · When?' }, 'floor/other-text'],
    [other, 'floor:list', { own: [id] }, 'done'],
    [desk, 'floor:stage', pinned, 'floor/unknown'],
    [desk, 'floor:stage', { staged: true, pinned: 'none' }, 'floor/unknown'],
  ])
  const blank = ['\u202e', '\u3164\u200b', '\ud800'].map((text): Case => {
    return [phones[2]!, 'floor:ask', { secret: secretOf(2), text }, 'floor/odd']
  })
  await expectNo('blank', blank)
  await desk.run('floor:mark', { id, state: 'hidden' })
  await expectNo('hidden', [
    [other, 'floor:vote', vote, 'floor/unknown'],
    [desk, 'floor:stage', pinned, 'floor/unknown'],
  ])
  await desk.run('floor:mark', { id, state: 'answered' })
  await expectNo('answered', [[other, 'floor:vote', vote, 'floor/unknown']])
  await desk.run('floor:mark', { id, state: 'shown' })
}

async function textCases({ desk, ask, phones }: Scene, expectNo: ExpectNo): Promise<void> {
  const of = (questionId: QuestionId, code: string): Case[] => [
    [desk, 'texts:list', { questionId }, code],
    [desk, 'texts:show', { questionId, text: null, shown: true }, code],
    [desk, 'texts:undo', { questionId }, code],
  ]
  await expectNo('unknown', of('none' as QuestionId, 'question/unknown'))
  const id = await ask({ method: WORDS, options: [] })
  await expectNo('open', [
    ...of(id, 'question/wrong-state'),
    [desk, 'floor:stage', { staged: true, pinned: null }, 'question/wrong-state'],
  ])
  await phones[0]!.cast(id, { texts: ['나무'] })
  await desk.close(id)
  await expectNo('sealed', of(id, 'question/wrong-state'))
  await desk.reveal(id)
  await expectNo('revealed', [
    [desk, 'texts:show', { questionId: id, text: '숲', shown: true }, 'text/unknown'],
    [desk, 'texts:list', { questionId: id, all: true }, 'message/malformed'],
  ])
  const other = await desk.write(aQuestion())
  await expectNo('no words', of(other, 'question/wrong-state'))
}

/** Mutations of every message of both subjects, by those who may send them; what is kept is a question as any other. */
async function junk(scene: Scene, frames: number, random: Random): Promise<string[]> {
  const { desk, phones, server } = scene
  const questionId = desk.picture.agenda[0]!.question.id
  await desk.run('floor:rule', { on: true, check: false, minutes: false })
  const events = everyEvent(desk.code, questionId, phones[0]!.seat!)
  const names = (Object.keys(events) as DeedName[]).filter((name) => /^(floor|texts):/.test(name))
  const before = desk.picture.title
  for (let nth = 0; nth < frames; nth += 1) {
    const name = random.pick(names)
    const { line } = nth % 3 === 0 ? random.pick(phones) : desk
    for (let wait = 0; !line.isReady && wait < 100; wait += 1) await pause(20)
    line.write(mutated(name, events[name], random))
    // Below what one device may send.
    await pause(nth % 3 === 0 ? 80 : 20)
  }
  await pause(300)
  if (!server.isAlive) return [`the server ended: ${server.output}`]
  const told = await desk.line.ask('floor:queue', {})
  const kept = told.ok ? told.value.questions : []
  return [
    ...(told.ok ? [] : [`the desk hears ${told.refusal.code}`]),
    ...(server.output === '' ? [] : [`it logged: ${server.output.slice(0, 300)}`]),
    ...(desk.picture.title === before ? [] : ['the meeting was changed']),
    ...kept.filter((each) => !isSound(each)).map(({ text }) => `kept: ${JSON.stringify(text)}`),
  ]
}

const isSound = ({ text }: FloorQuestion): boolean =>
  text !== '' && text === plain(text) && [...text].length <= MAX_FLOOR_LETTERS
