import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

const sourceFolders = ['electron', 'renderer', 'shared', 'resources']
const sourceFiles = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'vite.config.ts', 'vite.ballot.config.ts']

/**
 * SHA-256 over names and contents of all that a build depends on. Contents, not times: a clone, a
 * branch change or a restored backup has any times it likes.
 * @returns {Promise<string>} hexadecimal
 */
export async function sourceFingerprint() {
  const files = [...sourceFiles]
  for (const folder of sourceFolders) await collect(folder, files)
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const content = await readFile(join(projectRoot, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder relative to the project's root
 * @param {string[]} files is added to
 */
async function collect(folder, files) {
  for (const entry of await readdir(join(projectRoot, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) await collect(path, files)
    else if (entry.isFile()) files.push(path)
  }
}
