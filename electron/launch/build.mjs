import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withLock } from './buildLock.mjs'
import { projectRoot } from './projectRoot.mjs'
import { sourceFingerprint } from './sourceFingerprint.mjs'

const dist = join(projectRoot, 'dist')
const cache = join(projectRoot, '.cache')

/**
 * Builds dist/ when the sources are not those of the last build: the Node bundles (main.cjs,
 * preload.cjs, web.cjs, cli.cjs, exportWorker.cjs), renderer/ (with phone/ in it) and resources/. Everything is built
 * aside and then moved in, so that a process that starts meanwhile never reads half a file.
 * @param {(message: string) => void} say is told what happens, one line at a time
 * @returns {Promise<void>} rejects with the bundler's message when a source does not build
 */
export async function buildWhenStale(say) {
  if (await isFresh()) return
  await withLock(join(cache, 'build.lock'), async () => {
    if (await isFresh()) return
    const fingerprint = await sourceFingerprint()
    say('building …')
    const next = join(cache, 'build-next')
    await rm(next, { recursive: true, force: true })
    await buildInto(next, say)
    await writeFile(join(next, 'build.json'), JSON.stringify({ fingerprint }) + '\n')
    await moveIn(next)
  })
}

async function isFresh() {
  const last = await readFile(join(dist, 'build.json'), 'utf8').catch(() => null)
  return last !== null && JSON.parse(last).fingerprint === (await sourceFingerprint())
}

/**
 * @param {string} next
 * @param {(message: string) => void} say
 */
async function buildInto(next, say) {
  // The bundlers take a while to load, and most starts find dist fresh.
  const [{ bundleNodeEntries }, { bundleBallot, bundleRenderer }, { gatherResources }] = await Promise.all([
    import('./nodeBundles.mjs'),
    import('./rendererBundle.mjs'),
    import('./runtimeResources.mjs'),
  ])
  const publicFolder = join(next, 'public')
  await gatherResources(join(publicFolder, 'resources'))
  await bundleNodeEntries(next, say)
  await bundleRenderer(join(next, 'renderer'), publicFolder, say)
  await bundleBallot(join(next, 'renderer', 'phone'))
  await rename(join(publicFolder, 'resources'), join(next, 'resources'))
  await rm(publicFolder, { recursive: true })
}

/**
 * Replaces what an earlier build left by what `next` holds. dist/types belongs to the compiler and stays.
 * @param {string} next
 */
async function moveIn(next) {
  await mkdir(dist, { recursive: true })
  for (const name of await readdir(dist)) {
    if (name !== 'types') await rm(join(dist, name), { recursive: true })
  }
  // build.json last: until it is there, dist counts as stale.
  const names = (await readdir(next)).filter((name) => name !== 'build.json')
  for (const name of [...names, 'build.json']) await rename(join(next, name), join(dist, name))
  await rm(next, { recursive: true })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await mkdir(cache, { recursive: true })
  await buildWhenStale((message) => process.stderr.write(`${message}\n`)).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
