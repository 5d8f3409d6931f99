import { rolldown } from 'rolldown'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'

/**
 * Bundles a file of tests/support to one that Node runs, as the app's own services are bundled.
 * @param {string} name
 * @param {string} file
 * @param {'cjs' | 'es'} format
 */
export async function bundleSupport(name, file, format = 'cjs') {
  const bundle = await rolldown({ input: `${projectRoot}/tests/support/${name}`, cwd: projectRoot, platform: 'node', tsconfig: `${projectRoot}/tsconfig.base.json`, transform: { target: 'node16' }, logLevel: 'silent' })
  await bundle.write({ file, format, codeSplitting: false })
  await bundle.close()
}
