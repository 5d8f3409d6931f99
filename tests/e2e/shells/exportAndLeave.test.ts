import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import { launchApp, makeHome, removeHome } from '../../support/electronApp.ts'
import { deskAt } from '../desk.ts'
import { eventually } from '../eventually.ts'

let folder = ''
let home = ''
afterEach(async () => {
  await removeHome(home)
  await rm(folder, { recursive: true, force: true })
})

test.each(['PDF', 'PNG'])('whoever saves a %s at once and leaves the app finds the file, and an app that ended in good order', async (format) => {
  folder = await mkdtemp(join(tmpdir(), 'leave-'))
  home = await makeHome()
  const data = join(home, '.local/share/droomdoek')
  await mkdir(join(data, 'print', 'b', 'p-1'), { recursive: true })
  await writeFile(join(data, 'print', 'b', 'p-1', 'sheets.html'), 'left by a power cut')
  const running = await launchApp({ display: inject('display'), home, env: { DROOMDOEK_TEST: '1', DROOMDOEK_TEST_DIALOG_PATH: `${folder}/`, DROOMDOEK_TEST_PRINT_PATH: join(home, 'printed.pdf') } })
  const ended = new Promise<readonly [number | null, string | null]>((resolve) => { running.app.process().once('exit', (code, signal) => resolve([code, signal])) })
  await deskAt(running.desk).start('Samenwerkingsdag')
  expect(await readdir(data)).not.toContain('print')
  await running.desk.keyboard.press('Control+e')
  await running.desk.getByRole('radio', { name: new RegExp(`^${format}`) }).click()
  if (format === 'PDF') {
    await running.desk.getByRole('button', { name: 'Afdrukken' }).click()
    await running.desk.getByText('Naar de printer gestuurd.').waitFor()
    expect(execFileSync('pdfinfo', [join(home, 'printed.pdf')], { encoding: 'utf8' })).toMatch(/Pages:\s+5[^]*Page size:\s+84[12].* x 59[45].* pts \(A4\)/)
    expect((await readdir(join(data, 'print'), { recursive: true })).filter((name) => name.endsWith('sheets.html'))).toEqual([])
    // No printer here, so no dialog either: one that stays open says nothing.
    await running.app.evaluate(({ app }) => {
      delete process.env['DROOMDOEK_TEST_PRINT_PATH']
      app.on('web-contents-created', (_event, contents) => { contents.print = () => { app.emit('dialog-open') } })
    })
    const opened = running.app.evaluate(({ app }) => new Promise<void>((resolve) => { app.once('dialog-open' as 'activate', () => { resolve() }) }))
    await running.desk.getByRole('button', { name: 'Afdrukken' }).click()
    await opened
    await running.desk.getByRole('button', { name: 'stoppen' }).click()
    await running.desk.getByText('Niet afgedrukt.').waitFor()
    expect((await readdir(join(data, 'print'), { recursive: true })).filter((name) => name.endsWith('sheets.html'))).toEqual([])
  }
  await running.desk.getByRole('button', { name: /^Bewaren/ }).click()
  await eventually(() => readdir(folder)).toEqual([`Samenwerkingsdag.${format.toLowerCase()}`])
  await running.close()
  expect(await ended).toEqual([0, null])
  expect(await readdir(data)).not.toContain('print')
})
