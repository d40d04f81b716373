import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { InlineConfig } from 'vite'

const PAGES = {
  voter: { voter: 'voter/index.html' },
  presenter: { desk: 'presenter/index.html', display: 'presenter/display.html' },
}

/**
 * One app at a time, into one folder: in a common build the phone would load whatever of its
 * libraries only the desk uses, a tenth of all its bytes. The server is built by scripts/build.ts.
 */
export function appConfig(app: keyof typeof PAGES): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte()],
    build: {
      outDir: 'dist/client',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // Fonts and images come from this origin, as the content policy says, never out of the CSS.
      assetsInlineLimit: 0,
      rollupOptions: { input: PAGES[app] },
    },
  }
}
