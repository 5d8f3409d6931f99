import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { callersFolder, projectRoot } from './projectRoot.mjs'

/** @param {string} message */
const say = (message) => { process.stderr.write(`${message}\n`) }

/**
 * `npm run --silent droomdoek -- convert IN OUT …`: builds when needed and then is the command line
 * itself, so that exit codes, streams and Ctrl-C are its own. Relative paths count from the folder in
 * which the command was typed.
 */
async function run() {
  await buildWhenStale(process.stderr.isTTY ? say : () => {})
  const cli = join(projectRoot, 'dist/cli.cjs')
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is missing')
  process.chdir(callersFolder)
  process.argv = [process.execPath, cli, ...process.argv.slice(2)]
  createRequire(import.meta.url)(cli)
}

run().catch((error) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
