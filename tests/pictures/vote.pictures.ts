import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { test } from 'vitest'
import { writeBoardFile } from '../../electron/services/boardFile/writeBoardFile.ts'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { launchInChromium } from '../support/chromiumApp.ts'
import { makeHome, removeHome } from '../support/electronApp.ts'
import { measureEm } from '../support/measureEm.ts'
import { voteBoard } from '../support/voteBoard.ts'

/** Only to be looked at. */
const FOLDER = join(projectRoot, '.cache/pictures/vote')
const SIZES = [{ width: 1920, height: 1080 }, { width: 1280, height: 800 }, { width: 1024, height: 768 }] as const

const WORDS = {
  nl: ['jungle', 'een warme braderie', 'panda', 'mierennest', 'bijenkorf', 'lappendeken', 'vuurtoren', 'speeltuin', 'dorpsplein', 'huiskamer', 'brug', 'regenboog'],
  en: ['jungle', 'street market', 'panda', 'anthill', 'beehive', 'patchwork quilt', 'lighthouse', 'playground', 'village square', 'living room', 'bridge', 'rainbow'],
} as const
const LONG = ['meergeneratiewoonproject', 'ontmoetingsplaats voor iedereen', 'samenlevingsopbouwwerk', 'een wijk met kinderen op straat']
const QUESTION = { nl: 'Welk beeld past bij onze droomwijk?', en: 'Which picture fits the neighbourhood of our dreams?' }
const DRAWN = ['jungle', 'kraam', 'panda', 'mierennest', 'bij', 'vlinder', 'huis', 'rat', 'vogel', 'kat', 'boom', 'bank']

type Plan = { readonly locale: 'nl' | 'en'; readonly labels: readonly string[]; readonly isDrawn?: boolean; readonly hasDoor?: boolean }

const VOTES: Readonly<Record<string, Plan>> = {
  two: { locale: 'nl', labels: WORDS.nl.slice(0, 2), hasDoor: true },
  three: { locale: 'en', labels: WORDS.en.slice(0, 3) },
  seven: { locale: 'nl', labels: WORDS.nl.slice(0, 7), hasDoor: true },
  sevenPaper: { locale: 'nl', labels: WORDS.nl.slice(0, 7) },
  twelve: { locale: 'en', labels: WORDS.en, hasDoor: true },
  twelvePaper: { locale: 'nl', labels: WORDS.nl },
  long: { locale: 'nl', labels: LONG, hasDoor: true },
  longPaper: { locale: 'nl', labels: LONG },
  drawnEight: { locale: 'nl', labels: WORDS.nl.slice(0, 8), isDrawn: true },
  drawnEightDoor: { locale: 'nl', labels: WORDS.nl.slice(0, 8), isDrawn: true, hasDoor: true },
  drawnTwelve: { locale: 'nl', labels: WORDS.nl, isDrawn: true },
}
const ASKED = process.env['VOTE_ONLY']?.split(',')

test.each(Object.keys(VOTES).filter((name) => ASKED?.includes(name) ?? true))('the vote %s in three sizes', async (name) => {
  const { locale, labels, isDrawn = false, hasDoor = false } = VOTES[name] as Plan
  const home = await makeHome()
  const file = join(home, 'stemming.doek')
  const document = voteBoard({ locale, question: QUESTION[locale], role: 'metaphor', heads: 49, measure: measureEm, round: 'none', choices: labels.map((label, i) => ({ label, dots: 0, drawn: isDrawn ? (DRAWN[i] ?? null) : null })) })
  await writeBoardFile(file, { document, seq: 0, playback: null, assets: [], thumbnail: null, people: null }, { savedMs: Date.now(), app: '0.1.0', mark: '0123456789abcdef' })
  const running = await launchInChromium({ home, lang: locale, args: [file] })
  const { desk } = running
  await desk.getByTestId('sheet').waitFor()
  if (hasDoor) {
    await desk.keyboard.press('Shift+U')
    await desk.getByRole('button', { name: locale === 'nl' ? 'Deur openen' : 'Open the door' }).click()
    await desk.getByText(locale === 'nl' ? 'Open dit op één gsm' : 'Open this on one phone').waitFor()
    await desk.keyboard.press('Escape')
  }
  const [room] = await Promise.all([desk.context().waitForEvent('page'), desk.keyboard.press('F5')])
  await desk.bringToFront()
  await desk.keyboard.press('u')
  await desk.getByRole('button', { name: locale === 'nl' ? 'Stemming openen' : 'Open the vote' }).click()
  await room.getByTestId('room-vote').waitFor()
  const shots: Buffer[] = []
  for (const size of SIZES) {
    await room.setViewportSize(size)
    await room.waitForTimeout(1000)
    shots.push(await room.screenshot())
  }
  await mkdir(FOLDER, { recursive: true })
  const [first] = shots
  if (first) await writeFile(join(FOLDER, `${name}-1920.png`), first)
  const pictures = await Promise.all(shots.map((png) => loadImage(png)))
  const high = 540
  const canvas = createCanvas(Math.ceil(pictures.reduce((sum, { width, height }) => sum + (width * high) / height + 8, 0)), high)
  const context = canvas.getContext('2d')
  let x = 0
  for (const picture of pictures) {
    const w = (picture.width * high) / picture.height
    context.drawImage(picture, x, 0, w, high)
    x += w + 8
  }
  await writeFile(join(FOLDER, `${name}.png`), canvas.toBuffer('image/png'))
  await running.close()
  await removeHome(home)
}, 90_000)
