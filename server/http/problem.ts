import type { ServerResponse } from 'node:http'
import type { Refusal, RefusalCode } from '../../shared/refusals.ts'

/** What was understood and cannot be taken as it is written: 422. All else stands here. */
const UNPROCESSABLE = 422
const STATUS: Partial<Record<RefusalCode, number>> = {
  'ballot/not-your-seat': 403,
  'ballot/changed-elsewhere': 409,
  'ballot/not-entitled': 403,
  'question/not-open': 409,
  'question/unknown': 404,
  'question/frozen': 409,
  'question/wrong-state': 409,
  'question/few-people': 409,
  'question/no-list': 409,
  'question/weights-secret': 409,
  'question/weights-shares': 409,
  'question/weights-threshold': 409,
  'question/weights-fine': 409,
  'question/set-waits': 409,
  'question/counting': 409,
  'question/test': 409,
  'question/no-audit': 409,
  'hand/weights': 409,
  'hand/method': 409,
  'names/not-shown': 403,
  'text/unknown': 404,
  'floor/shut': 409,
  'floor/odd': 422,
  'floor/too-long': 422,
  'floor/too-often': 429,
  'floor/unknown': 404,
  'floor/full': 409,
  'floor/other-text': 409,
  'meeting/unknown': 404,
  'meeting/not-admitted': 403,
  'presence/frozen': 409,
  'presence/fresh-needed': 403,
  'place/not-asked': 409,
  'code/wrong': 403,
  'code/too-many-tries': 429,
  'door/wrong': 403,
  'door/used': 409,
  'doors/locked': 403,
  'password/wrong': 403,
  'roster/wrong': 403,
  'roster/used': 409,
  'roster/on-phone': 409,
  'roster/taken': 409,
  'seat/unknown': 404,
  'seat/withdrawn': 403,
  'seat/voted-for': 409,
  'arrival/unknown': 404,
  'arrival/too-many': 429,
  'arrival/turned-away': 429,
  'identity/missing': 401,
  'identity/not-allowed': 403,
  'link/spent': 403,
  'screen/unknown': 404,
  'screen/too-many': 409,
  'account/wrong-login': 403,
  'account/login-taken': 409,
  'account/last-owner': 409,
  'account/unknown': 404,
  'meeting/running': 409,
  'disk/low': 507,
  'message/malformed': 400,
  'message/too-often': 429,
  'message/too-large': 413,
  'page/unknown': 404,
  'server/busy': 503,
  'server/stopping': 503,
  'server/fault': 500,
}

/** A refusal as problem+json (RFC 9457): the code and its detail; the reader's page has the words. */
export function sendProblem(response: ServerResponse, { code, detail }: Refusal): void {
  send(response, STATUS[code] ?? UNPROCESSABLE, {
    type: 'about:blank',
    code,
    ...(detail ? { detail } : {}),
  })
}

export function sendJson(response: ServerResponse, body: unknown): void {
  send(response, 200, body)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(body))
}
