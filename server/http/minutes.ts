import type { RequestHandler } from 'express'
import { asCode } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import { pickLanguage } from '../../shared/words/index.ts'
import type { MinuteTaking } from '../services/minutes.ts'
import type { createForFacilitators } from './facilitators.ts'
import { minutesCsv } from './minutes-csv.ts'
import { floorCsv } from './minutes-floor.ts'
import { namesCsv } from './minutes-names.ts'

const CSV = 'text/csv; charset=utf-8'
const FORMS = {
  csv: { made: minutesCsv, name: (code: string) => `minutes-${code}.csv`, type: CSV },
  floor: { made: floorCsv, name: (code: string) => `floor-${code}.csv`, type: CSV },
  names: { made: namesCsv, name: (code: string) => `names-${code}.csv`, type: CSV },
  json: {
    made: (taken: Minutes) => JSON.stringify(taken),
    name: (code: string) => `minutes-${code}.json`,
    type: 'json',
  },
}

const isForm = (named: unknown): named is keyof typeof FORMS =>
  typeof named === 'string' && Object.hasOwn(FORMS, named)

/**
 * The minutes as a file: all of them as JSON, or a table in the language that is asked for. The name
 * is fixed but for the code, so nothing that was typed gets into a header (RFC 6266).
 */
export function createMinutes(
  forFacilitators: ReturnType<typeof createForFacilitators>,
  { minutes }: MinuteTaking,
): RequestHandler {
  return forFacilitators(async (request, response) => {
    const taken = await minutes(asCode(String(request.params.code)))
    if (!taken.ok) return taken
    const { form } = request.params
    if (!isForm(form)) return refuse('page/unknown')
    const wished = request.query.language
    const language = pickLanguage(typeof wished === 'string' ? [wished] : [])
    const { made, name, type } = FORMS[form]
    response
      .set({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${name(taken.value.code)}"`,
      })
      .type(type)
      .send(made(taken.value, language))
    return ok(null)
  })
}
