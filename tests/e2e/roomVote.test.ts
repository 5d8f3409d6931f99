import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { BoardId } from '../../shared/base/ids.ts'
import type { TableSeats } from '../../shared/contract/door.ts'
import type { VoterState } from '../../shared/contract/phone.ts'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { projectorOn, projectorPx } from '../support/displays.ts'
import { launchApp, removeHome, testSwitches, type RunningApp } from '../support/electronApp.ts'
import { closeTogether, fittedInto, penStrokes } from '../support/penSamples.ts'
import { PhoneClient, type Answer } from '../support/phoneClient.ts'
import { seatCodes } from '../support/seatCodes.ts'
import { deskAt, type Desk } from './desk.ts'
import { askFromPage } from './shells/askFromPage.ts'

/** Invented for the test: 49 people at six tables with phones, seven at a table that votes on paper. */
const HEADS = [8, 8, 8, 8, 8, 9, 7] as const
const PAPER_TABLE = 7
/** Votes of the phones in the order of their seats, and of the paper table: panda and braderie tie at 21, then panda wins. */
const FIRST: Readonly<Record<string, number>> = { panda: 18, braderie: 18, jungle: 8, mierennest: 5 }
const FIRST_ON_PAPER: Readonly<Record<string, number>> = { panda: 3, braderie: 3, jungle: 1, mierennest: 0 }
const SECOND: Readonly<Record<string, number>> = { panda: 29, braderie: 20 }
const SECOND_ON_PAPER: Readonly<Record<string, number>> = { panda: 4, braderie: 3 }

/** Who votes for what, phone by phone, so that no table votes as one. */
const dealt = (votes: Readonly<Record<string, number>>): readonly string[] => {
  const all = Object.entries(votes).flatMap(([label, count]) => Array.from({ length: count }, () => label))
  return all.map((_, i) => all[(i * 11) % all.length] as string)
}

/** A telephone in somebody's hand: a real page that looks like one, or the protocol alone. */
type Voter = { readonly vote: (label: string) => Promise<void> }

const projector = projectorOn(inject('display'))
const wait = { timeout: 30_000 }
let running: RunningApp
let browser: Browser
let pages: readonly Page[] = []
let clients: readonly PhoneClient[] = []

beforeAll(async () => {
  projector.plug()
  running = await launchApp({ display: inject('display') })
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...testSwitches] })
})
afterAll(async () => {
  for (const client of clients) client.hangUp()
  await browser.close()
  await running.close()
  await removeHome(running.home)
  projector.plug()
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  process.stderr.write(`${running.complaints.join('\n')}\n`)
  await running.desk.screenshot({ path: `${projectRoot}/.cache/test-reports/room-vote-failed.png` })
  await pages[0]?.screenshot({ path: `${projectRoot}/.cache/test-reports/room-vote-phone-failed.png` })
})

async function harvest(desk: Desk): Promise<void> {
  await desk.start('Samenwerkingsdag')
  await desk.turnTo('3 · Droomwijk')
  await desk.draw(fittedInto(closeTogether(penStrokes(), 8), { x: 640, y: 240, w: 200, h: 110 }))
  await desk.nameDrawing([{ x: 620, y: 222 }, { x: 860, y: 222 }, { x: 860, y: 372 }, { x: 620, y: 372 }], 'panda')
  for (const [table, word] of [[3, 'jungle'], [6, 'mierennest'], [2, 'braderie']] as const) await desk.say(table, word, 'metaphor')
  await desk.saved()
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Escape')
}

/** Opens the door on the laptop itself and gives where phones come in. */
async function openDoor({ page }: Desk, board: BoardId): Promise<string> {
  await page.keyboard.press('Shift+U')
  await page.getByRole('heading', { name: 'Zaaldeur' }).waitFor()
  const { url } = await askFromPage(page, 'door.open', { board, address: '127.0.0.1', joining: 'codes' })
  if (url === null) throw new Error('The door has no address')
  await page.getByText('Open dit op één gsm').waitFor()
  const first = new PhoneClient(url, '127.0.0.8')
  expect((await first.ask('/')).status).toBe(200)
  first.hangUp()
  await page.getByText('Een gsm is binnen geweest').waitFor()
  return url
}

/** How many people sit where, set as a facilitator does: with keys. */
async function seatPeople({ page }: Desk): Promise<void> {
  for (const [i, heads] of HEADS.entries()) {
    await page.getByRole('spinbutton', { name: `mensen aan tafel ${i + 1}` }).focus()
    for (let more = heads - 7; more > 0; more--) await page.keyboard.press('ArrowUp')
  }
  await page.getByText('56 mensen in de zaal').waitFor()
}

async function aPage(url: string, code: string): Promise<Voter> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'nl-BE' })
  const page = await context.newPage()
  // The QR code on the card carries the code: one scan is enough.
  await page.goto(`${url}#${code}`)
  pages = [...pages, page]
  return {
    async vote(label) {
      await page.getByRole('radio', { name: new RegExp(label) }).check({ ...wait, force: true })
      await page.getByRole('button', { name: `Stem op ${label}` }).tap(wait)
      await page.getByRole('heading', { name: 'Je stem is uitgebracht' }).waitFor(wait)
    },
  }
}

async function aClient(url: string, code: string, i: number): Promise<Voter> {
  const client = new PhoneClient(url, `127.0.1.${i + 1}`)
  clients = [...clients, client]
  expect((await client.join({ code })).status).toBe(200)
  // Into the pocket: the door ends idle connections, and whoever takes the phone out again makes new ones.
  client.hangUp()
  return {
    async vote(label) {
      const state = await client.state()
      if (state.phase !== 'vote') throw new Error(`Nothing to vote on: ${state.phase}`)
      const chosen = state.candidates.find((candidate) => candidate.label === label)
      if (!chosen) throw new Error(`${label} is no candidate`)
      expect((await client.vote(state.round, [chosen.id])).outcome).toBe('cast')
      client.hangUp()
    },
  }
}

/** Everybody with a phone comes in: the first of each table with a page, the others over the protocol. */
async function comeIn(url: string, seats: readonly TableSeats[]): Promise<readonly Voter[]> {
  const voters: Voter[] = []
  for (const [i, { codes }] of seats.entries()) {
    if (i + 1 === PAPER_TABLE) continue
    for (const [seat, code] of codes.slice(0, HEADS[i]).entries()) voters.push(await (seat === 0 ? aPage(url, code) : aClient(url, code, voters.length)))
  }
  expect(voters).toHaveLength(49)
  return voters
}

/** The paper table is counted in its row. */
async function countPaper({ page }: Desk, votes: Readonly<Record<string, number>>): Promise<void> {
  for (const [label, count] of Object.entries(votes)) {
    await page.getByRole('spinbutton', { name: `${label}, tafel ${PAPER_TABLE}` }).focus()
    await page.keyboard.press(String(count))
  }
  await page.getByRole('button', { name: `telling van tafel ${PAPER_TABLE} is klaar` }).click()
}

/** What a phone gets as the drawing of a candidate, null when it is told that there is none. */
async function drawingOf(label: string): Promise<Answer | null> {
  const state = await clients[0]?.state()
  const candidate = state?.phase === 'vote' ? state.candidates.find((one) => one.label === label) : undefined
  const drawing = candidate?.picture === true ? await clients[0]?.ask(`/api/picture/${candidate.id}`) : undefined
  clients[0]?.hangUp()
  return drawing ?? null
}

const inRoom = async () => (await askFromPage(running.desk, 'room.state', {})).view?.scene

/** Whether the room screen fills the projector. */
const onProjector = (): Promise<boolean> => running.app.evaluate(({ BrowserWindow }, width) => {
  const room = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('?room'))
  return room !== undefined && room.isVisible() && room.isFullScreen() && room.getBounds().width === width
}, projectorPx.width)

describe('a room of 56 people', () => {
  test('votes on 49 phones and one table of paper, ties, votes again, and sees its winner', async () => {
    const desk = deskAt(running.desk)
    const { page } = desk
    await harvest(desk)
    const [room] = await Promise.all([running.app.waitForEvent('window'), page.keyboard.press('F5')])
    await expect.poll(onProjector, wait).toBe(true)
    const board = (await askFromPage(page, 'boards.list', {}))[0]?.id
    if (board === undefined) throw new Error('There is no board')
    const url = await openDoor(desk, board)

    await page.getByRole('button', { name: 'naar de stemming' }).click()
    await seatPeople(desk)
    await page.getByRole('button', { name: `tafel ${PAPER_TABLE} stemt met de gsm` }).click()
    await page.getByRole('menuitemcheckbox', { name: 'op papier' }).click()
    await page.getByRole('button', { name: 'Stemming openen' }).click()
    await page.getByText('0 van 56 stemden').waitFor()
    expect(await inRoom()).toMatchObject({ kind: 'vote', cast: 0, heads: 56 })

    const seats = await seatCodes(join(running.home, '.local/share/droomdoek'), (await askFromPage(page, 'boards.open', { board })).board)
    const voters = await comeIn(url, seats)
    const onPaper = new PhoneClient(url, '127.0.0.7')
    clients = [...clients, onPaper]
    await onPaper.join({ code: seats[PAPER_TABLE - 1]?.codes[0] ?? '' })
    expect(await onPaper.state()).toMatchObject<Partial<VoterState>>({ phase: 'elsewhere' })
    // The drawing of the candidate that has one goes along.
    await expect.poll(() => drawingOf('panda'), wait).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(await drawingOf('jungle')).toBeNull()

    // Half of them vote; then somebody walks over the cable of the projector, and nothing stops.
    const first = dealt(FIRST)
    for (const [i, voter] of voters.slice(0, 24).entries()) await voter.vote(first[i] as string)
    await page.getByText('24 van 56 stemden').waitFor(wait)
    projector.unplug()
    await expect.poll(onProjector, wait).toBe(false)
    await Promise.all(voters.slice(24).map((voter, i) => voter.vote(first[24 + i] as string)))
    projector.plug()
    await expect.poll(onProjector, wait).toBe(true)
    await page.getByText('49 van 56 stemden').waitFor(wait)
    expect(await page.getByText('8 van 8 stemden').count()).toBe(5)
    await page.getByText('9 van 9 stemden').waitFor()

    // A vote that is changed counts once.
    await pages[0]?.getByRole('button', { name: 'Mijn stem wijzigen' }).tap()
    await voters[0]?.vote(first[0] === 'jungle' ? 'panda' : 'jungle')
    await pages[0]?.getByRole('button', { name: 'Mijn stem wijzigen' }).tap()
    await voters[0]?.vote(first[0] as string)

    await countPaper(desk, FIRST_ON_PAPER)
    await page.getByText('56 van 56 stemden').waitFor()
    await expect.poll(inRoom, wait).toMatchObject({ kind: 'vote', cast: 56, heads: 56 })
    await page.getByRole('button', { name: 'Stemming sluiten' }).click()
    // Behind a curtain the reveal waits, and so do the phones.
    await page.keyboard.press('b')
    await room.getByTestId('curtain-black').and(room.locator('[data-shown="true"]')).waitFor()
    await page.getByRole('button', { name: 'Onthullen' }).click()
    await page.getByText('Panda en braderie hebben evenveel stippen.').waitFor()
    expect(await clients[0]?.state()).toMatchObject({ phase: 'closed' })
    clients[0]?.hangUp()
    await page.keyboard.press('b')
    await pages[1]?.getByRole('heading', { name: 'Gelijke stand' }).waitFor(wait)
    expect(await page.getByRole('listitem', { name: 'panda: 21 stippen' }).count()).toBe(1)
    expect(await page.getByRole('listitem', { name: 'braderie: 21 stippen' }).count()).toBe(1)

    // The run-off opens in the same ways, and on the same phones by itself.
    await page.getByRole('button', { name: /^Tweede ronde/ }).click()
    await page.getByText('0 van 56 stemden').waitFor()
    // Phones that were put away are taken out again.
    const second = dealt(SECOND)
    await Promise.all(voters.map((voter, i) => voter.vote(second[i] as string)))
    await countPaper(desk, SECOND_ON_PAPER)
    await page.getByText('56 van 56 stemden').waitFor(wait)
    await page.getByRole('button', { name: 'Stemming sluiten' }).click()
    await page.getByRole('button', { name: 'Onthullen' }).click()
    await page.getByRole('status').getByText('Panda wint').waitFor()
    expect(await page.getByRole('listitem', { name: 'panda: 33 stippen' }).count()).toBe(1)
    await expect.poll(inRoom, wait).toMatchObject({ kind: 'result' })
    for (const phone of pages) await phone.getByRole('heading', { name: /De zaal koos panda/ }).waitFor(wait)

    await desk.saved()
    expect(room.isClosed()).toBe(false)
    expect(running.complaints).toEqual([])
  }, 400_000)
})
