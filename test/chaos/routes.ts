import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blankPrepared } from '../../shared/formats/agenda.ts'
import type { QuestionId } from '../../shared/ids.ts'

/** A try at one route while a question is open, and who may get a 2xx for it. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  body?: string
  /** A foreign page, where our own would rightly succeed. */
  origin?: string
  opensTo: 'everybody' | 'nobody' | 'the voter' | 'the desk'
}

/** By the name that the sources give each; `cast` is a ballot of the voter’s seat. */
export function everyRoute(code: string, questionId: QuestionId, cast: object) {
  const get = (path: string, opensTo: Route['opensTo']): Route => ({ method: 'GET', path, opensTo })
  const shell = (path: string) => get(path, 'everybody')
  const post = (path: string, message: object, opensTo: Route['opensTo'] = 'nobody'): Route => ({
    ...{ method: 'POST', path, body: JSON.stringify(message), opensTo },
  })
  return {
    'GET /': shell('/'),
    'GET /j': shell('/j'),
    'GET /j/:code': shell(`/j/${code}`),
    'GET /j/:code/:proof': shell(`/j/${code}/ABCDEF`),
    'GET /h': shell('/h'),
    'GET /preview/phone': shell('/preview/phone'),
    'GET /preview/screen': shell('/preview/screen'),
    'GET /recount': shell('/recount'),
    'GET /recount/:id': shell(`/recount/${questionId}`),
    'GET /present': shell('/present'),
    'GET /present/:part': shell('/present/meeting'),
    'GET /present/:code/:part': shell(`/present/${code}/meeting`),
    'GET /present/screen': shell('/present/screen'),
    'GET /present/screen/:code': shell(`/present/screen/${code}`),
    'GET /present/screen/:code/:screen': shell(`/present/screen/${code}/1`),
    'GET /api/health': get('/api/health', 'everybody'),
    'GET /api/ready': get('/api/ready', 'everybody'),
    'GET /.well-known/mvoting': get('/.well-known/mvoting', 'everybody'),
    'GET /api/questions/:id/result': get(`/api/questions/${questionId}/result`, 'nobody'),
    'GET /api/meetings/:code/minutes.:form': get(`/api/meetings/${code}/minutes.json`, 'the desk'),
    'POST /api/meetings/:code/agenda': {
      ...post(`/api/meetings/${code}/agenda`, {
        questions: [{ ...blankPrepared(), title: 'mine' }],
      }),
      origin: 'http://evil.example',
    },
    'POST /api/meetings/:code/roster': post(`/api/meetings/${code}/roster`, {
      lines: [{ name: 'mine', key: 'mine' }],
    }),
    'POST /api/meetings/:code/audit': post(`/api/meetings/${code}/audit`, { questionId }),
    'POST /api/claim': post('/api/claim', { token: '0'.repeat(64) }),
    'POST /api/sign-in': post('/api/sign-in', { login: 'nobody', password: 'of that name' }),
    'POST /api/sign-out': { ...post('/api/sign-out', {}), origin: 'http://evil.example' },
    'POST /api/ballots': post('/api/ballots', cast, 'the voter'),
  } satisfies Record<string, Route>
}

const FOLDER = 'server/http'
/** A router of its own hangs under /api. */
const REGISTERED = /(\bapp\.)?\b(get|post|put|patch|delete)\(\s*(\[[^\]]*\]|'\/[^']*')/g
const CAST_PATH = /CAST_PATH = '([^']+)'/

/** The routes that the sources of the server register: one without a row above is found. */
export function routesOfSources(): string[] {
  const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  const ofExpress = texts.flatMap((text) =>
    [...text.matchAll(REGISTERED)].flatMap(([, app, method, paths]) =>
      [...paths!.matchAll(/'([^']+)'/g)].map(
        ([, path]) => `${method!.toUpperCase()} ${app ? '' : '/api'}${path}`,
      ),
    ),
  )
  const inFront = texts.flatMap((text) => CAST_PATH.exec(text)?.[1] ?? [])
  return [...ofExpress, ...inFront.map((path) => `POST ${path}`)]
}
