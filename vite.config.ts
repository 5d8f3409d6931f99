import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What a window runs one after the other; each is one file, and holds only what those before it have not. */
const page = at('renderer/main.ts'), sheet = at('renderer/screens/firstSheet.ts'), desk = at('renderer/screens/showDesk.tsx'), furniture = at('renderer/screens/board/deskFurniture.ts'), room = at('renderer/screens/room/showRoom.tsx')

type Modules = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/** All modules that one needs before it runs. */
function needs(of: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    modules.getModuleInfo(id)?.importedIds.forEach(visit)
  }
  visit(of)
  return found
}

/**
 * Says in which file a module goes. By itself the bundler makes a file for each set of modules that some screens share:
 * a dozen, and a browser fetches six at a time.
 */
function fileOf(): (id: string, modules: Modules) => string | null {
  let known: { readonly [name in 'page' | 'sheet' | 'desk' | 'furniture' | 'room']: ReadonlySet<string> } | null = null
  return (id, modules) => {
    known ??= { page: needs(page, modules), sheet: needs(sheet, modules), desk: needs(desk, modules), furniture: needs(furniture, modules), room: needs(room, modules) }
    if (known.page.has(id)) return null
    if (known.sheet.has(id)) return 'sheet'
    if (known.desk.has(id)) return known.room.has(id) ? 'both' : 'desk'
    return known.furniture.has(id) ? 'furniture' : null
  }
}

type Chunk = { readonly type: 'chunk'; readonly fileName: string; readonly moduleIds: readonly string[]; readonly imports: readonly string[]; readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }
type Output = Chunk | { readonly type: 'asset' }

/**
 * Names the file of the first sheet and all that it imports and their styles in the page's head: without them no board
 * stands, and otherwise a browser learns of each only when the one before it runs.
 */
function preloadSheet(): Plugin {
  return {
    name: 'preload-sheet',
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
          if (output.type === 'chunk' && output.moduleIds.includes(sheet)) take(output.fileName)
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
  plugins: [react(), preloadSheet()],
  worker: { format: 'es' },
  build: {
    target: 'chrome108',
    // data: URLs are not in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'start', name: fileOf() }] } } },
  },
})
