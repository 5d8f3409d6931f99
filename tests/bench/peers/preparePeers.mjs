import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const cache = join(projectRoot, '.cache/bench-peers')

/** The pages that need no package, and are served as they lie there. */
export const barePages = join(here, 'pages')

/**
 * Where the built pages of the peers are, installed and built when they are not, or not of these sources.
 * @param {(line: string) => void} say
 * @returns {Promise<{ readonly site: string, readonly versionOf: (name: string) => string }>}
 * @throws Error when npm or vite fails
 */
export async function preparePeers(say) {
  const built = join(cache, 'built.txt')
  const mark = await fingerprint()
  const fresh = existsSync(built) && (await readFile(built, 'utf8')) === mark
  if (!fresh) {
    await mkdir(cache, { recursive: true })
    await rm(join(cache, 'pages'), { recursive: true, force: true })
    for (const name of ['package.json', 'package-lock.json', 'vite.config.js', 'pages']) await cp(join(here, name), join(cache, name), { recursive: true })
    say('installing the peers …')
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    say('building the peers …')
    await run(process.execPath, [join(cache, 'node_modules/vite/bin/vite.js'), 'build'])
    await copyAssets()
    await cp(join(here, 'pages/blank.html'), join(cache, 'site/blank.html'))
    await writeFile(`${built}.next`, mark)
    await rename(`${built}.next`, built)
  }
  return { site: join(cache, 'site'), versionOf: (name) => String(JSON.parse(readFileSync(join(cache, 'node_modules', name, 'package.json'), 'utf8')).version) }
}

/** Fonts, icons and words from the same origin: nobody waits for a network. */
async function copyAssets() {
  await cp(join(cache, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts'), join(cache, 'site/excalidraw-assets/fonts'), { recursive: true })
  for (const kind of ['fonts', 'icons', 'translations', 'embed-icons']) await cp(join(cache, 'node_modules/@tldraw/assets', kind), join(cache, 'site/tldraw-assets', kind), { recursive: true })
}

async function fingerprint() {
  const hash = createHash('sha256')
  const pages = (await readdir(join(here, 'pages'))).sort().map((name) => join('pages', name))
  for (const name of ['package.json', 'package-lock.json', 'vite.config.js', ...pages]) hash.update(name).update(await readFile(join(here, name)))
  return hash.digest('hex')
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function run(command, args) {
  const child = spawn(command, args, { cwd: cache, stdio: ['ignore', 2, 2] })
  const code = await new Promise((resolve, reject) => { child.once('error', reject).once('close', resolve) })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
}
