import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse, type Result } from '../../shared/result.ts'
import { castSchema, type KeptAnswer } from '../../shared/wire/cast.ts'
import { refusalOf } from '../faults.ts'
import type { Limits } from '../limits.ts'
import type { Log } from '../ports.ts'
import type { Casting } from '../services/casting.ts'
import type { Joining } from '../services/joining.ts'
import { sendJson, sendProblem } from './problem.ts'

export const CAST_PATH = '/api/ballots'
const LARGEST_BODY = 16_384

/**
 * The way of a ballot where no socket opens, on the http.Server in front of express, which would
 * cost ten times the work (performance, section 1). The pass is the credential; no cookie is read.
 */
export function createCastDoor({
  casting,
  joining,
  limits,
  log,
  isOwnOrigin,
  isStopping,
}: {
  casting: Casting
  joining: Pick<Joining, 'readPass'>
  limits: Limits
  log: Log
  isOwnOrigin: (request: IncomingMessage) => boolean
  isStopping: () => boolean
}) {
  async function answer(request: IncomingMessage): Promise<Result<KeptAnswer>> {
    if (!isOwnOrigin(request)) return refuse('identity/not-allowed')
    if (isStopping()) return refuse('server/stopping')
    const pass = joining.readPass(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
    if (!pass) return refuse('meeting/not-admitted')
    if (!(await limits.messages(`${pass.vote}|${pass.seats.join()}`)))
      return refuse('message/too-often')
    const text = await bodyOf(request)
    if (text === null) return refuse('message/too-large')
    const parsed = castSchema.safeParse(parse(text))
    if (!parsed.success) return refuse('message/malformed')
    const { pad: _, ...ballot } = parsed.data
    return casting.castBallot(pass, ballot)
  }

  /** True where this request was a ballot: then it is answered here. */
  return function castDoor(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.url !== CAST_PATH || request.method !== 'POST') return false
    answer(request)
      .catch((fault: unknown) => {
        log.error('cast-door/fault', fault)
        return refusalOf(fault)
      })
      .then((result) => {
        if (result.ok) sendJson(response, result.value)
        else sendProblem(response, result.refusal)
      })
      .catch((fault: unknown) => {
        log.error('cast-door/answer', fault)
      })
    return true
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
