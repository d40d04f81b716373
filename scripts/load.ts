import type { OptionId } from '../shared/ids.ts'
import { tally } from '../shared/tally/index.ts'
import { canonical } from '../shared/leaf.ts'
import type { PublishedQuestion } from '../shared/wire/api.ts'
import { Desk } from './crowd/desk.ts'
import { percentile, rounded } from './crowd/figures.ts'
import { castAll, joinAll, watchScreen } from './crowd/hall.ts'
import { pause, type Cast, type Phone } from './crowd/phone.ts'
import { LocalServer } from './crowd/server.ts'
import { readOptions } from './options.ts'

/**
 * A hall of phones against a real server in a process of its own; at the end every acknowledged
 * ballot is looked for in what was published.
 */
const JOINS_A_SECOND = 200
/** Seconds that a phone goes on sending after the last moment to vote. */
const PATIENCE = 30
const MOST_PHONES = 10_000
const MOST_SECONDS = 120

const USAGE = `npm run load -- --phones 500 --within 10 [--restart] [--json] [--url URL --desk LINK]

  --phones   휴대전화 수 · how many phones
  --within   모두 투표하는 데 걸리는 초 · seconds in which all vote
  --restart  투표 중에 서버를 강제로 끄고 다시 켬 · kill -9 and restart in the middle
  --json     JSON 한 줄로 출력 · one JSON object
  --url      이미 켜진 서버 · a server that runs already, with
  --desk     그 서버의 일회용 진행자 링크 · its one-time desk link (npm run desk-link)`

const { values, number, end } = readOptions(USAGE, {
  phones: { type: 'string', default: '500' },
  within: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
  url: { type: 'string' },
  desk: { type: 'string' },
  restart: { type: 'boolean', default: false },
})
const count = Math.floor(number('phones', 1, MOST_PHONES))
const within = number('within', 0.1, MOST_SECONDS)
if ((values.url === undefined) !== (values.desk === undefined)) end('--url + --desk')
if (values.url !== undefined && values.restart) end('--url / --restart')

const OPTIONS = ['kimbap', 'noodles', 'salad', 'curry'].map((id) => ({
  id: id as OptionId,
  text: id,
}))

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const server = values.url === undefined ? await LocalServer.start() : null
try {
  const figures = await run(server)
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`)
  else console.table(figures)
  process.exitCode = figures.lost + figures.double > 0 || !figures.tallyRight ? 1 : 0
} finally {
  await server?.stop()
}
process.exit()

async function run(own: LocalServer | null) {
  const url = own?.url ?? values.url!.replace(/\/$/, '')
  const desk = await Desk.claim(url, own?.deskLink ?? values.desk ?? '')
  await desk.openDoors()
  const questionId = await desk.write({
    title: '점심 메뉴는? · What’s for lunch?',
    method: { type: 'single' },
    options: OPTIONS,
  })
  const screen = await watchScreen(desk)
  const joined = await joinAll(count, Math.max(1, count / JOINS_A_SECOND), {
    url,
    code: desk.code,
  })
  const { phones } = joined
  await pause(500)
  for (const { line } of phones) line.traffic.frames = line.traffic.bytes = 0

  const before = own?.usage()?.cpuMs ?? 0
  await desk.open(questionId)
  const restarted = own && values.restart ? restartIn(own, (within * 1000) / 2) : null
  const options = OPTIONS.map(({ id }) => id)
  const casts = await castAll(phones, { questionId, options, seconds: within, patience: PATIENCE })
  const earlier = (await restarted) ?? 0
  const used = own?.usage()
  await pause(500)
  const acked = casts.filter(({ answer }) => answer?.ok).map(({ answeredAt }) => answeredAt)
  const screenLags = screen.lags(questionId, acked)

  await desk.close(questionId)
  const published = await desk.reveal(questionId)
  await pause(500)
  const figures = {
    phones: count,
    joined: phones.length,
    ...outcome(casts, published),
    refused: reasons(casts, joined.refused),
    joinP95: rounded(percentile(joined.times, 0.95)),
    ...ackTimes(casts),
    screenLagP95: rounded(percentile(screenLags, 0.95)),
    ...traffic(phones),
    cpuMsPerBallot: used
      ? rounded((earlier + used.cpuMs - before) / Math.max(1, casts.length), 3)
      : null,
    rssMb: used ? rounded(used.rssMb) : null,
    tallyRight: isRight(published),
  }
  for (const phone of phones) phone.leave()
  screen.line.close()
  desk.leave()
  return figures
}

/** Kills and starts it again; the CPU in milliseconds that the killed process had used. */
async function restartIn(own: LocalServer, milliseconds: number): Promise<number> {
  await pause(milliseconds)
  const used = own.usage()?.cpuMs ?? 0
  await own.kill()
  await own.restart()
  return used
}

/** Every acknowledged ballot is listed exactly once, and nothing is listed that nobody sent. */
function outcome(casts: readonly Cast[], { ballots }: PublishedQuestion) {
  const listed = new Map<string, number>()
  for (const { leaf } of ballots ?? []) listed.set(leaf, (listed.get(leaf) ?? 0) + 1)
  const acked = casts.filter(({ answer }) => answer?.ok)
  const sent = new Set<string>(casts.map(({ leaf }) => leaf))
  const twice = [...listed.values()].filter((times) => times > 1).length
  const strange = [...listed.keys()].filter((leaf) => !sent.has(leaf)).length
  return {
    acked: acked.length,
    lost: acked.filter(({ leaf }) => !listed.has(leaf)).length,
    double: twice + strange,
  }
}

function reasons(casts: readonly Cast[], joins: Record<string, number>): Record<string, number> {
  const refused = { ...joins }
  for (const { answer } of casts) {
    const reason = answer === null ? 'no answer' : answer.ok ? null : answer.refusal.code
    if (reason !== null) refused[reason] = (refused[reason] ?? 0) + 1
  }
  return refused
}

function ackTimes(casts: readonly Cast[]) {
  const times = casts
    .filter(({ answer }) => answer?.ok)
    .map(({ sentAt, answeredAt }) => answeredAt - sentAt[0]!)
  return {
    ackP50: rounded(percentile(times, 0.5)),
    ackP95: rounded(percentile(times, 0.95)),
    ackP99: rounded(percentile(times, 0.99)),
  }
}

/** From the opening to the reveal. */
function traffic(phones: readonly Phone[]) {
  const mean = (of: (phone: Phone) => number) =>
    rounded(phones.reduce((sum, phone) => sum + of(phone), 0) / Math.max(1, phones.length), 2)
  return {
    framesPerPhone: mean(({ line }) => line.traffic.frames),
    ownAcksPerPhone: mean(
      ({ line, casts }) => line.traffic.ownAcks + casts.filter(({ answer }) => answer).length,
    ),
    bytesPerPhone: mean(({ line }) => line.traffic.bytes),
  }
}

function isRight({ question, ballots, result }: PublishedQuestion): boolean {
  const recount = tally(question, ballots ?? [])
  return canonical(recount) === canonical(result.tally)
}
