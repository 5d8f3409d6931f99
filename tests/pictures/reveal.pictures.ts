import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { writeBoardFile } from '../../electron/services/boardFile/writeBoardFile.ts'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { launchInChromium } from '../support/chromiumApp.ts'
import { makeHome, removeHome } from '../support/electronApp.ts'
import { measureEm } from '../support/measureEm.ts'
import { voteBoard, type VoteBoardPlan, type VoteChoice } from '../support/voteBoard.ts'

/** Only to be looked at: no picture of these is shown anywhere. */
const FOLDER = join(projectRoot, '.cache/pictures/reveal')
/** Pictures are taken so often, ms of the reveal; the clock of the room screen stands still meanwhile. */
const STEP_MS = Number(process.env['REVEAL_STEP'] ?? 1000)
/** Which of the reveals below; all when it is not said. */
const ASKED = process.env['REVEAL_ONLY']?.split(',')

const DRAWN: Readonly<Record<string, string>> = { panda: 'panda', braderie: 'kraam', mierennest: 'mierennest', jungle: 'jungle', rat: 'rat', vuurtoren: 'ink', bijenkorf: 'bij', vlinder: 'vlinder' }
const choices = (dots: Readonly<Record<string, number>>, isDrawn = true): readonly VoteChoice[] => Object.entries(dots).map(([label, count]) => ({ label, dots: count, drawn: isDrawn ? (DRAWN[label] ?? null) : null }))

type Reveal = Pick<VoteBoardPlan, 'choices' | 'isRunOff'> & { readonly lastMs: number; readonly locale?: 'nl' | 'en'; readonly role?: VoteBoardPlan['role']; readonly question?: string; readonly lots?: boolean; readonly size?: { readonly width: number; readonly height: number }; readonly back?: boolean }

const QUESTION = { nl: 'Welk beeld past bij onze droomwijk?', en: 'Which picture fits the neighbourhood of our dreams?' }

const REVEALS: Readonly<Record<string, Reveal>> = {
  won: { choices: choices({ jungle: 5, braderie: 13, panda: 19, mierennest: 8 }), lastMs: 11_000, back: true },
  wonByPen: { choices: choices({ jungle: 5, vuurtoren: 19, panda: 16, mierennest: 8 }), lastMs: 11_000 },
  wonOfEight: { choices: choices({ jungle: 5, braderie: 9, panda: 12, mierennest: 8, rat: 3, vuurtoren: 2, bijenkorf: 7, vlinder: 1 }), lastMs: 11_000, locale: 'en' },
  wonSmall: { choices: choices({ jungle: 5, braderie: 13, panda: 19, mierennest: 8 }), lastMs: 11_000, size: { width: 1024, height: 768 } },
  wonByWords: { choices: choices({ jungle: 5, braderie: 13, panda: 19, mierennest: 8 }, false), lastMs: 9000 },
  traits: { choices: choices({ bruisend: 21, verbinding: 18, samen: 11, eigenheid: 9, potentie: 4, 'warm contact': 3, solidariteit: 2 }, false), lastMs: 9000, role: 'trait', question: 'Welk kenmerk weegt het zwaarst?' },
  tie: { choices: choices({ jungle: 4, braderie: 17, panda: 17, mierennest: 7 }), lastMs: 8000 },
  tieOfThree: { choices: choices({ jungle: 14, braderie: 14, panda: 14, mierennest: 3 }), lastMs: 8000, locale: 'en' },
  runOff: { choices: choices({ braderie: 21, panda: 26 }), lastMs: 11_000, isRunOff: true },
  lots: { choices: choices({ braderie: 23, panda: 23 }), lastMs: 12_000, isRunOff: true, lots: true },
}

/** All pictures of a reveal on one sheet, four beside each other, each with its time. */
async function contactSheet(shots: readonly { readonly name: string; readonly png: Buffer }[], path: string): Promise<void> {
  const pictures = await Promise.all(shots.map(({ png }) => loadImage(png)))
  const w = 640, h = Math.round((w * (pictures[0]?.height ?? 1)) / (pictures[0]?.width ?? 1)), across = 3
  const canvas = createCanvas(across * (w + 8), Math.ceil(shots.length / across) * (h + 34))
  const context = canvas.getContext('2d')
  context.fillStyle = '#444'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#fff'
  context.font = '20px sans-serif'
  shots.forEach(({ name }, i) => {
    const x = (i % across) * (w + 8), y = Math.floor(i / across) * (h + 34)
    const picture = pictures[i]
    if (picture) context.drawImage(picture, x, y + 28, w, h)
    context.fillText(name, x + 6, y + 21)
  })
  await writeFile(path, canvas.toBuffer('image/png'))
}

/** A desk's words by language. */
const WORDS = {
  nl: { vote: 'stemmen', reveal: 'Onthullen', lots: 'Loten', back: 'Terug naar het bord' },
  en: { vote: 'vote', reveal: 'Reveal', lots: 'Draw lots', back: 'Back to the board' },
}

async function take(name: string, { lastMs, locale = 'nl', lots = false, back = false, size = { width: 1920, height: 1080 }, question, role = 'metaphor', ...plan }: Reveal): Promise<void> {
  const home = await makeHome()
  const file = join(home, 'stemming.doek')
  const document = voteBoard({ locale, question: question ?? QUESTION[locale], role, heads: 49, measure: measureEm, ...plan })
  await writeBoardFile(file, { document, seq: 0, playback: null, assets: [], thumbnail: null, people: null }, { savedMs: Date.now(), app: '0.1.0', mark: '0123456789abcdef' })
  const running = await launchInChromium({ home, lang: locale, args: [file] })
  const { desk } = running
  const words = WORDS[locale]
  await desk.getByTestId('sheet').waitFor()
  const [room] = await Promise.all([desk.context().waitForEvent('page'), desk.keyboard.press('F5')])
  await room.setViewportSize(size)
  await desk.getByRole('button', { name: words.vote, exact: true }).click()
  await room.getByTestId('room-vote').waitFor()
  await room.waitForTimeout(1200)
  const shots: { name: string; png: Buffer }[] = []
  const shot = async (at: string): Promise<void> => {
    const png = await room.screenshot()
    shots.push({ name: at, png })
    await writeFile(join(FOLDER, name, `${at}.png`), png)
  }
  await mkdir(join(FOLDER, name), { recursive: true })
  await shot('before')
  await standStill(room)
  await desk.getByRole('button', { name: words.reveal }).click()
  // Said aloud as soon as the room has the result: from here on its time counts.
  const aloud = room.locator('.aloud li').filter({ hasText: /: \d/ })
  while ((await aloud.count()) === 0) {
    await room.clock.runFor(16)
    await desk.waitForTimeout(60)
  }
  if (lots) {
    await room.clock.runFor(8000)
    await shot('tie')
    await desk.getByRole('button', { name: words.lots }).click()
  }
  await desk.getByText(lots ? /^Door loting|^Drawn by lot/ : /.+/).first().waitFor()
  await room.waitForTimeout(400)
  await room.clock.runFor(32)
  for (let ms = 0; ms <= lastMs; ms += STEP_MS) {
    await shot(`${(ms / 1000).toFixed(1).padStart(4, '0')} s`)
    await room.clock.runFor(STEP_MS)
  }
  if (back) {
    await desk.getByRole('button', { name: words.back }).click()
    await room.waitForTimeout(400)
    for (let i = 1; i <= 4; i++) {
      await room.clock.runFor(400)
      await shot(`back ${(i * 0.4).toFixed(1)} s`)
    }
  }
  await contactSheet(shots, join(FOLDER, `${name}.png`))
  await running.close()
  await removeHome(home)
  expect(running.complaints).toEqual([])
}

/** From here on the time of the room screen goes only as far as it is told to. */
async function standStill(room: Page): Promise<void> {
  await room.clock.install()
  await room.clock.pauseAt(Date.now() + 1000)
}

test.each(Object.keys(REVEALS).filter((name) => ASKED?.includes(name) ?? true))('the reveal %s second by second', async (name) => {
  await rm(join(FOLDER, name), { recursive: true, force: true })
  await take(name, REVEALS[name] as Reveal)
}, 120_000)
