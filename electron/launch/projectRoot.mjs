import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the folder with package.json. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The folder in which the person typed the command. npm runs scripts in the project's root and keeps
 * the original folder in INIT_CWD, so that `convert in.doek out.pdf` works from anywhere.
 */
export const callersFolder = process.env['INIT_CWD'] ?? process.cwd()
