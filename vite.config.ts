import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Bundles the renderer for the oldest Chromium that is supported (Electron 22) and a CSP without inline
 * code. The build gives it a public folder with resources/ in it: style sheets say
 * `url('/resources/fonts/PatrickHand.ttf')`, scripts `new URL('resources/…', document.baseURI)`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  // The page is opened from app:// and from a loopback path with a token: nothing may be absolute.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome108',
    // data: URLs are not in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 1500,
  },
})
