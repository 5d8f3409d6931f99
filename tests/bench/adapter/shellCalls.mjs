import { WebSocket } from 'ws'

/**
 * Calls the services of a shell that runs, as one more window would.
 * @typedef {object} ShellCalls
 * @property {(call: string, input: unknown) => Promise<any>} ask rejects with the trouble's code
 * @property {() => void} close
 */

/**
 * @param {string} url the address that the shell said, with its token
 * @returns {Promise<ShellCalls>}
 */
export async function callShell(url) {
  const { host, origin, hash } = new URL(url)
  const socket = new WebSocket(`ws://${host}/socket`, ['droomdoek', new URLSearchParams(hash.slice(1)).get('token') ?? ''], { origin, maxPayload: 256 * 1024 * 1024 })
  /** @type {Map<number, (result: { ok: boolean, value?: unknown, trouble?: { code: string } }) => void>} */
  const waiting = new Map()
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(String(data))
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  let last = 0
  return {
    ask: async (call, input) => {
      last += 1
      const id = last
      const result = await new Promise((/** @type {(result: { ok: boolean, value?: unknown, trouble?: { code: string } }) => void} */ resolve) => {
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, call, input }))
      })
      if (!result.ok) throw new Error(`${call}: ${result.trouble?.code}`)
      return result.value
    },
    close: () => { socket.close() },
  }
}
