import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PhoneClient } from '../support/phoneClient.ts'
import { ask, boardOn, boardsOn, marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { openInChromium, type Shell } from './shells.ts'

let shell: Shell
let folder: string
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facilitator-'))
  shell = await openInChromium({ folder, display: inject('display') })
  page = await shell.desk()
  await deskAt(page).start('Samenwerkingsdag')
}, 120_000)
afterAll(async () => {
  await shell.close()
  await rm(folder, { recursive: true, force: true })
})

const shownPage = (): Promise<string | null> => page.getByRole('navigation', { name: 'bladen' }).locator('[aria-current=page]').getAttribute('aria-label')
const heading = (name: string) => page.getByRole('heading', { name, exact: true })

describe('the running order', () => {
  test('comes with the template, and each step turns desk and room to its page', async () => {
    await page.keyboard.press('Shift+D')
    await heading('Draaiboek').waitFor()
    await page.getByText('samen 3 u 20').waitFor()
    await page.getByRole('button', { name: 'Begin met Welkom' }).click()
    await page.getByRole('button', { name: 'Volgende: Ontwikkelcirkels' }).click()
    await eventually(shownPage).toContain('Ontwikkelcirkels')
    await page.getByText('Drie vragen: de wijk en jij, wat drijft je, je droombeeld.').waitFor()
    expect((await boardOn(page)).board.runningOrder?.running?.step).toBe('s2')
  })

  test('shows the room its clock when the facilitator wants to, and never what is only for the desk', async () => {
    const room = await shell.openRoom(() => page.keyboard.press('F5'))
    await room.waitForSelector('canvas')
    expect(await room.getByTestId('room-clock').count()).toBe(0)
    await page.getByRole('switch', { name: 'Klok op het zaalscherm' }).click()
    await eventually(() => room.getByTestId('room-clock').innerText()).toMatch(/^(59:\d\d|1:00:00)$/)
    expect(await room.getByText('Drie vragen').count()).toBe(0)
    await page.getByRole('button', { name: 'klok stil' }).click()
    await page.getByText('klok staat stil').waitFor()
    const held = await room.getByTestId('room-clock').innerText()
    await page.getByRole('button', { name: '5 minuten erbij' }).click()
    await eventually(() => room.getByTestId('room-clock').innerText()).not.toBe(held)
  })

  test('turns the camera of the room to the frame of a step', async () => {
    await page.getByRole('button', { name: 'meer met stap 3' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'de zaal ziet “Kenmerken” groot' }).click()
    await page.getByRole('button', { name: 'Volgende: Droomwijk' }).click()
    await eventually(shownPage).toContain('Droomwijk')
    await eventually(async () => (await ask(page, 'room.state', {})).view?.mode).toBe('frame')
    await page.getByRole('button', { name: /^Volgende: Thema/ }).click()
    await eventually(async () => (await ask(page, 'room.state', {})).view?.mode).toBe('whole')
    await page.getByRole('button', { name: 'klok stil' }).click()
    await page.getByText('klok staat stil').waitFor()
  })

  test('is not taken back with what was drawn last: it happened', async () => {
    const { running } = (await boardOn(page)).board.runningOrder ?? { running: null }
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await deskAt(page).saved()
    const after = (await boardOn(page)).board.runningOrder
    expect(after?.running).toEqual(running)
    // What can be taken back is what was planned.
    expect(after?.steps[1]?.minutes).toBe(60)
    expect(after?.steps[2]?.frame).toBeNull()
  })

  test('goes on after a power cut', async () => {
    await shell.kill()
    page = await shell.desk()
    await deskAt(page).goOn('Samenwerkingsdag')
    await page.getByRole('button', { name: /^Thema.s nog / }).waitFor()
    expect((await boardOn(page)).board.runningOrder?.running?.heldMs).toBeGreaterThan(0)
  })
})

describe('the ideas box', () => {
  test('keeps what phones send until the facilitator puts it on the board, as its table said it', async () => {
    await deskAt(page).turnTo('3 · Droomwijk')
    await deskAt(page).say(1, 'bruisend')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const [{ id: board } = { id: null }] = await boardsOn(page)
    if (board === null) throw new Error('No board')
    const { url } = await ask(page, 'door.open', { board, address: '127.0.0.1', joining: 'open' })
    if (url === null) throw new Error('The door has no address')
    const phones = [new PhoneClient(url, '127.0.2.1'), new PhoneClient(url, '127.0.2.2')] as const
    await phones[0].join({ table: 2 })
    await phones[1].join({ table: 5 })
    expect((await phones[0].post('/api/idea', { key: 'abcdefgh1', kind: 'trait', text: 'Bruisend' })).status).toBe(403)

    await page.keyboard.press('Shift+J')
    await heading('Ideeënbus').waitFor()
    await page.getByRole('switch', { name: 'Gsm’s mogen ideeën sturen' }).click()
    await eventually(async () => (await phones[0].state()).ideas).toBe(true)
    for (const [i, text] of (['Bruisend', 'bruisend!'] as const).entries()) expect((await phones[i as 0 | 1].post('/api/idea', { key: `abcdefgh${i}`, kind: 'trait', text })).status).toBe(200)
    expect((await phones[1].post('/api/idea', { key: 'abcdefgh7', kind: 'metaphor', text: 'mierennest' })).status).toBe(200)
    await page.getByText('groeit naar ×3').waitFor()
    const before = (await marksOn(page)).flatMap((mark) => (mark.kind === 'card' ? mark.mentions : []))
    expect(before).toHaveLength(1)

    await page.getByRole('button', { name: 'zet op het bord: “Bruisend”' }).click()
    await eventually(async () => (await marksOn(page)).flatMap((mark) => (mark.kind === 'card' ? [mark.mentions.map(({ table }) => table)] : []))).toEqual([['t1', 't2', 't5']])
    // Taken back it waits again, done again it is on the board.
    const bruisend = page.getByRole('button', { name: 'zet op het bord: “Bruisend”' })
    await bruisend.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await bruisend.waitFor()
    await page.keyboard.press('Control+y')
    await bruisend.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '“mierennest” wegleggen' }).click()
    await page.getByText('De bus is leeg').waitFor()
    await page.getByRole('button', { name: 'haal de laatste terug' }).click()
    await page.getByRole('button', { name: 'zet op het bord: “mierennest”' }).waitFor()
    for (const phone of phones) phone.hangUp()
  })
})
