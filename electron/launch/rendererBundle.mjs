import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './projectRoot.mjs'

/**
 * Bundles the page of the phones and that of helpers, as vite.ballot.config.ts says. Each by itself, so that a voter's
 * phone fetches one script and nothing of the other page.
 * @param {string} outFolder receives index.html, helper.html, their scripts and styles, and drawings/
 * @returns {Promise<void>}
 */
export async function bundleBallot(outFolder) {
  for (const page of ['index.html', 'helper.html']) {
    await build({
      mode: 'production',
      configFile: join(projectRoot, 'vite.ballot.config.ts'),
      build: { outDir: outFolder, emptyOutDir: page === 'index.html', rolldownOptions: { input: join(projectRoot, 'renderer/ballot', page) } },
      logLevel: 'warn',
    })
  }
}

/**
 * Bundles the page that both windows load (`index.html`, and `index.html?room` for the room screen)
 * with Vite, as vite.config.ts says.
 * @param {string} outFolder receives index.html, assets/ and a copy of `publicFolder`
 * @param {string} publicFolder served to the page as it is; holds resources/
 * @param {(message: string) => void} warn is told when there is no page yet
 * @returns {Promise<void>}
 */
export async function bundleRenderer(outFolder, publicFolder, warn) {
  if (!existsSync(join(projectRoot, 'renderer/index.html'))) {
    warn('renderer/index.html does not exist, dist/renderer is not built')
    return
  }
  // Under a test runner NODE_ENV is `test`, and React would be bundled for development.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({
    mode: 'production',
    configFile: join(projectRoot, 'vite.config.ts'),
    publicDir: publicFolder,
    build: { outDir: outFolder, emptyOutDir: true },
    logLevel: 'warn',
  }).finally(() => {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  })
}
