// Run by hand: node tests/samples/writeSample.mjs. Bundled, since Node 20 does not run TypeScript.
import { rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const file = `${here}.writeSample.mjs`
const bundle = await rolldown({ input: `${here}writeSample.ts`, cwd: root, platform: 'node', tsconfig: `${root}tsconfig.base.json`, logLevel: 'silent' })
await bundle.write({ file, format: 'esm', codeSplitting: false })
await bundle.close()
try {
  const { writeSample } = await import(pathToFileURL(file).href)
  await writeSample(here)
} finally {
  await rm(file, { force: true })
}
