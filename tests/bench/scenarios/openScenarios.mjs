import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { changedShare, cpuS, inkShare, memoryMB, picture, usable } from '../browser.mjs'
import { click, drag } from '../input.mjs'
import { fitZoom, look, middlePx } from './view.mjs'

/** @typedef {import('../browser.mjs').Watch} Watch @typedef {import('../adapter/adapter.mjs').Context} Context */

/** Two views of the same may differ by this share of the pixels before one of them was not finished. */
const SETTLED_SHARE = 0.004

/**
 * From the address to an empty board on which one can draw, and the scripts that the page fetched for it until two
 * seconds later. A stroke drawn at once has to arrive.
 * @param {Watch} watch
 * @param {Context} context
 */
export async function startScenario(watch, context) {
  const { app, page, cdp } = watch
  /** @type {string[]} */
  const scripts = []
  await cdp.send('Network.enable', { maxTotalBufferSize: 2 ** 28, maxResourceBufferSize: 2 ** 27 })
  const note = (/** @type {{ requestId: string, type: string, response: { mimeType: string } }} */ { requestId, type, response }) => { if (type === 'Script' || response.mimeType.includes('javascript')) scripts.push(requestId) }
  cdp.on('Network.responseReceived', note)
  await page.goto(app.url(context), { waitUntil: 'commit' })
  const usableMs = await usable(watch, { withTools: false })
  const strokes = app.control ? 1 : await drawAtOnce(watch)
  await wait(2000)
  const toolsMs = await page.evaluate(() => window.__probe.toolsAtMs)
  const inline = await page.evaluate(() => [...document.querySelectorAll('script:not([src])')].map(({ textContent }) => textContent ?? '').join('\n'))
  let bytes = inline.length, gzipBytes = inline === '' ? 0 : gzipSync(inline).length
  for (const requestId of scripts) {
    const { body, base64Encoded } = await cdp.send('Network.getResponseBody', { requestId })
    const script = Buffer.from(body, base64Encoded ? 'base64' : 'utf8')
    bytes += script.length
    gzipBytes += gzipSync(script).length
  }
  cdp.off('Network.responseReceived', note)
  await cdp.send('Network.disable')
  return { usableMs, ...(toolsMs === null ? {} : { toolsMs }), scripts: scripts.length, scriptKB: bytes / 1000, scriptGzipKB: gzipBytes / 1000, void: strokes === 1 && bytes > 0 ? null : `${strokes} strokes after one was drawn at once, ${bytes} bytes of scripts` }
}

/** @param {Watch} watch */
async function drawAtOnce(watch) {
  const { app, page } = watch
  await app.tool(page, 'pen')
  await drag(watch, 0.15, (share) => ({ x: middlePx.x + 160 * share, y: middlePx.y + 100 * share }))
  await wait(300)
  return app.count(page)
}

/** @typedef {Awaited<ReturnType<typeof memoryMB>>} Memory */

/**
 * What the app holds when an empty board was opened the way a full one is: the ground from which the memory of a board
 * is counted.
 * @param {Watch} watch
 * @param {string} emptyFile
 * @returns {Promise<Memory>}
 */
export async function groundMemory(watch, emptyFile) {
  const { app, page } = watch
  if (app.approach !== null) await app.approach(page, emptyFile)
  await app.load(page, emptyFile, { n: 0 })
  await look(watch, fitZoom)
  await wait(2000)
  return memoryMB(watch)
}

/**
 * Gives the board to the app. `firstViewMs`: the first frame with real marks on the canvas; `ms`: the app has handed all
 * of the view to the compositor; `rasteredMs`: a screenshot had come back. What is in view by then must stay as it is.
 * Memory is what comes on top of an empty board's.
 * @param {Watch} watch
 * @param {string} text
 * @param {number} n
 * @param {Memory} ground
 */
export async function openScenario(watch, text, n, ground) {
  const { app, page } = watch
  await look(watch, fitZoom)
  await app.tool(page, 'select')
  await click(watch, middlePx)
  const emptyInk = inkShare(await picture(watch))
  if (app.approach !== null) await app.approach(page, text)
  const before = await cpuS(watch)
  const startMs = performance.now()
  const { firstViewMs, ...times } = await app.load(page, text, { n })
  const asRastered = await picture(watch)
  const rasteredMs = performance.now() - startMs
  await wait(700)
  const after = await cpuS(watch)
  await wait(1500)
  const changedLater = changedShare(asRastered, await picture(watch))
  await look(watch, fitZoom)
  const memory = await memoryMB(watch)
  const rendererMB = memory.rendererMB - ground.rendererMB
  const count = await app.count(page), ink = inkShare(await picture(watch))
  const wanted = n + Math.floor(n / 10)
  const sound = count === wanted && ink > emptyInk + 0.003 && changedLater < SETTLED_SHARE
  return {
    fileKB: text.length / 1000, ...times, firstViewMs: firstViewMs ?? times.ms, rasteredMs, cpuS: after.all - before.all, ownCpuS: after.own - before.own, mainThreadS: after.mainThread - before.mainThread,
    jsHeapMB: memory.jsHeapMB - ground.jsHeapMB, rendererMB, rendererAllMB: memory.rendererMB, ownMB: memory.ownMB - ground.ownMB, rendererBytesPerStroke: (rendererMB * 2 ** 20) / n, domNodes: memory.domNodes, count, ink, changedLater,
    void: sound ? null : `${count} of ${wanted} elements, ${(100 * ink).toFixed(2)} % of the pixels are ink, ${(100 * changedLater).toFixed(2)} % of them changed after the view was said to be there`,
  }
}
