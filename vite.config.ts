import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { InlineConfig, Plugin } from 'vite'

const PAGES = {
  voter: { voter: 'voter/index.html' },
  helper: { helper: 'voter/helper.html' },
  preview: { preview: 'voter/preview.html' },
  recount: { recount: 'voter/recount.html' },
  presenter: {
    desk: 'presenter/index.html',
    display: 'presenter/display.html',
    preview: 'presenter/preview.html',
  },
}

/**
 * What the socket libraries bring for WebTransport and for bytes in messages: no page of ours asks for
 * the one or sends the others, and a phone in the hall saves 1.5 KB.
 */
const UNUSED = {
  '/transports/webtransport.js': 'export const WT = undefined',
  '/socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false',
  '/socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = undefined; export const reconstructPacket = undefined',
  '/contrib/base64-arraybuffer.js':
    'export const encode = undefined; export const decode = undefined',
}
const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  load: (id) => Object.entries(UNUSED).find(([file]) => id.endsWith(file))?.[1],
}

interface Modules {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null
}

/** Does the page need this module before it shows anything? Then `import()` does not stand between. */
function isFirst(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const info = modules.getModuleInfo(id)
  return (
    info?.isEntry === true || (info?.importers.some((by) => isFirst(by, modules, seen)) ?? false)
  )
}

/** All of a phone's first load in one file: in several it is compressed worse, by one part in forty; likewise what a typed code needs. */
const TOGETHER = {
  groups: [
    { name: (id: string, modules: Modules) => (isFirst(id, modules) ? 'voter' : null) },
    { name: 'typed', test: /\/(Enter|TypedField)\.svelte/ },
  ],
}

/**
 * One app at a time, into one folder: in a common build the phone would load whatever of its
 * libraries only the desk uses, a tenth of all its bytes; of the helper's page and the preview a fiftieth. The server is built by scripts/build.ts.
 */
export function appConfig(app: keyof typeof PAGES, folder = 'dist'): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte(), withoutUnused],
    worker: { format: 'es' },
    build: {
      outDir: `${folder}/client`,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // Fonts and images come from this origin, as the content policy says, never out of the CSS.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: PAGES[app],
        ...(app === 'voter' && { output: { codeSplitting: TOGETHER } }),
      },
    },
  }
}

/** For tools that look here: the app with the tightest budget. */
export default appConfig('voter')
