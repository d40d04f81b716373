import { json, type Request, type RequestHandler, type Response } from 'express'
import { asCode } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { rosterSchema } from '../../shared/wire/roster.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { Rosters } from '../services/rosters.ts'
import type { createForFacilitators } from './facilitators.ts'
import { sendJson } from './problem.ts'

/** 5,000 names and keys at their longest, in letters of three bytes, are less. */
const LARGEST = '2mb'

/** Takes a list of people; nobody but a facilitator makes us read so much. */
export function createRosterDoor(
  forFacilitators: ReturnType<typeof createForFacilitators>,
  {
    agenda,
    acts,
    rosters,
  }: {
    agenda: Pick<Agenda, 'byCode'>
    acts: Pick<Acts, 'begin'>
    rosters: Pick<Rosters, 'set'>
  },
): RequestHandler {
  const parse = json({ limit: LARGEST, strict: true })
  const read = (request: Request, response: Response) =>
    new Promise<void>((resolve, reject) => {
      parse(request, response, (fault?: unknown) => {
        if (fault instanceof Error) reject(fault)
        else resolve()
      })
    })

  return forFacilitators(async (request, response, account) => {
    const found = agenda.byCode(asCode(String(request.params.code)))
    if (!found.ok) return found
    await read(request, response)
    const parsed = rosterSchema.safeParse(request.body)
    if (!parsed.success) return refuse('message/malformed')
    const { id } = found.value.meeting
    const { lines } = parsed.data
    const note = acts.begin(id, account, 'roster:set', { count: lines.length })
    const made = await rosters.set(id, lines)
    if (!made.ok) return made
    note?.()
    sendJson(response, made.value)
    return ok(null)
  })
}
