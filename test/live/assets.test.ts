import express from 'express'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { createAssets } from '../../server/http/assets.ts'
import { inPlaceOf } from '../../scripts/swap.ts'

const TEXT = 'export const tea = 1\n'.repeat(50)

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-assets-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

async function serving(folder: string) {
  const app = express().use('/assets', createAssets(folder))
  app.use((_, response) => {
    response.status(404).end()
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return (path: string, encoding = '', method = 'GET') =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; bytes: number }>(
      (resolve, reject) => {
        const headers = encoding === '' ? {} : { 'accept-encoding': encoding }
        const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
          let bytes = 0
          response.on('data', (part: Buffer) => (bytes += part.length))
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes })
          })
        })
        sent.on('error', reject).end()
      },
    )
}

it('[DO7] built files are answered though their folder is gone', async () => {
  const folder = aFolder()
  const br = brotliCompressSync(TEXT)
  const gz = gzipSync(TEXT)
  writeFileSync(join(folder, 'a-1.js'), TEXT)
  writeFileSync(join(folder, 'a-1.js.br'), br)
  writeFileSync(join(folder, 'a-1.js.gz'), gz)
  writeFileSync(join(folder, 'font.woff2'), 'x')
  const get = await serving(folder)
  rmSync(folder, { recursive: true })

  const plain = await get('/assets/a-1.js')
  expect(plain).toMatchObject({ status: 200, bytes: TEXT.length })
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  const sizes = [
    ['gzip, deflate, br', 'br', br.length],
    ['gzip', 'gzip', gz.length],
    ['br;q=0, gzip', 'gzip', gz.length],
    ['identity', undefined, TEXT.length],
  ] as const
  for (const [accepts, encoding, bytes] of sizes) {
    const answer = await get('/assets/a-1.js', accepts)
    expect([answer.headers['content-encoding'], answer.bytes]).toEqual([encoding, bytes])
  }
  const head = await get('/assets/a-1.js', 'br', 'HEAD')
  expect(head).toMatchObject({ status: 200, bytes: 0 })
  expect(head.headers['content-length']).toBe(`${br.length}`)
  expect((await get('/assets/font.woff2')).headers['content-type']).toBe('font/woff2')
  for (const path of ['/assets/none.js', '/assets/a-1.js.br', '/assets/', '/assets/../a-1.js'])
    expect((await get(path)).status, path).toBe(404)
})

it('[DO7] a build that fails leaves the one before it', async () => {
  const place = join(aFolder(), 'built')
  mkdirSync(place)
  writeFileSync(join(place, 'page'), 'old')
  const failing = inPlaceOf(place, async (folder) => {
    writeFileSync(join(folder, 'page'), 'half')
    expect(readFileSync(join(place, 'page'), 'utf8')).toBe('old')
    throw new Error('does not compile')
  })
  await expect(failing).rejects.toThrow('does not compile')
  expect(readFileSync(join(place, 'page'), 'utf8')).toBe('old')

  await inPlaceOf(place, async (folder) => {
    writeFileSync(join(folder, 'next'), 'new')
  })
  expect(existsSync(join(place, 'page'))).toBe(false)
  expect(readdirSync(join(place, '..'))).toEqual(['built'])
})
