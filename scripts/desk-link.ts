import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDeskLink } from '../server/outside/desk-link.ts'

/** Prints one more one-time link to the desk, for whoever can read the server's folder. */
const folder = process.env.DATA_DIR ?? './data'
if (!existsSync(folder)) {
  process.stderr.write(`데이터 폴더가 없습니다. · There is no data folder: ${folder}\n`)
  process.exit(1)
}
process.stdout.write(`${address()}/present#${createDeskLink(folder).issue()}\n`)

/** Where the server runs; its default address where it does not. */
function address(): string {
  if (process.env.PUBLIC_URL) return new URL(process.env.PUBLIC_URL).origin
  const file = join(folder, 'running.json')
  if (!existsSync(file)) return `http://localhost:${process.env.PORT ?? 3000}`
  return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url
}
