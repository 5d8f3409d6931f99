import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

/** Without it no board stands: its chunks are fetched beside the page's own script, not after it. */
const withThePage = 'renderer/screens/showDesk.tsx'

type Chunk = { readonly type: 'chunk'; readonly fileName: string; readonly facadeModuleId: string | null; readonly imports: readonly string[]; readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }
type Output = Chunk | { readonly type: 'asset' }

/**
 * Names the chunks of `withThePage` and all that they import and their styles in the page's head. Otherwise a
 * browser learns of each only when the one before it runs.
 */
function preloadDesk(): Plugin {
  return {
    name: 'preload-desk',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const outputs = (bundle ?? {}) as Readonly<Record<string, Output>>
        const chunks = new Set<string>()
        const styles = new Set<string>()
        const take = (fileName: string): void => {
          const chunk = outputs[fileName]
          if (chunk?.type !== 'chunk' || chunks.has(fileName)) return
          chunks.add(fileName)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
          chunk.imports.forEach(take)
        }
        for (const output of Object.values(outputs)) {
          if (output.type === 'chunk' && output.facadeModuleId?.endsWith(withThePage) === true) take(output.fileName)
        }
        const tag = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' })
        return [
          ...[...chunks].map((file) => tag({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          ...[...styles].map((file) => tag({ rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` })),
        ]
      },
    },
  }
}

/**
 * Bundles the renderer for the oldest Chromium that is supported (Electron 22) and a CSP without inline
 * code. The build gives it a public folder with resources/ in it: style sheets say
 * `url('/resources/fonts/PatrickHand.ttf')`, scripts `new URL('resources/…', document.baseURI)`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  // The page is opened from app:// and from a loopback path with a token: nothing may be absolute.
  base: './',
  plugins: [react(), preloadDesk()],
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
