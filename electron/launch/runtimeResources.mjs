import { cp, mkdir, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fontFaces } from './fontFaces.mjs'
import { projectRoot } from './projectRoot.mjs'

/** Parts of resources/ that only packaging needs or that a build script turns into something else. */
const notAtRunTime = new Set(['packaging', 'stamps'])

/**
 * Gathers everything that the app reads while it runs: fonts, the stamp library, templates' pictures.
 *
 * It exists twice in dist, from this one folder. Node reads `dist/resources/…` beside the bundles;
 * a window reads `resources/…` relative to its page (`resources/fonts/PatrickHand.ttf`), because Vite
 * takes the same folder as its public folder. A worker takes the page's URL as base, not its own.
 * @param {string} outFolder is created; receives fonts/, stamps/ and the rest of resources/
 * @returns {Promise<void>}
 */
export async function gatherResources(outFolder) {
  await mkdir(join(outFolder, 'fonts'), { recursive: true })
  const root = join(projectRoot, 'resources')
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || notAtRunTime.has(entry.name)) continue
    await cp(join(root, entry.name), join(outFolder, entry.name), { recursive: true })
  }
  for (const face of fontFaces) {
    await cp(join(projectRoot, 'node_modules', face.source), join(outFolder, 'fonts', face.file))
  }
  const stamps = join(root, 'stamps/buildLibrary.mjs')
  if (existsSync(stamps)) {
    const { buildLibrary } = await import(pathToFileURL(stamps).href)
    await buildLibrary(join(outFolder, 'stamps'))
  }
}
