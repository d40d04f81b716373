import type { RequestHandler } from 'express'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { sendCopy, type Copies } from './copies.ts'

const COPY = /\.(br|gz)$/

/** A built file with the copies that the build made beside it. */
export function readCopies(path: string): Copies {
  const copy = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : null)
  return { plain: readFileSync(path), br: copy('.br'), gzip: copy('.gz') }
}

/**
 * The built files, read once: five megabytes for a server that no build, no full disk and no lack
 * of file descriptors can keep from handing them out. Their names change with their content.
 */
export function createAssets(folder: string): RequestHandler {
  const names = readdirSync(folder).filter((name) => !COPY.test(name))
  const files = new Map(names.map((name) => [`/${name}`, readCopies(join(folder, name))]))
  return (request, response, next) => {
    const copies = files.get(request.path)
    if (!copies || !['GET', 'HEAD'].includes(request.method)) {
      next()
      return
    }
    response.type(extname(request.path)).set({
      'cache-control': 'public, max-age=31536000, immutable',
      // The name is the content's hash already.
      etag: `W/"${request.path}"`,
    })
    sendCopy(request, response, copies)
  }
}
