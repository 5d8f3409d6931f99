import { describe, expect, it } from 'vitest'
import { readStartOptions, UsageError } from '../../electron/launch/startOptions.mjs'

const read = (...args: readonly string[]): ReturnType<typeof readStartOptions> => readStartOptions(args, '/home/els')

describe('npm start', () => {
  it('opens the app in the language it last spoke when nothing is said', () => {
    expect(read()).toEqual({ board: null, browser: false, port: null, open: true, lang: null, switches: [] })
  })

  it('finds a board where the person stands, whatever folder npm runs in', () => {
    expect(read('kiel.doek').board).toBe('/home/els/kiel.doek')
    expect(read('--lang', 'en', '/stick/kiel.doek').board).toBe('/stick/kiel.doek')
  })

  it('takes options in any order, with a space or with =', () => {
    expect(read('--port', '8080', 'kiel.doek', '--browser', '--no-open', '--lang=en')).toMatchObject({
      board: '/home/els/kiel.doek', browser: true, port: 8080, open: false, lang: 'en',
    })
    expect(read('--port=0').port).toBe(0)
  })

  it("hands Chromium's own switches on", () => {
    expect(read('--no-sandbox', 'kiel.doek')).toMatchObject({ switches: ['--no-sandbox'], board: '/home/els/kiel.doek' })
  })

  it.each([['--port'], ['--port', 'x'], ['--port', '70000'], ['--lang', 'fr'], ['a.doek', 'b.doek']])('refuses %s %s', (...args) => {
    expect(() => read(...args)).toThrow(UsageError)
  })
})
