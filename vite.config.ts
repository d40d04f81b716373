import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/** Two apps, three pages; what they share is loaded once. The server is built by scripts/build.ts. */
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts and images come from this origin, as the content policy says, never out of the CSS.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        voter: 'voter/index.html',
        desk: 'presenter/index.html',
        display: 'presenter/display.html',
      },
    },
  },
})
