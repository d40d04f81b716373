import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { importSchema, questionIdSchema, type Imported } from '../../shared/wire/agenda.ts'
import type { PublicKeys } from '../../shared/wire/api.ts'
import { rosterSchema } from '../../shared/wire/roster.ts'
import type { Cookies } from '../cookies.ts'
import { refusalOf } from '../faults.ts'
import type { Limits } from '../limits.ts'
import type { Log, Signer } from '../ports.ts'
import type { Accounts } from '../services/accounts.ts'
import type { Access } from '../services/access.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { Counting } from '../services/counting.ts'
import type { MinuteTaking } from '../services/minutes.ts'
import type { Preparing } from '../services/preparing.ts'
import type { Rosters } from '../services/rosters.ts'
import { createAssets } from './assets.ts'
import { createForFacilitators } from './facilitators.ts'
import { createLongDeeds } from './long-deeds.ts'
import { createMinutes } from './minutes.ts'
import { createPages } from './pages.ts'
import { sendJson, sendProblem } from './problem.ts'
import { createSignIn } from './sign-in.ts'
import { createResults } from './results.ts'

export interface Door {
  access: Access
  accounts: Accounts
  limits: Limits
  counting: Counting
  minuteTaking: MinuteTaking
  agenda: Pick<Agenda, 'byCode' | 'question'>
  acts: Pick<Acts, 'begin'>
  preparing: Pick<Preparing, 'addQuestions'>
  rosters: Pick<Rosters, 'set'>
  signer: Signer
  log: Log
  /** The folder with both built apps. */
  client: string
  cookies: Cookies
  /** Did this request come over https? */
  isSecure: (request: express.Request) => boolean
  isOwnOrigin: (request: express.Request) => boolean
  /** Origins that images may come from besides our own: a map's, where one is set. */
  images: readonly string[]
}

/** Every ballot of a question whose totals alone are published, for those who recount it. */
const AUDIT = {
  deed: 'ballots:audit',
  schema: questionIdSchema,
  right: 'ballots:audit',
  isDisclosure: true,
} as const

/** Everything over HTTP but ballots: shells, assets, claims, results, health. */
export function createApp(door: Door): Express {
  const { access, accounts, counting, signer, log, client, cookies } = door
  const app = express()
  app.set('query parser', 'simple')
  app.disable('x-powered-by')
  app.use(headers(door))

  app.use('/assets', createAssets(join(client, 'assets')))

  const sendPage = createPages(client)
  const page =
    (name: Parameters<typeof sendPage>[0]): RequestHandler =>
    (request, response) => {
      if (access.device(cookies.read(request, 'device')) === null)
        response.append('set-cookie', cookies.written(request, 'device', access.newDevice().cookie))
      sendPage(name, request, response)
    }
  app.get(['/', '/j', '/j/:code', '/j/:code/:proof'], page('voter'))
  app.get('/h', page('helper'))
  app.get('/preview/phone', page('phonePreview'))
  app.get('/preview/screen', page('screenPreview'))
  app.get(['/recount', '/recount/:id'], (request, response) => {
    sendPage('recount', request, response)
  })
  app.get(
    ['/present/screen', '/present/screen/:code', '/present/screen/:code/:screen'],
    page('display'),
  )
  app.get(['/present', '/present/:part', '/present/:code/:part'], page('desk'))

  app.get('/api/health', (_, response) => {
    sendJson(response, { alive: true })
  })
  app.get('/api/ready', async (_, response) => {
    await accounts.isFresh()
    sendJson(response, { ready: true })
  })
  app.get('/.well-known/mvoting', (_, response) => {
    const { keyId, publicKey } = signer
    sendJson(response, { keys: [{ keyId, publicKey }] } satisfies PublicKeys)
  })
  const results = createResults({
    published: counting.published,
    rowOf: (id) => door.agenda.question(id)?.row ?? null,
  })
  app.get('/api/questions/:id/result', results)
  const forFacilitators = createForFacilitators(door)
  app.get('/api/meetings/:code/minutes.:form', createMinutes(forFacilitators, door.minuteTaking))

  app.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || door.isOwnOrigin(request)) next()
    else sendProblem(response, { code: 'identity/not-allowed' })
  })
  const longDeed = createLongDeeds(forFacilitators, door)
  app.post(
    '/api/meetings/:code/agenda',
    longDeed(
      { deed: 'agenda:add', schema: importSchema },
      (id, { questions }): Promise<Result<Imported>> => door.preparing.addQuestions(id, questions),
    ),
  )
  app.post(
    '/api/meetings/:code/roster',
    longDeed({ deed: 'roster:set', schema: rosterSchema }, (id, { lines }) =>
      door.rosters.set(id, lines),
    ),
  )
  app.post(
    '/api/meetings/:code/audit',
    longDeed(AUDIT, (id, { questionId }) => counting.audit(id, questionId)),
  )
  app.use('/api', createSignIn(door))

  app.use((_, response) => {
    sendProblem(response, { code: 'page/unknown' })
  })
  app.use(lastResort(log))
  return app
}

/** Over plain http neither HSTS nor an upgrade: both would lock a hall out (T20). */
function headers({ isSecure, images }: Pick<Door, 'isSecure' | 'images'>): RequestHandler[] {
  const permissions: RequestHandler = (_, response, next) => {
    response.set('permissions-policy', 'geolocation=(self), camera=(self)')
    next()
  }
  const over = (framed: "'none'" | "'self'") => ({
    https: guards(true, images, framed),
    http: guards(false, images, framed),
  })
  const [alone, inFrames] = [over("'none'"), over("'self'")]
  const others: RequestHandler = (request, response, next) => {
    // Nothing can be done on these pages, and the desk shows them inside its own.
    const guard = request.path.startsWith('/preview/') ? inFrames : alone
    guard[isSecure(request) ? 'https' : 'http'](request, response, next)
  }
  return [permissions, others]
}

function guards(
  secure: boolean,
  images: readonly string[],
  framed: "'none'" | "'self'",
): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...images],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'wss:', ...(secure ? [] : ['ws:'])],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [framed],
      },
    },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
  })
}

function lastResort(log: Log): ErrorRequestHandler {
  return (fault: unknown, _request, response, _next) => {
    const status = typeof fault === 'object' && fault && 'status' in fault ? fault.status : 500
    if (status === 413) sendProblem(response, { code: 'message/too-large' })
    else if (typeof status === 'number' && status < 500)
      sendProblem(response, { code: 'message/malformed' })
    else {
      log.error('http/fault', fault)
      sendProblem(response, refusalOf(fault).refusal)
    }
  }
}
