import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import sirv from 'sirv'
import { build } from 'vite'
import { fontFaces } from '../../../../electron/launch/fontFaces.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../../../../', import.meta.url))

/** What the app's shells send with every file: the panels have to live with it. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; font-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'"

/**
 * Builds the gallery of all panels as the app is built, serves it under the app's content policy and opens a browser.
 * @returns {Promise<{ readonly url: string, readonly browser: import('playwright').Browser, close(): Promise<void> }>}
 */
export async function openGallery() {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-gallery-'))
  const publicDir = join(folder, 'public')
  await mkdir(join(publicDir, 'resources/fonts'), { recursive: true })
  for (const face of fontFaces) await cp(join(project, 'node_modules', face.source), join(publicDir, 'resources/fonts', face.file))
  await build({
    root,
    configFile: false,
    base: './',
    publicDir,
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: join(folder, 'out'), emptyOutDir: true, target: ['chrome108'], assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
  })
  // sirv's types know an older node:http.
  const files = /** @type {(request: unknown, response: unknown, next: () => void) => void} */ (/** @type {unknown} */ (sirv(join(folder, 'out'), { setHeaders: (response) => { response.setHeader('content-security-policy', POLICY) } })))
  const server = createServer((request, response) => { files(request, response, () => { response.writeHead(204).end() }) })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)) })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port')
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  return {
    url: `http://127.0.0.1:${address.port}/`,
    browser,
    async close() {
      await browser.close()
      await new Promise((resolve) => { server.close(() => resolve(undefined)) })
      await rm(folder, { recursive: true })
    },
  }
}
