import { join } from 'node:path'
import type { Request, Response } from 'express'
import { readCopies } from './assets.ts'
import { sendCopy } from './copies.ts'

/** The pages that a person opens; never cached, so that nobody keeps an old protocol. */
export function createPages(folder: string) {
  const shells = {
    voter: readCopies(join(folder, 'voter/index.html')),
    helper: readCopies(join(folder, 'voter/helper.html')),
    phonePreview: readCopies(join(folder, 'voter/preview.html')),
    screenPreview: readCopies(join(folder, 'presenter/preview.html')),
    recount: readCopies(join(folder, 'voter/recount.html')),
    desk: readCopies(join(folder, 'presenter/index.html')),
    display: readCopies(join(folder, 'presenter/display.html')),
  }
  return function sendPage(page: keyof typeof shells, request: Request, response: Response): void {
    response.set('cache-control', 'no-cache').type('html')
    sendCopy(request, response, shells[page])
  }
}
