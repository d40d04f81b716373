import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendProblem } from './problem.ts'

const PAGE =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>mVoting</title><p>잠시 후 자동으로 열립니다. · This page opens by itself in a moment.'

/** While the data is being opened: a page tries again by itself, a program reads why. */
export function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  if (!request.headers.accept?.includes('text/html')) {
    sendProblem(response, { code: 'server/busy' })
    return
  }
  response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '2' })
  response.end(PAGE)
}
