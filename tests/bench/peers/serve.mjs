import { createServer } from 'node:http'
import sirv from 'sirv'

/**
 * Serves a folder on the loopback interface.
 * @param {string} folder
 * @returns {Promise<{ readonly url: string, readonly close: () => void }>}
 */
export async function serveFolder(folder) {
  const answer = sirv(folder)
  const server = createServer((request, response) => { answer(request, response) })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(null)) })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => { server.close() } }
}
