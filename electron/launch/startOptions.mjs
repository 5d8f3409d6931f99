import { resolve } from 'node:path'

/**
 * @typedef {object} StartOptions
 * @property {string | null} board absolute path of the board to open
 * @property {boolean} browser open in the browser without looking for Electron
 * @property {number | null} port for the browser; null leaves the choice to the app
 * @property {boolean} open whether the browser is opened by itself
 * @property {'nl' | 'en' | null} lang null when it was not typed: the language that was chosen in the app stays
 * @property {readonly string[]} switches Chromium's own (`--no-sandbox`, `--user-data-dir=…`), for Electron only
 */

/** Wrong usage of a command; the message is for the person who typed it. */
export class UsageError extends Error {}

/**
 * Reads `[board.doek] [--browser] [--port N] [--no-open] [--lang nl|en]`, in any order, `--port=N` too.
 * @param {readonly string[]} args
 * @param {string} folder against which the board's path is resolved
 * @returns {StartOptions}
 * @throws {UsageError}
 */
export function readStartOptions(args, folder) {
  /** @type {{ -readonly [K in keyof StartOptions]: StartOptions[K] } & { switches: string[] }} */
  const options = { board: null, browser: false, port: null, open: true, lang: null, switches: [] }
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, given] = splitOption(arg)
    if (name === '--browser') options.browser = true
    else if (name === '--no-open') options.open = false
    else if (name === '--port') options.port = portOf(given ?? rest.shift())
    else if (name === '--lang') options.lang = languageOf(given ?? rest.shift())
    else if (arg.startsWith('-')) options.switches.push(arg)
    else if (options.board === null) options.board = resolve(folder, arg)
    else throw new UsageError(`one board at a time: ${arg}`)
  }
  return options
}

/**
 * @param {string} arg
 * @returns {[string, string | undefined]}
 */
function splitOption(arg) {
  const equals = arg.indexOf('=')
  return arg.startsWith('--') && equals > 0 ? [arg.slice(0, equals), arg.slice(equals + 1)] : [arg, undefined]
}

/** @param {string | undefined} text */
function portOf(text) {
  const port = Number(text)
  if (text === undefined || !/^\d+$/.test(text) || port > 65535) throw new UsageError('--port 0–65535')
  return port
}

/** @param {string | undefined} text */
function languageOf(text) {
  if (text === 'nl' || text === 'en') return text
  throw new UsageError('--lang nl|en')
}
