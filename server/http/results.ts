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
 * What a revealed question publishes never changes: made once, however many recount, and compressed
 * off this thread. A hall that asks at once waits for the one that is being made.
 */
export function createResults({
  published,
  isThere,
}: Pick<Counting, 'published'> & { isThere: (id: QuestionId) => boolean }): RequestHandler {
  const kept = new Map<QuestionId, Promise<Result<Kept>>>()
  const making = new Map<QuestionId, Promise<Result<Kept>>>()

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
    // What was deleted with its meeting is nobody's any more.
    for (const old of kept.keys()) if (!isThere(old)) kept.delete(old)
    const known = kept.get(id) ?? making.get(id)
    if (known) return known
    const made = make(id).finally(() => making.delete(id))
    making.set(id, made)
    const { ok } = await made
    if (!ok) return made
    kept.set(id, made)
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return made
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
