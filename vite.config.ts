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
 * engine.io-client always brings its WebTransport, which no page of ours asks for: 700 bytes for
 * each phone in the hall.
 */
const withoutWebTransport: Plugin = {
  name: 'without-webtransport',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/transports/webtransport.js') ? 'export const WT = undefined' : undefined,
}

/**
 * One app at a time, into one folder: in a common build the phone would load whatever of its
 * libraries only the desk uses, a tenth of all its bytes; of the helper's page and the preview a fiftieth. The server is built by scripts/build.ts.
 */
export function appConfig(app: keyof typeof PAGES, folder = 'dist'): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte(), withoutWebTransport],
    worker: { format: 'es' },
    build: {
      outDir: `${folder}/client`,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // Fonts and images come from this origin, as the content policy says, never out of the CSS.
      assetsInlineLimit: 0,
      rollupOptions: { input: PAGES[app] },
    },
  }
}

/** For tools that look here: the app with the tightest budget. */
export default appConfig('voter')
