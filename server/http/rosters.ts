import type { RequestHandler } from 'express'
import { asCode } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { rosterSchema } from '../../shared/wire/roster.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { Rosters } from '../services/rosters.ts'
import { createRead } from './body.ts'
import type { createForFacilitators } from './facilitators.ts'
import { sendJson } from './problem.ts'

/** 5,000 names and keys at their longest, in letters of three bytes, are less. */
const LARGEST = '2mb'

/** Takes a list of people. */
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
  const read = createRead(rosterSchema, LARGEST)
  return forFacilitators(async (request, response, account) => {
    const found = agenda.byCode(asCode(String(request.params.code)))
    if (!found.ok) return found
    const sent = await read(request, response)
    if (!sent.ok) return sent
    const { id } = found.value.meeting
    const { lines } = sent.value
    const note = acts.begin(id, account, 'roster:set', { count: lines.length })
    const made = await rosters.set(id, lines)
    if (!made.ok) return made
    note?.()
    sendJson(response, made.value)
    return ok(null)
  })
}
