import { json, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import { asCode, type MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Action } from '../../shared/rights.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { createForFacilitators } from './facilitators.ts'
import { sendJson } from './problem.ts'

/** 5,000 names and keys, or a hundred questions of forty options, in letters of three bytes are less. */
const LARGEST = '2mb'

interface LongDeed<M> {
  /** As the list of deeds calls it. */
  deed: string
  schema: z.ZodType<M>
  /** Whose it is, where not everybody's who runs meetings. */
  right?: Action
  /** Its answer leaves only once the deed is written down. */
  isDisclosure?: boolean
}

/** Deeds of the desk in one meeting that are, or are answered, longer than a message of a socket may be. */
export function createLongDeeds(
  forFacilitators: ReturnType<typeof createForFacilitators>,
  { agenda, acts }: { agenda: Pick<Agenda, 'byCode'>; acts: Pick<Acts, 'begin'> },
) {
  const parse = json({ limit: LARGEST, strict: true })

  /** What is longer is a fault that the last resort knows. */
  function bodyOf(request: Request, response: Response): Promise<unknown> {
    return new Promise((resolve, reject) => {
      parse(request, response, (fault?: unknown) => {
        if (fault instanceof Error) reject(fault)
        else resolve(request.body)
      })
    })
  }

  return <M, T extends object>(
    { deed, schema, right, isDisclosure = false }: LongDeed<M>,
    work: (id: MeetingId, message: M) => Promise<Result<T>>,
  ): RequestHandler =>
    forFacilitators(async (request, response, account) => {
      const found = agenda.byCode(asCode(String(request.params.code)))
      if (!found.ok) return found
      // Read only now that it is known who asks: nobody else makes us read much.
      const parsed = schema.safeParse(await bodyOf(request, response))
      if (!parsed.success) return refuse('message/malformed')
      const { id } = found.value.meeting
      const note = acts.begin(id, account, deed, parsed.data)
      const done = await work(id, parsed.data)
      if (!done.ok) return done
      const isNoted = await note?.()
      if (isDisclosure && isNoted !== true) return refuse('server/busy')
      sendJson(response, done.value)
      return ok(null)
    }, right)
}
