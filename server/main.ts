import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig, tileOrigin } from './config.ts'
import { createCookies } from './cookies.ts'
import { isLoopback, networkAround } from './domain/networks.ts'
import { createApp } from './http/app.ts'
import { createCastDoor } from './http/cast-door.ts'
import { answerStarting } from './http/starting.ts'
import { createLimits } from './limits.ts'
import { createBus } from './live/bus.ts'
import { createGateway } from './live/gateway.ts'
import { createHealth } from './live/health.ts'
import { createCounters } from './live/live-tally.ts'
import { createPicture } from './live/picture.ts'
import { createReceipts } from './live/receipts.ts'
import { createRooms } from './live/rooms.ts'
import { createSockets, isOwnOrigin } from './live/sockets.ts'
import { createTicker } from './live/ticker.ts'
import { createTold } from './live/told.ts'
import { addressOf, outwardHost, ownHost } from './outside/address.ts'
import { certifiedHost, readCertificate } from './outside/certificate.ts'
import { clock } from './outside/clock.ts'
import { createDeskLink } from './outside/desk-link.ts'
import { greeting } from './outside/greeting.ts'
import { createTallier } from './outside/count-process.ts'
import { createKeyFiles } from './outside/key-files.ts'
import { createListener } from './outside/listener.ts'
import { createLog } from './outside/log.ts'
import { passwords } from './outside/passwords.ts'
import { dice } from './outside/random.ts'
import { createRunning } from './outside/running.ts'
import { createSorter } from './outside/seal-process.ts'
import { diskOf, openSecrets, openSigner } from './outside/secrets.ts'
import { createProxies } from './proxies.ts'
import { createAccess } from './services/access.ts'
import { createAccounts } from './services/accounts.ts'
import { createActs } from './services/acts.ts'
import { createAgenda } from './services/agenda.ts'
import { createAttendance } from './services/attendance.ts'
import { createCasting } from './services/casting.ts'
import { createCounting } from './services/counting.ts'
import { createDoors } from './services/doors.ts'
import { createFloor } from './services/floor.ts'
import { createHelping } from './services/helping.ts'
import { createJoining } from './services/joining.ts'
import { createMeetings } from './services/meetings.ts'
import { createNaming } from './services/naming.ts'
import { createMinuteTaking } from './services/minutes.ts'
import { createRepeating } from './services/repeating.ts'
import { createRevealing } from './services/revealing.ts'
import { createPreparing } from './services/preparing.ts'
import { createQuestions } from './services/questions.ts'
import { createRosters } from './services/rosters.ts'
import { createScreens } from './services/screens.ts'
import { createTallying } from './services/tallying.ts'
import { createTexts } from './services/texts.ts'
import { createTiming } from './services/timing.ts'
import { lockFolder } from './storage/folder-lock.ts'
import { openStorage } from './storage/index.ts'
import { Unusable } from './storage/unusable.ts'

/** The default of 511 turns phones away when a whole hall connects at once. */
const BACKLOG = 4096

const config = readConfig(process.env)
if ('wrong' in config) {
  process.stderr.write(`설정이 잘못되었습니다 · Wrong settings:\n  ${config.wrong.join('\n  ')}\n`)
  process.exit(1)
}
const { DATA_DIR: folder, HOST: host, PUBLIC_URL: publicUrl, tls } = config
mkdirSync(folder, { recursive: true, mode: 0o700 })

// First the folder, then the port, then the data: who cannot serve does not touch a running meeting.
const running = createRunning(folder)
const unlock = lockFolder(folder)
if (!unlock) {
  process.stderr.write(running.taken())
  process.exit(1)
}
running.remove()
const log = createLog(config.LOG)
let answer: RequestListener = answerStarting
const server = createListener(tls, {
  log,
  answer: (request, response) => {
    answer(request, response)
  },
})
server.on('error', (fault: NodeJS.ErrnoException) => {
  const taken = fault.code === 'EADDRINUSE'
  process.stderr.write(
    taken
      ? `포트 ${config.PORT}을(를) 다른 프로그램이 쓰고 있습니다. PORT를 다른 번호로 정하세요.\nPort ${config.PORT} is taken. Set PORT to another number.\n`
      : `${fault.message}\n`,
  )
  process.exit(1)
})
server.listen({ port: config.PORT, host, backlog: BACKLOG })
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const secrets = openSecrets(folder)
const signer = openSigner(folder)
const keys = createKeyFiles(join(folder, 'keys'), dice)
const links = createDeskLink(folder)
const database = config.DATABASE_URL ? { url: config.DATABASE_URL, end: endWith } : null
const kept = config.DATABASE_URL ? { url: config.DATABASE_URL } : { folder }
const sorter = createSorter(new URL('workers/seal.js', import.meta.url), kept)
const inBox = { keys, dice, clock, log, sorter }
const { store, box, close } = await openStorage(folder, inBox, database).catch((fault: unknown) => {
  if (fault instanceof Unusable) endWith(fault.message)
  throw fault
})

const counters = createCounters()
const bus = createBus()
const agenda = createAgenda({ store, clock })
const outside = {
  ...{ clock, dice, box, keys, signer, store, secrets, counters, bus, log, agenda, passwords },
}
const tallier = createTallier(new URL('workers/count.js', import.meta.url), kept)
const tallying = createTallying({ ...outside, tallier })
const counting = createCounting({ ...outside, tallying })
const questions = createQuestions({ ...outside, disk: diskOf(folder), counting })
const meetings = createMeetings({ ...outside, questions })
const preparing = createPreparing(outside)
const revealing = createRevealing({ ...outside, counting, tallying, questions })
const repeating = createRepeating({ ...outside, questions })
const screens = createScreens(outside)
const texts = createTexts(outside)
const floor = createFloor(outside)
const timing = createTiming({ ...outside, questions })
const attendance = createAttendance(outside)
const doors = createDoors({ ...outside, attendance })
const rosters = createRosters({ ...outside, attendance })
const joining = createJoining({ ...outside, rosters, attendance })
const helping = createHelping({ ...outside, doors, rosters, joining })
const health = createHealth(clock)
const casting = health.timed(createCasting(outside))
const accounts = createAccounts(outside)
const acts = createActs({ ...outside, accounts })
const naming = createNaming(outside)
const minuteTaking = createMinuteTaking({ ...outside, floor })
const access = createAccess({ ...outside, links, accounts, helping })

await agenda.load()
await rosters.load()
await attendance.load()
await floor.load()
if (!agenda.latest()) await meetings.add('')
await meetings.resume()
revealing.resume()

const limits = createLimits(clock)
const proxies = createProxies(config.TRUST_PROXY)
const isAlwaysSecure = publicUrl?.startsWith('https:') ?? false
const isSecure = (request: IncomingMessage) => isAlwaysSecure || proxies.isSecure(request)
const cookies = createCookies(isSecure)
let stopping = false
const isStopping = () => stopping
const castDoor = createCastDoor({
  casting,
  joining,
  limits,
  log,
  isOwnOrigin: (request) => isOwnOrigin(request, publicUrl),
  isStopping,
})
const app = createApp({
  access,
  accounts,
  limits,
  counting,
  minuteTaking,
  agenda,
  acts,
  preparing,
  rosters,
  signer,
  log,
  client: join(dirname(fileURLToPath(import.meta.url)), '../client'),
  cookies,
  isSecure,
  isOwnOrigin: (request) => isOwnOrigin(request, publicUrl),
  images: config.MAP_TILES ? [tileOrigin(config.MAP_TILES)] : [],
})
answer = (request, response) => {
  if (!castDoor(request, response)) app(request, response)
}

const io = createSockets(server, {
  access,
  accounts,
  helping,
  cookies,
  publicUrl,
  addressOf: (request) => proxies.addressOfClient(request),
})
const rooms = createRooms(io)
const outward = publicUrl ?? reached(outwardHost(host))
const picture = createPicture({
  ...{ agenda, access, acts, helping, joining, floor, store, clock, counters, rooms, health },
  address: outward,
  tiles: config.MAP_TILES ? { address: config.MAP_TILES, credit: config.MAP_CREDIT } : null,
})
const ticker = createTicker(io, { agenda, clock, log, rooms, picture })
bus.connect(createTold(io, { rooms, ticker }))
createGateway(io, {
  ...{ accounts, acts, agenda, clock, meetings, preparing, repeating, revealing, screens, timing },
  ...{ joining, doors, rosters, helping, casting, naming, texts, floor },
  ...{ limits, log, rooms, health, picture, isStopping },
  signReceipt: createReceipts({ signer, clock }),
  // The desk on this very machine is in the network where phones reach it.
  networkOf: (address) => networkAround(isLoopback(address) ? outwardHost(host) : address),
  numbers: (id) => {
    ticker.numbers(id)
  },
})

/** The address under which browsers accept us at this host. */
function reached(at: string): string {
  return tls
    ? addressOf(certifiedHost(readCertificate(tls), at), port, 'https')
    : addressOf(at, port)
}

/** What an operator has to know before this server can run. */
function endWith(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

async function greet(): Promise<void> {
  const local = reached(ownHost(host))
  const unclaimed = await accounts.isFresh()
  const deskLink = unclaimed ? `${publicUrl ?? local}/present#${links.issue()}` : null
  running.write({ pid: process.pid, port, url: local, deskLink })
  ticker.start()
  const voters = `${outward}/j/${agenda.latest()?.meeting.code ?? ''}`
  process.stdout.write(await greeting({ voters, desk: deskLink, local }))
}

/** Ballots in the queue are kept and answered; then everything closes within five seconds (D43). */
async function stop(): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  io.emit('server:stopping')
  ticker.stop()
  meetings.stop()
  tallying.stop()
  setTimeout(() => process.exit(1), 4500).unref()
  await new Promise((resolve) => setTimeout(resolve, 200))
  // Not waited for: a phone that fell asleep would hold its socket, and us, for ever.
  io.close().catch((fault: unknown) => {
    log.error('process/close', fault)
  })
  server.closeAllConnections()
  await close()
  running.remove()
  unlock?.()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('uncaughtException', (fault) => {
  log.error('process/fault', fault)
  process.exit(1)
})
await greet()
