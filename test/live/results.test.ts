import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { send } from '../../scripts/crowd/http.ts'
import { createResults } from '../../server/http/results.ts'
import { ok, refuse } from '../../shared/result.ts'

async function serving(
  published: Parameters<typeof createResults>[0]['published'],
  isThere: (id: string) => boolean = () => true,
) {
  const row = {}
  const rowOf = (id: string) => (isThere(id) ? row : null)
  const app = express().get('/results/:id', createResults({ published, rowOf }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = (id: string) => `http://127.0.0.1:${port}/results/${id}`
  return {
    get: (id: string, headers: Record<string, string> = {}) => fetch(url(id), { headers }),
    // Node's fetch forbids an answer out of a cache where a page's does not.
    again: (id: string, etag: string) => send(url(id), { headers: { 'if-none-match': etag } }),
  }
}

it('[DO10] a result is made once, for a hall that asks at once and for whoever comes later', async () => {
  const made: string[] = []
  const { get, again } = await serving(async (id) => {
    made.push(id)
    return ok({ salt: id, ballots: Array.from({ length: 500 }, () => ({ leaf: 'same' })) } as never)
  })
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => get('a', { 'accept-encoding': 'br' })),
  )
  const bodies = await Promise.all(answers.map((answer) => answer.json()))
  expect(made).toEqual(['a'])
  expect(bodies[49]).toMatchObject({ salt: 'a' })

  const [first] = answers
  expect(first?.headers.get('content-encoding')).toBe('br')
  expect(first?.headers.get('content-type')).toContain('application/json')
  const etag = first?.headers.get('etag') ?? ''
  expect(await again('a', etag)).toMatchObject({ status: 304, text: '' })

  for (const id of 'bcdefghi') await get(id)
  await get('a')
  expect(made.filter((id) => id === 'a')).toHaveLength(2)
})

it('[DO10] a question that is not revealed is asked for every time', async () => {
  let isRevealed = false
  const { get } = await serving(async () => {
    if (!isRevealed) return refuse('question/wrong-state')
    return ok({ salt: 'x' } as never)
  })
  expect((await get('a')).status).toBe(409)
  isRevealed = true
  expect((await get('a')).status).toBe(200)
})

it('[MT3] what a deleted meeting published is given to nobody any more', async () => {
  let isThere = true
  const { get, again } = await serving(
    async () => (isThere ? ok({ salt: 'x' } as never) : refuse('question/unknown')),
    () => isThere,
  )
  const etag = (await get('a')).headers.get('etag') ?? ''
  isThere = false
  expect((await get('a')).status).toBe(404)
  expect((await again('a', etag)).status).toBe(404)
})
