import type { QuestionId } from '../shared/ids.ts'
import type { MeetingView } from '../shared/meeting.ts'
import type { Question } from '../shared/vote.ts'
import { addressOf, outwardHost } from '../server/outside/address.ts'
import { createDeskLink } from '../server/outside/desk-link.ts'
import { Desk } from './crowd/desk.ts'
import { choose } from './crowd/choose.ts'
import { joinAll } from './crowd/hall.ts'
import { pause, type Phone } from './crowd/phone.ts'
import { LocalServer } from './crowd/server.ts'
import { demoQuestions } from './demo-agenda.ts'
import { readOptions } from './options.ts'

/**
 * A meeting to look at: a crowd that votes whenever a question opens. It runs by itself, or with
 * `--by-hand` waits for whoever holds the desk. Everything it wrote is gone when it ends.
 */
const OPEN_SECONDS = 25
const REVEALED_MS = 10_000
const SEALED_MS = 3000
const MOST_VOTERS = 500
/** Shares of the crowd. */
const SILENT = 0.08
const UNDECIDED = 0.2

const USAGE = `npm run demo -- --voters 60 [--by-hand]

  --voters   모의 투표자 수 · how many simulated voters
  --by-hand  진행자 화면에서 직접 진행 · you run the meeting from the desk`

const { values, number } = readOptions(USAGE, {
  voters: { type: 'string', default: '60' },
  'by-hand': { type: 'boolean', default: false },
})
const voters = Math.floor(number('voters', 1, MOST_VOTERS))

const TITLE = '마을 총회 · Town assembly'
const questions = demoQuestions(OPEN_SECONDS)

const HOST = process.env.HOST ?? '0.0.0.0'
const server = await LocalServer.start({ PORT: process.env.PORT ?? '3000', HOST })
let isOver = false
async function end(): Promise<void> {
  if (isOver) process.exit(1)
  isOver = true
  await server.stop()
  process.exit(0)
}
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())

try {
  const desk = await Desk.claim(server.url, server.deskLink)
  await prepare(desk)
  printLinks(desk)
  const { phones } = await joinAll(voters, 4, { url: server.url, code: desk.code })
  for (const phone of phones) liven(phone)
  while (!values['by-hand']) await runOnce(desk)
  await new Promise(() => undefined)
} catch (fault) {
  if (!isOver) process.stderr.write(`${String(fault)}\n${server.output}`)
  await end()
}

async function prepare(desk: Desk): Promise<void> {
  await desk.run('meeting:name', { title: TITLE })
  await desk.openDoors()
  for (const question of questions) await desk.write(question)
}

/** Every draft of the agenda in turn; then the same questions again. */
async function runOnce(desk: Desk): Promise<void> {
  const drafts = desk.picture.agenda.filter(({ state }) => state === 'draft')
  for (const { question } of drafts) await runQuestion(desk, question.id)
  for (const question of questions) await desk.write(question)
}

async function runQuestion(desk: Desk, id: QuestionId): Promise<void> {
  await pause(2000)
  await desk.open(id)
  await desk.untilState(id, 'sealed', (OPEN_SECONDS + 20) * 1000)
  await pause(SEALED_MS)
  await desk.run('question:reveal', { questionId: id })
  const { question } = await desk.untilState(id, 'revealed')
  if (question.method.type === 'text')
    await desk.run('texts:show', { questionId: id, text: null, shown: true })
  await pause(REVEALED_MS)
  await desk.run('meeting:next', {})
}

/** One simulated person: reads, votes, and sometimes thinks again. */
function liven(phone: Phone): void {
  let answered: QuestionId | null = null
  phone.onView = ({ stage }: MeetingView) => {
    if (stage?.state !== 'open' || stage.question.id === answered) return
    answered = stage.question.id
    void vote(phone, stage.question)
  }
  if (phone.view) phone.onView(phone.view)
}

async function vote(phone: Phone, question: Question): Promise<void> {
  if (Math.random() < SILENT) return
  const reading = (question.seconds ?? OPEN_SECONDS) * 1000
  // Most are quick, some take their time.
  await pause(1500 + Math.random() ** 1.6 * reading * 0.75)
  await phone.cast(question.id, choose(question))
  if (Math.random() >= UNDECIDED) return
  await pause(2000 + Math.random() * 4000)
  const { stage } = phone.view ?? {}
  if (stage?.question.id === question.id && stage.state === 'open')
    await phone.cast(question.id, choose(question))
}

/** The crowd holds the first link to the desk; this one is for the visitor. */
function printLinks(desk: Desk): void {
  const { port, url } = server.running
  const desks = `${url}/present#${createDeskLink(server.dataDir).issue()}`
  const lines = [
    ['큰 화면 · Big screen', desk.picture.screenLink],
    ['투표자 · Voters', `${addressOf(outwardHost(HOST), port)}/j/${desk.code}`],
    ['진행자 (한 번만 쓰는 링크) · Desk (one-time link)', desks],
  ]
  const text = lines.map(([name, link]) => `  ${name}\n    ${link}\n`).join('\n')
  const note = `모의 투표자 ${voters}명 · ${voters} simulated voters. Ctrl+C: 모두 지우고 끝냅니다 · ends and wipes everything.`
  process.stdout.write(`\n  mVoting demo\n\n${text}\n  ${note}\n\n`)
}
