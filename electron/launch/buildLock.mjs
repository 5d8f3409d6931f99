import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const RETRY_MS = 200

/**
 * Runs `work` while no other process of this machine holds the same lock; waits for its turn. The
 * lock of a process that no longer lives is taken over.
 * @template T
 * @param {string} lockFile absolute path; its folder is created
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work) {
  await mkdir(dirname(lockFile), { recursive: true })
  while (!(await tryLock(lockFile))) await wait(RETRY_MS)
  try {
    return await work()
  } finally {
    await rm(lockFile, { force: true })
  }
}

/** @param {string} lockFile */
async function tryLock(lockFile) {
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''))
  if (holder > 0 && !isAlive(holder)) await rm(lockFile, { force: true })
  return false
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
