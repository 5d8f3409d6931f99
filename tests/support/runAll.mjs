import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWhenStale } from '../../electron/launch/build.mjs'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { prepareMachine } from './prepareMachine.mjs'

/**
 * Everything that says whether the project is sound, on a machine that may be fresh. The last line is
 * `N passed, N failed`; preparing, building, linting and type-checking count as one test each.
 */

const reports = join(projectRoot, '.cache/test-reports')
const count = { passed: 0, failed: 0 }

/** @param {string} message */
const say = (message) => { process.stdout.write(`${message}\n`) }

/**
 * @param {string} title
 * @param {() => Promise<void> | void} work throws when the step fails
 */
async function step(title, work) {
  say(`\n— ${title}`)
  try {
    await work()
    count.passed += 1
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    count.failed += 1
  }
}

/**
 * @param {string} name of a program in node_modules/.bin
 * @param {readonly string[]} args
 * @returns {number} exit code
 */
function runBin(name, args) {
  const bin = join(projectRoot, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
  const { status, error } = spawnSync(bin, args, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  return status ?? 1
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function mustSucceed(name, args) {
  const code = runBin(name, args)
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
}

/**
 * Runs one project of vitest.config.ts and adds its tests to the count. A test that did not run
 * counts as failed: what is skipped here is skipped everywhere.
 * @param {'unit' | 'e2e'} project
 */
function runVitest(project) {
  say(`\n— tests: ${project}`)
  const report = join(reports, `${project}.json`)
  const code = runBin('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const result = readReport(report)
  const notRun = result.numTotalTests - result.numPassedTests - result.numFailedTests
  if (notRun > 0) say(`${notRun} tests did not run, which counts as failed`)
  const failed = result.numFailedTests + notRun
  count.passed += result.numPassedTests
  // A file that cannot be loaded, a failing set-up or an error outside any test fails no test by itself.
  count.failed += failed === 0 && code !== 0 ? 1 : failed
}

/**
 * @param {string} file
 * @returns {{ numTotalTests: number, numPassedTests: number, numFailedTests: number }}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numTotalTests: 0, numPassedTests: 0, numFailedTests: 0 }
  }
}

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })
await step('the machine', () => prepareMachine(say))
await step('build', () => buildWhenStale(say))
await step('lint', () => mustSucceed('oxlint', []))
await step('types', () => mustSucceed('tsc', ['-b']))
runVitest('unit')
runVitest('e2e')
say(`\n${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1
