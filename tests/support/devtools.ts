import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'

/**
 * Evaluates an expression in the first page of a Chromium that was started with
 * `--remote-debugging-port`, and repeats until it gives something other than null. For the packaged
 * app, whose fuses shut Playwright out: Playwright needs Node's inspector to drive Electron.
 * @param browserAddress `ws://127.0.0.1:PORT/devtools/browser/…`
 * @param expression evaluates to a value that JSON can carry
 * @throws Error when nothing came within `timeoutMs`
 */
export async function evaluateInFirstPage(browserAddress: string, expression: string, timeoutMs: number): Promise<unknown> {
  const end = Date.now() + timeoutMs
  let last = 'no page'
  while (Date.now() < end) {
    const page = (await listTargets(browserAddress)).find((target) => target.type === 'page')
    if (page !== undefined) {
      const value = await evaluate(page.webSocketDebuggerUrl, expression)
      if (value !== null && value !== undefined) return value
      last = page.url
    }
    await wait(100)
  }
  throw new Error(`${expression} gave nothing in ${timeoutMs} ms (${last})`)
}

type Target = { readonly type: string; readonly url: string; readonly webSocketDebuggerUrl: string }

async function listTargets(browserAddress: string): Promise<readonly Target[]> {
  const { host } = new URL(browserAddress)
  return new Promise((resolve, reject) => {
    get(`http://${host}/json/list`, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => { chunks.push(chunk) })
      response.on('end', () => { resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as readonly Target[]) })
    }).on('error', reject)
  })
}

type Answer = { readonly id?: number; readonly result?: { readonly result?: { readonly value?: unknown } } }

async function evaluate(pageAddress: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(pageAddress)
  try {
    return await new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('open', () => {
        socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }))
      })
      socket.on('message', (data: Buffer) => {
        const answer = JSON.parse(data.toString('utf8')) as Answer
        if (answer.id === 1) resolve(answer.result?.result?.value)
      })
    })
  } finally {
    socket.close()
  }
}
