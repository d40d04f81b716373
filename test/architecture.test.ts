import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Who may import whom: folder or file, then the folders, files and packages it may name.
 * The first row whose prefix fits decides.
 */
const LAW = [
  'shared/tally/',
  'shared/formats/',
  'shared/ballot.ts',
  'shared/checks.ts',
  'shared/floor.ts',
  'shared/ids.ts',
  'shared/leaf.ts',
]
  .concat([
    'shared/marks.ts',
    'shared/meeting.ts',
    'shared/method.ts',
    'shared/patterns.ts',
    'shared/plain.ts',
    'shared/presence.ts',
    'shared/refusals.ts',
    'shared/result.ts',
  ])
  .concat([
    'shared/rights.ts',
    'shared/sets.ts',
    'shared/stamp.ts',
    'shared/proof.ts',
    'shared/vote.ts',
    'shared/weights.ts',
  ])
const STORED = ['server/ports.ts', 'server/rows.ts']
const SERVICES = ['server/services/', ...STORED]
const DOMAIN = 'server/domain/'
const HTTP = [...LAW, 'shared/wire/', ...SERVICES, 'server/http/', 'server/limits.ts']
  .concat(['server/cookies.ts', 'server/faults.ts', 'server/proxies.ts'])
  .concat(['express', 'helmet', 'zod', 'node:'])
const APP = [...LAW, 'shared/client/', 'shared/ui/', 'shared/words/', 'shared/wire/', 'svelte']

const TABLE: [prefix: string, may: string[]][] = [
  ['shared/leaf.ts', [...LAW, '@noble/hashes']],
  ['shared/proof.ts', [...LAW, '@noble/hashes']],
  ['shared/tally/lot.ts', [...LAW, '@noble/hashes']],
  ['shared/wire/', [...LAW, 'shared/wire/', 'zod']],
  ['shared/words/counts/parts.ts', ['shared/words/', 'shared/tally/fraction.ts']],
  ['shared/words/', ['shared/words/', 'shared/refusals.ts']],
  [
    'shared/client/',
    [...LAW, 'shared/client/', 'shared/words/', 'shared/wire/', 'svelte', 'socket.io-client'],
  ],
  ['shared/ui/', [...LAW, 'shared/ui/', 'shared/words/', 'svelte']],
  ['shared/', LAW],
  [DOMAIN, [...LAW, DOMAIN, ...STORED, 'geolib', 'node:crypto', 'node:net']],
  ['server/ports.ts', [...LAW, 'shared/wire/', DOMAIN, 'server/rows.ts']],
  ['server/rows.ts', [...LAW, 'shared/wire/']],
  ['server/services/', [...LAW, 'shared/wire/', ...SERVICES, DOMAIN]],
  [
    'server/storage/',
    [...LAW, ...STORED, DOMAIN, 'server/storage/', 'kysely', 'better-sqlite3', 'pg', 'node:'],
  ],
  [
    'server/live/',
    [
      ...LAW,
      'shared/wire/',
      ...SERVICES,
      'server/live/',
      'server/limits.ts',
      'server/cookies.ts',
      'server/faults.ts',
      'server/proxies.ts',
      'socket.io',
      'zod',
      'node:',
    ],
  ],
  // A file for a person has headings: the one place where the server speaks.
  ['server/http/minutes', [...HTTP, 'shared/words/', 'shared/ui/']],
  ['server/http/', HTTP],
  [
    'server/outside/',
    ['shared/ids.ts', 'server/ports.ts', 'server/outside/', 'node:', 'pino', 'qrcode'],
  ],
  ['server/config.ts', ['zod', 'server/proxies.ts', 'server/outside/certificate.ts']],
  ['server/proxies.ts', ['express', 'node:']],
  ['server/limits.ts', ['server/ports.ts', 'rate-limiter-flexible']],
  ['server/cookies.ts', ['node:']],
  ['server/faults.ts', [...LAW, 'server/ports.ts']],
  ['server/workers/', [...LAW, ...STORED, 'server/storage/box', 'server/workers/', 'node:']],
  ['server/main.ts', ['server/', 'node:']],
  ['presenter/', [...APP, 'presenter/', 'qrcode', 'leaflet', '@fontsource-variable/noto-sans-kr']],
  ['voter/', [...APP, 'voter/']],
]

const IMPORT =
  /(?:import|export)\s+(type\s+)?[^'"()]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : []
  })
}

const files = ['shared', 'server', 'presenter', 'voter'].flatMap(sources)

it('[PA2] every import is one that its folder may have', () => {
  const wrong = files.flatMap((file) => {
    const row = TABLE.find(([prefix]) => file.startsWith(prefix))
    return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, , from, bare]) => {
      const named = from ?? bare ?? ''
      const target = named.startsWith('.') ? normalize(join(dirname(file), named)) : named
      return row?.[1].some((allowed) => target.startsWith(allowed))
        ? []
        : [`${file} imports ${target}`]
    })
  })
  expect(wrong).toEqual([])
})

it('[PA2] browsers take types alone from the wire, which brings zod', () => {
  const wrong = files
    .filter((file) => /^(voter|presenter|shared\/client|shared\/ui)\//.test(file))
    .filter((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].some(
        ([, type, from]) => !type && /wire\/(events|api)/.test(from ?? ''),
      ),
    )
  expect(wrong).toEqual([])
})

it('[PA2] the law and the domain have no clock, no dice and no promise', () => {
  const pure = files.filter(
    (file) => LAW.some((prefix) => file.startsWith(prefix)) || file.startsWith('server/domain/'),
  )
  const impure = /\basync\b|\bawait\b|Date\.now|new Date\(\)|Math\.random|console\./
  expect(pure.filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
})

it('[PA8] what npm start builds and runs with is no development tool', () => {
  const { dependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
    scripts: Record<string, string>
  }
  const started = [...files, 'vite.config.ts', 'scripts/build.ts', 'scripts/desk-link.ts']
  const named = started.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, , from, bare]) => from ?? bare ?? ''),
  )
  const packages = named
    .filter((name) => !/^(\.|node:)/.test(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
  const tools = [scripts.build, scripts['desk-link']].map((line) => line?.split(' ')[0] ?? '')
  const missing = new Set([...packages, ...tools].filter((name) => !(name in dependencies)))
  expect([...missing]).toEqual([])
})
