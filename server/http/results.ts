import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { QuestionId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { Counting } from '../services/counting.ts'
import { sendCopy, type Copies } from './copies.ts'
import { sendProblem } from './problem.ts'

/** Results of ten thousand ballots are a megabyte each; older ones are made again when asked for. */
const MOST_KEPT = 8
/** The best level would take seconds for a megabyte that a hall waits for. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

interface Kept extends Copies {
  etag: string
}

/**
 * What a revealed question publishes changes only with what is shown of its answers in words: made once,
 * however many recount, and compressed off this thread. A hall that asks at once waits for the one that
 * is being made.
 */
export function createResults({
  published,
  rowOf,
}: Pick<Counting, 'published'> & {
  /** The stored question: another object once anything of it has changed; null: there is none. */
  rowOf: (id: QuestionId) => object | null
}): RequestHandler {
  const kept = new Map<QuestionId, { of: object | null; made: Promise<Result<Kept>> }>()
  const making: typeof kept = new Map()

  async function make(id: QuestionId): Promise<Result<Kept>> {
    const found = await published(id)
    if (!found.ok) return found
    const plain = Buffer.from(JSON.stringify(found.value))
    const [br, gzipped] = await Promise.all([
      promisify(brotliCompress)(plain, BROTLI),
      promisify(gzip)(plain),
    ])
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url')}"`
    return { ok: true, value: { plain, br, gzip: gzipped, etag } }
  }

  /** Only what is published stays: whoever asks for what is not there pushes nothing out. */
  async function result(id: QuestionId): Promise<Result<Kept>> {
    // What was deleted with its meeting is nobody's any more, and what has changed is made anew.
    for (const [old, { of }] of kept) if (of !== rowOf(old)) kept.delete(old)
    const of = rowOf(id)
    const known = kept.get(id) ?? making.get(id)
    if (known && known.of === of) return known.made
    const fresh = { of, made: make(id) }
    making.set(id, fresh)
    const { ok } = await fresh.made.finally(() => {
      if (making.get(id) === fresh) making.delete(id)
    })
    if (!ok) return fresh.made
    kept.set(id, fresh)
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return fresh.made
  }

  return async (request, response) => {
    const found = await result(String(request.params.id) as QuestionId)
    if (!found.ok) {
      sendProblem(response, found.refusal)
      return
    }
    response.set({ 'cache-control': 'no-cache', etag: found.value.etag }).type('json')
    sendCopy(request, response, found.value)
  }
}
