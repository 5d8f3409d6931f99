import type { Page } from 'playwright'
import { PNG } from 'pngjs'
import { deskAt, type BoardPoint, type Desk } from '../e2e/desk.ts'
import { handAt, type Hand } from '../e2e/hand.ts'
import type { PenSample } from '../support/penSamples.ts'

/** Invented for the pictures: who said what and how often. The words are those of the Kiel day. */
const TRAITS: readonly (readonly [table: number, word: string])[] = [
  [2, 'bruisend'], [4, 'bruisend'], [5, 'bruisend'], [7, 'bruisend'], [6, 'verbinding'], [1, 'verbinding'], [3, 'verbinding'],
  [5, 'samen'], [2, 'samen'], [1, 'eigenheid'], [7, 'potentie'],
]

/** Somebody at the board with everything that the kit has. */
type Recorder = { readonly page: Page; readonly desk: Desk; readonly hand: Hand }

/** A line through a few places as a hand draws it: round through each, pressing most in the middle. */
function inked(places: readonly BoardPoint[], press = 0.62): readonly PenSample[] {
  const at = (i: number): BoardPoint => places[Math.max(0, Math.min(places.length - 1, i))] as BoardPoint
  const pieces = places.length - 1, steps = Math.max(1, pieces) * 7
  return Array.from({ length: steps + 1 }, (_, k) => {
    const whole = (k / steps) * pieces, i = Math.min(pieces - 1, Math.floor(whole)), t = whole - i
    // Catmull-Rom through the neighbours.
    const along = (of: (at: BoardPoint) => number): number => {
      const [a, b, c, d] = [of(at(i - 1)), of(at(i)), of(at(i + 1)), of(at(i + 2))]
      return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
    }
    return { x: along(({ x }) => x), y: along(({ y }) => y), pressure: press * (0.55 + 0.45 * Math.sin(Math.PI * Math.min(1, (k + 1) / (steps + 1)))) }
  })
}

const round = (x: number, y: number, rx: number, ry = rx): readonly BoardPoint[] =>
  Array.from({ length: 11 }, (_, i) => ({ x: x + rx * Math.sin((i / 9.4) * 2 * Math.PI + 0.3), y: y - ry * Math.cos((i / 9.4) * 2 * Math.PI + 0.3) }))

/** A heart in one line, from its dent round to it again (the curve of 16 sin³t). */
const heart = (x: number, y: number, size: number): readonly BoardPoint[] => Array.from({ length: 25 }, (_, i) => {
  const t = (i / 24) * 2 * Math.PI
  return { x: x + size * 16 * Math.sin(t) ** 3, y: y - size * (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)) }
})

/** Chooses in the tray. */
const choose = (page: Page, ...names: readonly string[]): Promise<void> => names.reduce((before, name) => before.then(() => page.getByRole('radio', { name: new RegExp(`^${name}(,|$)`) }).first().click()), Promise.resolve())

async function draw({ page, hand }: Recorder, key: string, lines: readonly (readonly BoardPoint[])[], looks: readonly string[] = []): Promise<void> {
  for (let i = 0; i < 2; i++) await page.keyboard.press('Escape')
  await page.keyboard.press(key)
  await choose(page, ...looks)
  for (const line of lines) await hand.pen(inked(line))
}

/** In a list Enter begins the next item; elsewhere it ends the writing, and Shift+Enter begins a line. */
async function typed(page: Page, lines: readonly string[], isList: boolean): Promise<void> {
  await page.getByRole('textbox', { name: 'titel' }).waitFor({ state: 'attached' })
  for (const [i, line] of lines.entries()) {
    if (i > 0) await page.keyboard.press(isList ? 'Enter' : 'Shift+Enter')
    await page.keyboard.type(line)
  }
}

async function written(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: 'titel' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
}

/** Free lettering with its top left at a place; `looks` are what is pressed in the tray. */
async function letter({ page, hand }: Recorder, at: BoardPoint, looks: readonly string[], lines: readonly string[], caps = false): Promise<void> {
  for (let i = 0; i < 2; i++) await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await choose(page, ...looks)
  const capitals = page.getByRole('button', { name: 'hoofdletters' })
  if ((await capitals.getAttribute('aria-pressed') === 'true') !== caps) await capitals.click()
  await hand.click(at)
  await typed(page, lines, looks.includes('streepjes'))
  await written(page)
}

/** A form pulled up between two corners, with words in it. */
async function form({ page, hand }: Recorder, key: string, from: BoardPoint, to: BoardPoint, lines: readonly string[], looks: readonly string[] = []): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press(key)
  await choose(page, ...looks)
  await hand.drag(from, to)
  if (lines.length > 0) {
    if (await page.getByRole('textbox', { name: 'titel' }).count() === 0) await page.keyboard.press('Enter')
    await typed(page, lines, lines[0]?.startsWith('1. ') ?? false)
    await written(page)
  }
  await page.keyboard.press('Escape')
}

async function stamp({ page, hand }: Recorder, name: string, size: 'klein' | 'middel' | 'groot' | 'als getekend', at: BoardPoint): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.getByLabel('zoek een stempel').fill(name)
  await page.getByRole('option').first().click()
  await choose(page, size)
  const picker = page.getByRole('region', { name: 'Stempels' })
  await picker.getByRole('button', { name: 'zoekwoord wissen' }).click()
  await picker.getByRole('button', { name: 'sluiten' }).click()
  await hand.click(at)
  await page.keyboard.press('Escape')
}

/** What lies in a box, chosen with the lasso. */
async function lasso({ page, hand }: Recorder, { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await hand.drag({ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, { x, y: y + h }, { x: x + 2, y: y + 2 })
}

/** A picture of the towers of the Kiel as a photo would have them, to be traced: as large as the sheet, with sky above them. */
const TOWERS = [[318, 22, 26], [344, 26, 36], [376, 50, 18], [432, 20, 34], [458, 58, 14], [522, 24, 35], [552, 34, 22]] as const
const FOOT = 416

function towers(): Buffer {
  const picture = new PNG({ width: 600, height: 424 })
  picture.data.fill(255)
  for (const [x, w, h] of TOWERS) {
    for (let row = FOOT - h; row < FOOT; row++) for (let column = x; column < x + w; column++) picture.data.set([70, 78, 92, 255], (row * picture.width + column) * 4)
  }
  return PNG.sync.write(picture)
}

/** The same towers on the page, gone over with the finest nib. */
function skyline(): readonly (readonly BoardPoint[])[] {
  const onPage = (x: number, y: number): BoardPoint => ({ x: 60 + x * 1.8, y: 43 + y * 1.8 })
  return TOWERS.map(([x, w, h]) => [onPage(x, FOOT), onPage(x, FOOT - h / 2), onPage(x, FOOT - h), onPage(x + w / 2, FOOT - h), onPage(x + w, FOOT - h), onPage(x + w, FOOT - h / 2), onPage(x + w, FOOT)])
}

async function traced(recorder: Recorder): Promise<void> {
  const { page } = recorder
  await page.getByRole('button', { name: 'lagen', exact: true }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'beeld kiezen' }).click()])
  await chooser.setFiles({ name: 'torens.png', mimeType: 'image/png', buffer: towers() })
  await page.getByRole('button', { name: 'weghalen', exact: true }).waitFor()
  await page.keyboard.press('Escape')
}

/** Somebody in four lines, as recorders draw people: a head, a coat, two arms. */
function person(x: number, y: number): readonly (readonly BoardPoint[])[] {
  return [
    round(x, y, 15),
    [{ x: x - 9, y: y + 20 }, { x: x - 19, y: y + 72 }, { x: x, y: y + 75 }, { x: x + 19, y: y + 72 }, { x: x + 9, y: y + 20 }],
    [{ x: x - 12, y: y + 34 }, { x: x - 30, y: y + 24 }, { x: x - 38, y: y + 4 }],
    [{ x: x + 12, y: y + 34 }, { x: x + 28, y: y + 46 }, { x: x + 36, y: y + 60 }],
    [{ x: x - 6, y: y + 4 }, { x, y: y + 8 }, { x: x + 6, y: y + 3 }],
  ]
}

/** The own stamp: drawn once, grouped, kept, and put down from the picker. */
async function keepPerson(recorder: Recorder, x: number, y: number): Promise<void> {
  const { page } = recorder
  await draw(recorder, 'm', [[{ x: x - 8, y: y + 28 }, { x: x + 8, y: y + 31 }, { x: x - 11, y: y + 44 }, { x: x + 11, y: y + 48 }, { x: x - 13, y: y + 60 }, { x: x + 13, y: y + 63 }]], ['oranje', 'gewoon'])
  await draw(recorder, 'p', person(x, y), ['zwart', 'gewoon'])
  await lasso(recorder, { x: x - 52, y: y - 26, w: 102, h: 112 })
  await page.keyboard.press('Control+g')
  await page.keyboard.press('Shift+S')
  await page.getByRole('textbox', { name: 'hoe heet deze stempel?' }).fill('Kielenaar')
  await page.keyboard.press('Enter')
  await page.getByText('“Kielenaar” staat bij je eigen stempels.').waitFor()
}

/** The first sheet: what the dream neighbourhood is like, and its metaphors. */
async function drawNeighbourhood(recorder: Recorder): Promise<void> {
  const { page, desk } = recorder
  await traced(recorder)
  await letter(recorder, { x: 48, y: 56 }, ['kop', 'gewoon'], ['Samenwerkingsdag'])
  await letter(recorder, { x: 48, y: 100 }, ['lopend', 'klein'], ['Antwerpen · zeven tafels'])
  await form(recorder, 'n', { x: 346, y: 24 }, { x: 906, y: 132 }, ['Droomwijk Kiel'], ['gewoon'])
  await form(recorder, 'z', { x: 1012, y: 24 }, { x: 1166, y: 148 }, ['voor nu'], ['oranje'])
  await form(recorder, 'f', { x: 40, y: 176 }, { x: 540, y: 556 }, ['Kenmerken'], ['zwart'])
  await form(recorder, 'f', { x: 590, y: 176 }, { x: 1164, y: 722 }, ['Metaforen'])
  await form(recorder, 'a', { x: 540, y: 300 }, { x: 590, y: 300 }, [], ['dik'])
  await stamp(recorder, 'panda', 'groot', { x: 742, y: 346 })
  await stamp(recorder, 'kraam', 'middel', { x: 1030, y: 282 })
  await stamp(recorder, 'mieren', 'klein', { x: 860, y: 530 })
  await stamp(recorder, 'jungle', 'klein', { x: 1096, y: 470 })
  for (const [word, table, x, y, half] of [['panda', 5, 742, 346, 146], ['braderie', 2, 1030, 282, 84], ['mierennest', 6, 860, 530, 48], ['jungle', 3, 1096, 470, 48]] as const) {
    await page.keyboard.press(String(table))
    await desk.nameDrawing([{ x: x - half, y: y - half }, { x: x + half, y: y - half }, { x: x + half, y: y + half }, { x: x - half, y: y + half }], word)
  }
  for (const [table, word] of TRAITS) await desk.say(table, word)
  await letter(recorder, { x: 622, y: 656 }, ['lopend', 'klein', 'streepjes'], ['hoort erbij én voelt zich uitgesloten', 'je vecht om hem in leven te houden'])
  await draw(recorder, 'm', [[{ x: 656, y: 694 }, { x: 706, y: 691 }, { x: 756, y: 693 }]], ['groen', 'gewoon'])
  await draw(recorder, 'p', [heart(888, 226, 1.7)], ['rood', 'gewoon'])
  await keepPerson(recorder, 120, 716)
  await stamp(recorder, 'Kielenaar', 'als getekend', { x: 250, y: 744 })
  await stamp(recorder, 'Kielenaar', 'als getekend', { x: 380, y: 748 })
  await draw(recorder, 'd', [[{ x: 80, y: 796 }, { x: 250, y: 800 }, { x: 430, y: 797 }], [{ x: 190, y: 804 }, { x: 470, y: 801 }]], ['lichtgrijs', 'gewoon'])
  await draw(recorder, 'p', skyline(), ['zwart', 'heel fijn'])
  await form(recorder, 'k', { x: 56, y: 588 }, { x: 300, y: 676 }, ['een open deur', 'is niet genoeg'], ['zwart', 'gewoon'])
  await form(recorder, 'c', { x: 336, y: 572 }, { x: 576, y: 680 }, ['de wijk is ons', 'groter geheel'])
  await page.keyboard.press('Escape')
}

/** The second sheet: the themes, and the charter that came of them. */
async function drawCharter(recorder: Recorder): Promise<void> {
  const { page } = recorder
  await page.getByRole('button', { name: 'nieuw blad' }).click()
  await letter(recorder, { x: 60, y: 76 }, ['stift', 'groot', 'golf eronder', 'petrol'], ['thema’s van samenwerking'], true)
  await letter(recorder, { x: 700, y: 178 }, ['kop', 'gewoon', 'kleur erachter', 'zwart'], ['Charter van samenwerking'])
  await form(recorder, 'Shift+R', { x: 690, y: 216 }, { x: 1160, y: 640 }, ['1. elkaar los ontmoeten: samen eten in het park', 'elkaar durven aanspreken, en aanspreekbaar zijn', 'een WhatsAppgroep voor vragen en successen', 'veel meer mensen groeten in de wijk', 'de wijk blijft ons groter geheel'], ['zwart', 'gewoon'])
  await form(recorder, 'o', { x: 56, y: 190 }, { x: 320, y: 300 }, ['elkaar', 'persoonlijk kennen'], ['petrol'])
  await form(recorder, 'r', { x: 70, y: 400 }, { x: 306, y: 476 }, ['telefoonnummers', 'uitwisselen'], ['zwart'])
  await form(recorder, 'Shift+O', { x: 420, y: 360 }, { x: 630, y: 500 }, ['website?'])
  await form(recorder, 'a', { x: 188, y: 300 }, { x: 188, y: 400 }, [], ['dik'])
  await form(recorder, 'a', { x: 310, y: 290 }, { x: 452, y: 404 }, [])
  await draw(recorder, 'p', [[{ x: 452, y: 480 }, { x: 524, y: 432 }, { x: 606, y: 380 }]], ['rood', 'dik'])
  await form(recorder, 'Shift+K', { x: 390, y: 170 }, { x: 640, y: 276 }, ['wat blijft er', 'na vandaag?'], ['zwart', 'gewoon'])
  await form(recorder, 'Shift+A', { x: 300, y: 556 }, { x: 640, y: 680 }, ['vijf afspraken'], ['oranje', 'gewoon'])
  await stamp(recorder, 'handdruk', 'middel', { x: 160, y: 620 })
  await stamp(recorder, 'Kielenaar', 'als getekend', { x: 760, y: 748 })
  await stamp(recorder, 'Kielenaar', 'als getekend', { x: 900, y: 760 })
  await stamp(recorder, 'Kielenaar', 'als getekend', { x: 1080, y: 752 })
  // Lined up and shared out, as one does with things that were put down by eye.
  await lasso(recorder, { x: 690, y: 690, w: 470, h: 140 })
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('Alt+h')
  await page.keyboard.press('Escape')
  await letter(recorder, { x: 60, y: 780 }, ['stift', 'gewoon', 'zonder accent', 'rood'], ['dag, tot in de wijk!'])
}

/** Draws a board with the whole kit on two sheets, with pen, mouse and keys as a person would. Ends on the first sheet. */
export async function drawKitBoard(page: Page): Promise<Desk> {
  const desk = deskAt(page)
  await desk.start('Leeg bord')
  const recorder: Recorder = { page, desk, hand: await handAt(page) }
  await drawNeighbourhood(recorder)
  await drawCharter(recorder)
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  return desk
}
