import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { openByDrop } from '../adapter/desk.mjs'
import { cpuS, inkShare, memoryMB, picture, usable } from '../browser.mjs'
import { fitZoom, look } from './view.mjs'

/** @typedef {import('../browser.mjs').Watch} Watch */

/**
 * From the address to an empty board on which one can draw, and the scripts that the page fetched for it until
 * two seconds later.
 * @param {Watch} watch
 * @param {string} url of a shell that was started on an empty board
 */
export async function startScenario(watch, url) {
  const { page, cdp } = watch
  /** @type {string[]} */
  const scripts = []
  await cdp.send('Network.enable', { maxTotalBufferSize: 2 ** 28, maxResourceBufferSize: 2 ** 27 })
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => { if (type === 'Script' || response.mimeType.includes('javascript')) scripts.push(requestId) })
  await page.goto(url, { waitUntil: 'commit' })
  const usableMs = await usable(watch)
  await wait(2000)
  const count = await page.evaluate(() => window.__bench.count())
  let bytes = 0, gzipBytes = 0
  for (const requestId of scripts) {
    const { body, base64Encoded } = await cdp.send('Network.getResponseBody', { requestId })
    const script = Buffer.from(body, base64Encoded ? 'base64' : 'utf8')
    bytes += script.length
    gzipBytes += gzipSync(script).length
  }
  await cdp.send('Network.disable')
  return { usableMs, scripts: scripts.length, scriptKB: bytes / 1000, scriptGzipKB: gzipBytes / 1000, ...(await memoryMB(watch)), void: count === 0 && bytes > 0 ? null : `${count} marks on the empty board, ${bytes} bytes of scripts` }
}

/**
 * Drops the board on the start screen. `paintedMs`: every tile in view was painted and shown; `rasteredMs`: a
 * screenshot had come back.
 * @param {Watch} watch
 * @param {import('../adapter/desk.mjs').Shell} shell started without a board
 * @param {import('../boards.mjs').BenchBoard} board
 */
export async function openScenario(watch, shell, board) {
  const { page } = watch
  await page.goto(shell.url)
  await page.waitForSelector('main')
  await wait(1500)
  const before = { ...(await cpuS(watch)), shell: shell.cpuS() }
  const startMs = performance.now()
  const times = await openByDrop(page, board.path)
  const blank = { width: 16, height: 16 }
  await page.screenshot({ clip: { x: 640, y: 400, ...blank } })
  const rasteredMs = performance.now() - startMs
  await wait(700)
  const after = { ...(await cpuS(watch)), shell: shell.cpuS() }
  const memory = await memoryMB(watch)
  const count = await page.evaluate(() => window.__bench.count())
  await look(watch, board, fitZoom)
  const ink = inkShare(await picture(watch))
  return {
    ...times, rasteredMs, cpuS: after.all - before.all, mainThreadS: after.mainThread - before.mainThread, shellCpuS: after.shell - before.shell, ...memory, count, ink,
    void: count === board.marks && ink > 0.005 ? null : `${count} of ${board.marks} marks, ${(100 * ink).toFixed(2)} % of the pixels are ink`,
  }
}
