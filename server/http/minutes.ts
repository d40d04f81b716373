import type { RequestHandler } from 'express'
import { asCode } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { pickLanguage } from '../../shared/words/index.ts'
import type { MinuteTaking } from '../services/minutes.ts'
import type { createForFacilitators } from './facilitators.ts'
import { minutesCsv } from './minutes-csv.ts'

/**
 * The minutes as a file: all of them as JSON, or a table in the language that is asked for. The name
 * is fixed but for the code, so nothing that was typed gets into a header (RFC 6266).
 */
export function createMinutes(
  forFacilitators: ReturnType<typeof createForFacilitators>,
  { minutes }: MinuteTaking,
): RequestHandler {
  return forFacilitators(async (request, response) => {
    const taken = minutes(asCode(String(request.params.code)))
    if (!taken.ok) return taken
    const { form } = request.params
    if (form !== 'csv' && form !== 'json') return refuse('page/unknown')
    const wished = request.query.language
    const language = pickLanguage(typeof wished === 'string' ? [wished] : [])
    const file = form === 'csv' ? minutesCsv(taken.value, language) : JSON.stringify(taken.value)
    response
      .set({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="minutes-${taken.value.code}.${form}"`,
      })
      .type(form === 'csv' ? 'text/csv; charset=utf-8' : 'json')
      .send(file)
    return ok(null)
  })
}
