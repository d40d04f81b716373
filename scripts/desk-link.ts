import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { addressOf, ownHost } from '../server/outside/address.ts'
import { createDeskLink } from '../server/outside/desk-link.ts'

/** Prints one more one-time link to the desk, for whoever can read the server's folder. */
const config = readConfig(process.env)
if ('wrong' in config)
  end(`설정이 잘못되었습니다 · Wrong settings:\n  ${config.wrong.join('\n  ')}`)
const { DATA_DIR: folder, HOST, PORT, PUBLIC_URL } = config
if (!existsSync(folder)) end(`데이터 폴더가 없습니다. · There is no data folder: ${folder}`)
process.stdout.write(
  `${PUBLIC_URL ?? running() ?? addressOf(ownHost(HOST), PORT)}/present#${createDeskLink(folder).issue()}\n`,
)

/** Where the server runs, whatever its settings were; null where it does not. */
function running(): string | null {
  const file = join(folder, 'running.json')
  if (!existsSync(file)) return null
  return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url
}

function end(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
