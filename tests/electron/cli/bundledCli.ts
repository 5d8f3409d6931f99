import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { fontFaces } from '../../../electron/launch/fontFaces.mjs';
import { packedDependencies } from '../../../electron/launch/nodeBundles.mjs';
import { projectRoot } from '../../../electron/launch/projectRoot.mjs';

/** A built command line and export worker, laid out like the package. */
export type BundledCli = { readonly cli: string; readonly workerFile: string; readonly fontsFolder: string; remove(): void };

async function bundle(input: string, file: string): Promise<void> {
  const packed = packedDependencies();
  const build = await rolldown({
    input: join(projectRoot, input), cwd: projectRoot, platform: 'node', logLevel: 'warn',
    external: (id: string) => packed.some((name) => id === name || id.startsWith(`${name}/`)),
    tsconfig: join(projectRoot, 'tsconfig.base.json'),
    transform: { target: 'node16' },
  });
  await build.write({ file, format: 'cjs', codeSplitting: false });
  await build.close();
}

/** Bundles the sources as they are now, inside the project, so that native packages are found. */
export async function bundleCli(): Promise<BundledCli> {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(join(cache, 'cli-'));
  const fontsFolder = join(root, 'dist', 'resources', 'fonts');
  mkdirSync(fontsFolder, { recursive: true });
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'));
  for (const { file, source } of fontFaces) cpSync(join(projectRoot, 'node_modules', source), join(fontsFolder, file));
  await bundle('electron/cli/main.ts', join(root, 'dist', 'cli.cjs'));
  await bundle('electron/services/exports/exportWorker.ts', join(root, 'dist', 'exportWorker.cjs'));
  return { cli: join(root, 'dist', 'cli.cjs'), workerFile: join(root, 'dist', 'exportWorker.cjs'), fontsFolder, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** How a run of the command line ended. */
export type CliEnd = { readonly code: number | null; readonly out: string; readonly err: string };

/** Starts `droomdoek …`; `ended` gives its exit code and what it said. */
export function startCli(cli: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly child: ChildProcess; readonly ended: Promise<CliEnd> } {
  const child = spawn(process.execPath, [cli, ...words], { env: { ...process.env, LANG: 'nl_BE.UTF-8', LC_ALL: '', ...env } });
  let out = '', err = '';
  child.stdout.on('data', (piece: Buffer) => { out += piece.toString(); });
  child.stderr.on('data', (piece: Buffer) => { err += piece.toString(); });
  const ended = new Promise<CliEnd>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** Runs `droomdoek …` to its end. */
export function runCli(cli: string, ...words: readonly string[]): Promise<CliEnd> {
  return startCli(cli, words).ended;
}
