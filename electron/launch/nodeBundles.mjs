import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { projectRoot } from './projectRoot.mjs'

/** What runs outside a window: bundle name in dist, and the source file that it starts from. */
const nodeEntries = {
  main: 'electron/desktop/main.ts',
  preload: 'electron/preload/preload.ts',
  web: 'electron/web/main.ts',
  cli: 'electron/cli/main.ts',
  exportWorker: 'electron/services/exports/exportWorker.ts',
}

/**
 * Loaded from node_modules at run time and packed beside the bundles: native code, and PDFKit, which
 * reads files beside itself. package.json keeps exactly these under `dependencies`; whatever is
 * bundled (and everything that is ESM only has to be) is a development dependency.
 * @returns {readonly string[]} package names
 */
export function packedDependencies() {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  return Object.keys(manifest.dependencies)
}

/**
 * Bundles every entry that exists into `outFolder` as one CommonJS file for Node 16, the Node of the
 * oldest Electron that is supported (an ESM main needs Electron 28).
 * @param {string} outFolder
 * @param {(message: string) => void} warn is told about entries that do not exist
 * @returns {Promise<void>}
 */
export async function bundleNodeEntries(outFolder, warn) {
  const packed = packedDependencies()
  for (const [name, source] of Object.entries(nodeEntries)) {
    if (!existsSync(join(projectRoot, source))) {
      warn(`${source} does not exist, dist/${name}.cjs is not built`)
      continue
    }
    await bundleOne(join(projectRoot, source), join(outFolder, `${name}.cjs`), packed)
  }
}

/**
 * @param {string} input
 * @param {string} file
 * @param {readonly string[]} packed
 */
async function bundleOne(input, file, packed) {
  const bundle = await rolldown({
    input,
    cwd: projectRoot,
    platform: 'node',
    external: (id) => id === 'electron' || packed.some((name) => id === name || id.startsWith(`${name}/`)),
    // The solution file has no compiler options of its own; the layers' agree on all that matters here.
    tsconfig: join(projectRoot, 'tsconfig.base.json'),
    transform: { target: 'node16', define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'warn',
  })
  try {
    await bundle.write({ file, format: 'cjs', codeSplitting: false, sourcemap: true })
  } finally {
    await bundle.close()
  }
}
