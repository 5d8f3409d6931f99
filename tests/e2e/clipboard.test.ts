import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectorMark, Mark } from '../../shared/board/marks.ts'
import { boardOn, marksOn, pictureOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { onlyOne, openTrialSheet, originOf, type TrialSheet } from './trialSheet.ts'

let sheet: TrialSheet
let page: TrialSheet['page'], hand: TrialSheet['hand'], oneStep: TrialSheet['oneStep'], drawWith: TrialSheet['drawWith']
let folder: string

beforeAll(async () => {
  sheet = await openTrialSheet()
  ;({ page, hand, oneStep, drawWith } = sheet)
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-clip-'))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(async () => {
  await sheet.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => sheet.wipe())

/** A picture in one colour. */
function png(width: number, height: number): Buffer {
  const picture = new PNG({ width, height })
  for (let i = 0; i < picture.data.length; i += 4) picture.data.set([200, 40, 30, 255], i)
  return PNG.sync.write(picture)
}

/** What another program puts on the clipboard. */
async function copiedElsewhere(what: { readonly text: string } | { readonly png: Buffer }): Promise<void> {
  await page.evaluate(async ([text, base64]) => {
    if (text !== null) return navigator.clipboard.writeText(text)
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    return navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
  }, ['text' in what ? what.text : null, 'png' in what ? what.png.toString('base64') : ''] as const)
}

async function dropFile(name: string, bytes: Buffer | string, at: { readonly x: number; readonly y: number }): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const place = await hand.placeOf(at)
  const cdp = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...place, data: { items: [], files: [path], dragOperationsMask: 1 } })
  await cdp.detach()
}

/** The picture on the clipboard: its size, and how much of it is covered and dark. */
async function pictureOnClipboard(): Promise<{ readonly width: number; readonly height: number; readonly clear: number; readonly dark: number }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    if (!item?.types.includes('image/png')) return { width: 0, height: 0, clear: 0, dark: 0 }
    const blob = await item.getType('image/png')
    const bitmap = await createImageBitmap(blob)
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: new Uint8ClampedArray() }
    let clear = 0, dark = 0
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) clear++
      else if ((data[i] ?? 0) < 80 && data[i + 3] === 255) dark++
    }
    return { width: bitmap.width, height: bitmap.height, clear, dark }
  })
}

/** A stroke, two forms and an arrow that holds on to both, all chosen. */
async function drawScene(): Promise<readonly Mark[]> {
  await drawWith('p', { x: 300, y: 500 }, { x: 420, y: 560 })
  await drawWith('r', { x: 200, y: 200 }, { x: 360, y: 300 })
  await drawWith('o', { x: 600, y: 200 }, { x: 760, y: 300 })
  await drawWith('a', { x: 200, y: 250 }, { x: 400, y: 400 }, { x: 600, y: 250 })
  await eventually(async () => (await marksOn(page)).length).toBe(4)
  await page.keyboard.press('Control+a')
  return marksOn(page)
}
const kindsOf = (marks: readonly Mark[]): readonly string[] => marks.map(({ kind }) => kind)
const arrowIn = (marks: readonly Mark[]): ConnectorMark => marks.find((mark): mark is ConnectorMark => mark.kind === 'connector') as ConnectorMark

/** A new empty board, beside the one that was open. */
async function nextBoard(): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'terug naar het begin' }).first().click()
  await deskAt(page).start('Leeg bord teken, typ of stempel')
  await eventually(() => marksOn(page)).toEqual([])
}

describe('what is copied', () => {
  test('is pasted beside itself: ink, order and the hold of its arrow are its own', async () => {
    const before = await drawScene()
    await page.keyboard.press('Control+c')
    const after = await oneStep(() => page.keyboard.press('Control+v'))
    const copies = after.filter(({ id }) => !before.some((mark) => mark.id === id))
    expect(kindsOf(copies)).toEqual(kindsOf(before))
    const arrow = arrowIn(copies)
    for (const end of [arrow.from, arrow.to]) expect(copies.map(({ id }) => id)).toContain(end.mark)
    const [stroke, copy] = [before[0], copies[0]] as Extract<Mark, { kind: 'stroke' }>[]
    const { inks } = await boardOn(page)
    expect(copy?.ink).not.toBe(stroke?.ink)
    expect(inks[copy?.ink as keyof typeof inks]).toBe(inks[stroke?.ink as keyof typeof inks])
    expect(originOf(copies[1] as Mark)).not.toEqual(originOf(before[1] as Mark))
  })

  test('and cut goes, and comes back with a paste', async () => {
    const before = await drawScene()
    expect(await oneStep(() => page.keyboard.press('Control+x'))).toEqual([])
    const back = await oneStep(() => page.keyboard.press('Control+v'))
    expect(kindsOf(back)).toEqual(kindsOf(before))
  })

  test('lands on another board as it was, with its ink and its picture', async () => {
    await drawScene()
    await dropFile('foto.png', png(60, 40), { x: 900, y: 600 })
    await eventually(async () => kindsOf(await marksOn(page))).toContain('image')
    const drawn = await marksOn(page)
    const before = await boardOn(page)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await nextBoard()
    const pasted = await oneStep(() => page.keyboard.press('Control+v'))
    expect(kindsOf(pasted)).toEqual(kindsOf(drawn))
    pasted.forEach((mark, i) => {
      expect(originOf(mark).x).toBeCloseTo(originOf(drawn[i] as Mark).x, 1)
    })
    const now = await boardOn(page)
    expect(now.board.id).not.toBe(before.board.id)
    expect(Object.values(now.inks).filter((ink) => Object.values(before.inks).includes(ink)).length).toBe(1)
    const image = pasted.find((mark) => mark.kind === 'image') as Extract<Mark, { kind: 'image' }>
    expect(await pictureOn(page, now.board.id, image.asset)).toEqual(png(60, 40))
  })

  test('in a text field belongs to the field', async () => {
    await drawScene()
    const { seq } = await boardOn(page)
    await page.keyboard.press('w')
    await page.keyboard.type('bruisend')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('Control+v')
    await page.keyboard.press('Control+v')
    expect(await page.getByRole('textbox', { name: 'woord dat de zaal noemt' }).inputValue()).toBe('bruisendbruisend')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect((await boardOn(page)).seq).toBe(seq)
  })
})

describe('what comes from elsewhere', () => {
  test('is lettering when it is text, line by line', async () => {
    await copiedElsewhere({ text: '  Wat maakt de wijk?\r\nSamen — ïedereen!  ' })
    const text = onlyOne(await oneStep(() => page.keyboard.press('Control+v')), 'text')
    expect(text.text).toBe('Wat maakt de wijk?\nSamen — ïedereen!')
    expect(text.lines.length).toBeGreaterThan(1)
  })

  test('is a picture when it is one, in its own proportions and not wider than two fifths of the sheet', async () => {
    await copiedElsewhere({ png: png(1600, 800) })
    const image = onlyOne(await oneStep(() => page.keyboard.press('Control+v')), 'image')
    expect([image.w, image.h]).toEqual([480, 240])
    await eventually(() => sheet.darkest({ x: originOf(image).x + 100, y: originOf(image).y + 60, w: 40, h: 40 })).toBeLessThan(300)
  })

  test('lies where it is dropped', async () => {
    const image = onlyOne(await oneStep(() => dropFile('kaart.png', png(100, 50), { x: 400, y: 300 })), 'image')
    expect(Math.hypot(originOf(image).x + image.w / 2 - 400, originOf(image).y + image.h / 2 - 300)).toBeLessThan(2)
  })

  test('is refused in a sentence when it only looks like a picture', async () => {
    const { seq } = await boardOn(page)
    await dropFile('stuk.png', png(100, 50).subarray(0, 40), { x: 400, y: 300 })
    await page.getByRole('list', { name: 'meldingen' }).getByText('Dit beeld').waitFor()
    await page.getByRole('button', { name: 'melding weghalen' }).click()
    expect((await boardOn(page)).seq).toBe(seq)
  })

  test('is passed over when it is nothing for a board', async () => {
    const { seq } = await boardOn(page)
    await dropFile('notulen.docx', 'geen beeld', { x: 400, y: 300 })
    await copiedElsewhere({ text: ' \n\t ' })
    await page.keyboard.press('Control+v')
    await drawWith('p', { x: 300, y: 300 }, { x: 400, y: 300 })
    await eventually(async () => (await boardOn(page)).seq).toBe(seq + 1)
  })

  const box = { kind: 'shape', id: 'x', page: 'p1', layer: 'harvest', order: 'a0', matrix: [1, 0, 0, 1, 0, 0], locked: false }
  test.each([
    ['no JSON', '{"marks":['],
    ['no marks', '{"board":"b","marks":[],"inks":{}}'],
    ['marks of no kind', JSON.stringify({ board: 'b', marks: [{ ...box, kind: 'bom' }], inks: {} })],
    ['a mark that is half there', JSON.stringify({ board: 'b', marks: [box], inks: {} })],
    ['a stroke without its ink', JSON.stringify({ board: 'b', marks: [{ ...box, kind: 'stroke', ink: 'i', tool: 'pen', color: 'ink', widthUnits: 3, thinning: 0, smoothing: 0 }], inks: {} })],
    ['a number', '7'],
  ])('is passed over when it pretends to be marks: %s', async (_what, text) => {
    const { seq } = await boardOn(page)
    await page.evaluate((marks) => {
      document.addEventListener('copy', (event) => {
        event.clipboardData?.setData('application/x-droomdoek-marks+json', marks)
        event.preventDefault()
        event.stopImmediatePropagation()
      }, { once: true, capture: true })
    }, text)
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await drawWith('p', { x: 300, y: 300 }, { x: 400, y: 300 })
    await eventually(async () => (await boardOn(page)).seq).toBe(seq + 1)
  })
})

describe('copying as a picture', () => {
  test('takes what is chosen with nothing behind it, for a slide of another program', async () => {
    await drawScene()
    await page.keyboard.press('Control+Shift+c')
    await eventually(async () => {
      const { width, height, clear, dark } = await pictureOnClipboard()
      return width > 1000 && width < 2400 && clear > 0.5 * width * height && dark > 1000
    }).toBe(true)
  })

  test('takes the whole page on white paper when nothing is chosen', async () => {
    await drawScene()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+c')
    await eventually(async () => {
      const { width, clear, dark } = await pictureOnClipboard()
      return width === 2400 && clear === 0 && dark > 1000
    }).toBe(true)
  })
})

test('no window complained of anything', () => { expect(sheet.complaints()).toEqual([]) })
