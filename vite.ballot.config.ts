import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { ballotDrawings } from './renderer/ballot/drawings.ts'

/** Lays the drawings beside the page, as files that only the scenes which show them fetch. */
function drawings(): Plugin {
  return {
    name: 'ballot-drawings',
    generateBundle() {
      for (const [name, source] of Object.entries(ballotDrawings())) this.emitFile({ type: 'asset', fileName: `drawings/${name}.svg`, source })
    },
  }
}

/**
 * Bundles the page of the phones, for phones that are six years old and for a policy without inline code. A build of
 * its own: it shares nothing with the desk but words and types.
 */
export default defineConfig({
  root: fileURLToPath(new URL('renderer/ballot', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [drawings()],
  build: {
    target: ['chrome80', 'safari13'],
    cssTarget: ['chrome80', 'safari13'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    assetsDir: '.',
  },
})
