import { readdirSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { appConfig } from '../vite.config.ts'
import { inPlaceOf } from './swap.ts'

/**
 * Builds the apps and the server into a new folder that then takes the place of dist/: a build
 * that fails, or a server that runs meanwhile, loses nothing. With `--if-needed` only when a source is newer than
 * the last build, so that the second `npm start` is quick.
 */
const BUILT = 'dist'
const STAMP = '.built'
const SOURCES = ['server', 'presenter', 'voter', 'shared', 'package-lock.json', 'vite.config.ts']
/** Smaller files gain nothing from being compressed. */
const WORTH_COMPRESSING = 500

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}

function isBuilt(): boolean {
  const stamp = join(BUILT, STAMP)
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  return SOURCES.flatMap(filesUnder).every((file) => statSync(file).mtimeMs <= built)
}

/** Ahead of time and at the highest level: phones on bad Wi-Fi wait for bytes, not for us. */
function compress(file: string): void {
  if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) return
  const bytes = readFileSync(file)
  if (bytes.length < WORTH_COMPRESSING) return
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  )
}

if (process.argv.includes('--if-needed') && isBuilt()) process.exit(0)

await inPlaceOf(BUILT, async (folder) => {
  for (const app of ['voter', 'helper', 'preview', 'recount', 'presenter'] as const)
    await build(appConfig(app, folder))
  filesUnder(join(folder, 'client')).forEach(compress)
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: join(folder, 'server'),
      target: 'node20',
      rollupOptions: {
        input: {
          main: 'server/main.ts',
          'workers/count': 'server/workers/count.ts',
          'workers/seal': 'server/workers/seal.ts',
        },
      },
    },
  })
  writeFileSync(join(folder, STAMP), new Date().toISOString())
})
