import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { chromium } from 'playwright'
import { test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { seatBook } from '../../electron/services/door/seats.ts'
import { createExports } from '../../electron/services/exports/createExports.ts'
import { pagesOf, tablesOf } from '../../shared/board/board.ts'
import type { ContactList, Signer } from '../../shared/charter/signer.ts'
import type { ExportRequest } from '../../shared/contract/exportRequest.ts'
import { walkPath } from '../../shared/geometry/path.ts'
import { penLine } from '../../shared/print/compose.ts'
import { questionsOf } from '../../shared/print/questions.ts'
import { bundleCli } from '../electron/cli/bundledCli.ts'
import { testSwitches } from '../support/electronApp.ts'
import { documentOf, finishedKiel } from '../support/kielHarvest.ts'

/** Everything that leaves the room after the Kiel day, to be looked at; `looks` has a picture of each. */
const FOLDER = join(projectRoot, '.cache/pictures/outputs'), LOOKS = join(FOLDER, 'looks')
const COLUMNS = 4, LOOK_DPI = 50, GAP_PX = 10

const day = documentOf(finishedKiel())
const pages = pagesOf(day.board)
const dream = pages[2]?.id ?? pages[0]?.id

const PLAIN: ExportRequest = {
  format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 150, publicVersion: false, charter: false, svgText: 'text', locale: 'nl',
}
const onlyDream = { pages: dream ? [dream] : 'all' } as const
const OUTPUTS: Readonly<Record<string, Partial<ExportRequest>>> = {
  'bord.pdf': {},
  'bord.png': { format: 'png', ...onlyDream },
  'bord.svg': { format: 'svg', paper: 'board', ...onlyDream },
  'bord.md': { format: 'md', charter: true },
  'uitslag.csv': { format: 'csv' },
  'affiche-a1.pdf': { paper: 'a1', ...onlyDream },
  'affiche-drukkerij.pdf': { paper: 'a2', margins: 'bleed', ...onlyDream },
  'affiche-uit-a4.pdf': { paper: 'a1', tile: 'a4', ...onlyDream },
  'charter-a4.pdf': { content: { kind: 'charter', paper: 'a4' } },
  'charter-bellijst.pdf': { content: { kind: 'contacts' } },
  'charter-a3-publiek.pdf': { content: { kind: 'charter', paper: 'a3' }, publicVersion: true },
  'stemkaartjes.pdf': { content: { kind: 'seatCards', url: 'http://192.168.8.20:8080/' } },
  'tafelbordjes.pdf': { content: { kind: 'tableSigns', questions: questionsOf(day.board) } },
  'bladen-naast-elkaar.pdf': { content: { kind: 'sideBySide', heading: 'Vijf stappen in het Kiel', paper: 'a1', boards: [] } },
  'beeldverslag.pdf': { content: { kind: 'report' } },
  'beeldverslag.html': { format: 'html', content: { kind: 'report' } },
}

/** Invented: a line that swings like a name. */
function signature(seed: number): string {
  const places = Array.from({ length: 24 }, (_, i) => ({ x: 6 + i * 3.6, y: 22 + Math.sin(i * (0.8 + seed * 0.13)) * (9 - i * 0.22) + Math.cos(i * 2.1 + seed) * 4 }))
  const line = penLine(places, 1.1, false, `name ${seed}`)
  if (line.op !== 'fill') return ''
  const d: string[] = []
  walkPath(line.path, {
    moveTo: (...at) => d.push(`M${at.join(' ')}`), lineTo: (...at) => d.push(`L${at.join(' ')}`), quadraticCurveTo: (...at) => d.push(`Q${at.join(' ')}`),
    bezierCurveTo: (...at) => d.push(`C${at.join(' ')}`), closePath: () => d.push('Z'),
  })
  return d.join('')
}
const SIGNERS: readonly Signer[] = [{ name: '', role: 'stadsmarinier', signature: signature(1) }, { name: 'Fatima', role: 'jeugdwerk', signature: signature(2) }, { name: '', role: 'politie', signature: signature(3) }]
const CONTACTS: ContactList = { contacts: [{ name: 'Fatima', role: 'jeugdwerk', phone: '0470 00 00 01' }, { name: 'Jan', role: 'cultuur', phone: '0470 00 00 02' }], purpose: 'Elkaar bellen over wat we hebben afgesproken.', eraseOn: '2027-11-20' }

/** All sheets of a PDF beside each other. */
async function contactSheet(pdf: string, to: string): Promise<void> {
  execFileSync('pdftoppm', ['-r', String(LOOK_DPI), '-png', pdf, join(LOOKS, '.sheet')])
  const files = readdirSync(LOOKS).filter((name) => name.startsWith('.sheet')).sort()
  const sheets = await Promise.all(files.map((name) => loadImage(readFileSync(join(LOOKS, name)))))
  files.forEach((name) => rmSync(join(LOOKS, name)))
  const w = Math.max(...sheets.map(({ width }) => width)) + GAP_PX, h = Math.max(...sheets.map(({ height }) => height)) + GAP_PX
  const columns = Math.min(COLUMNS, sheets.length)
  const canvas = createCanvas(columns * w + GAP_PX, Math.ceil(sheets.length / columns) * h + GAP_PX)
  const context = canvas.getContext('2d')
  context.fillStyle = '#8a8a8a'
  context.fillRect(0, 0, canvas.width, canvas.height)
  sheets.forEach((sheet, i) => context.drawImage(sheet, GAP_PX + (i % columns) * w, GAP_PX + Math.floor(i / columns) * h))
  writeFileSync(to, canvas.toBuffer('image/png'))
}

/** What a browser shows of a file: a page on a desk and on a phone, a drawing as large as it is. */
async function inBrowser(file: string, to: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...testSwitches] })
  const isPage = file.endsWith('.html')
  for (const [name, width, height] of isPage ? [['', 1280, 900], ['-phone', 390, 900]] as const : [['', 1600, 1140]] as const) {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(pathToFileURL(file).href)
    await page.screenshot({ path: `${to}${name}.png`, fullPage: isPage })
    await page.close()
  }
  await browser.close()
}

test('all that leaves the room after the Kiel day', async () => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(LOOKS, { recursive: true })
  const bundled = await bundleCli()
  const exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' })
  const seats = seatBook(randomBytes(32), tablesOf(day.board)).tables
  for (const [name, more] of Object.entries(OUTPUTS)) {
    const target = join(FOLDER, name)
    const end = await exports.start({ document: day, seats, signers: SIGNERS, contacts: CONTACTS, readAsset: () => Promise.resolve(null), request: { ...PLAIN, ...more }, target, onProgress: () => undefined }).done
    if (end.state !== 'done') throw new Error(`${name}: ${JSON.stringify(end)}`)
    if (name.endsWith('.pdf')) await contactSheet(target, join(LOOKS, name.replace('.pdf', '.png')))
    if (name.endsWith('.html') || name.endsWith('.svg')) await inBrowser(target, join(LOOKS, name))
  }
  await exports.close()
  bundled.remove()
}, 400_000)
