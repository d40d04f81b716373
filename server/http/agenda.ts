import type { RequestHandler } from 'express'
import { asCode } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { importSchema, type Imported } from '../../shared/wire/agenda.ts'
import type { Acts } from '../services/acts.ts'
import type { Agenda } from '../services/agenda.ts'
import type { Preparing } from '../services/preparing.ts'
import { createRead } from './body.ts'
import type { createForFacilitators } from './facilitators.ts'
import { sendJson } from './problem.ts'

/** A hundred questions of forty options at their longest, in letters of three bytes, are less. */
const LARGEST = '2mb'

/** Takes the questions of a file: together they are longer than a message of a socket may be. */
export function createAgendaDoor(
  forFacilitators: ReturnType<typeof createForFacilitators>,
  {
    agenda,
    acts,
    preparing,
  }: {
    agenda: Pick<Agenda, 'byCode'>
    acts: Pick<Acts, 'begin'>
    preparing: Pick<Preparing, 'addQuestions'>
  },
): RequestHandler {
  const read = createRead(importSchema, LARGEST)

  return forFacilitators(async (request, response, account) => {
    const found = agenda.byCode(asCode(String(request.params.code)))
    if (!found.ok) return found
    const sent = await read(request, response)
    if (!sent.ok) return sent
    const { id } = found.value.meeting
    const { questions } = sent.value
    const note = acts.begin(id, account, 'agenda:add', { count: questions.length })
    const added = await preparing.addQuestions(id, questions)
    if (!added.ok) return added
    note?.()
    sendJson(response, added.value satisfies Imported)
    return ok(null)
  })
}
