import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { hasCommand, installMissing } from '../../electron/launch/systemPackages.mjs'

/** The validator of PDF/UA and PDF/A that the standards' own associations keep. */
const version = '1.28.2'

const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'droomdoek')

/** Outside the project, so that every clone on a machine shares it. */
const jars = join(cache, `verapdf-${version}`)

/** @typedef {import('../../electron/launch/systemPackages.mjs').SystemNeed} SystemNeed */

/** @type {readonly SystemNeed[]} */
export const verapdfNeeds = [
  { isThere: () => hasCommand('java'), packages: ['default-jre-headless'] },
  { isThere: () => existsSync(jars) || hasCommand('mvn'), packages: ['maven'] },
]

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.droomdoek</groupId>
  <artifactId>validator</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`

/**
 * Gets veraPDF from Maven, with Java and Maven where they are missing and may be installed; a second call is free.
 * @param {(message: string) => void} say
 * @returns {Promise<void>} rejects, naming what is missing, where it cannot be had
 */
export async function installVerapdf(say) {
  const missing = installMissing(verapdfNeeds, say)
  if (missing.length > 0) throw new Error(`install these packages first: ${missing.join(' ')}`)
  if (existsSync(jars)) return
  say(`fetching veraPDF ${version} …`)
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'verapdf-'))
  try {
    await writeFile(join(work, 'pom.xml'), pom)
    const { status, stdout, error } = spawnSync('mvn', ['-B', '-q', '-f', join(work, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${join(work, 'jars')}`], { encoding: 'utf8' })
    if (error || status !== 0) throw new Error(`Maven could not fetch veraPDF: ${error?.message ?? stdout.slice(-2000)}`)
    // Somebody else may have been quicker.
    await rename(join(work, 'jars'), jars).catch((failed) => { if (!existsSync(jars)) throw failed })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * What veraPDF says about files.
 * @param {'ua1' | '2a'} profile PDF/UA-1 or PDF/A-2a
 * @param {readonly string[]} files absolute paths
 * @returns {readonly { readonly file: string, readonly passed: boolean }[]} in the order of the files
 * @throws {Error} when it says nothing about a file
 */
export function validatePdf(profile, files) {
  const path = readdirSync(jars).map((name) => join(jars, name)).join(delimiter)
  const { stdout, stderr } = spawnSync('java', ['-cp', path, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', profile, '--format', 'text', ...files], { encoding: 'utf8', maxBuffer: 1e8 })
  return files.map((file) => {
    const verdict = new RegExp(`^(PASS|FAIL) ${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} `, 'm').exec(stdout)
    if (!verdict) throw new Error(`veraPDF said nothing about ${file}: ${stdout.slice(0, 500)} ${stderr.slice(0, 500)}`)
    return { file, passed: verdict[1] === 'PASS' }
  })
}
