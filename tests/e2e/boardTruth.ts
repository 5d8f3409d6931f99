import type { Page } from 'playwright'
import type { AssetId, BoardId, MarkId } from '../../shared/base/ids.ts'
import type { Mark } from '../../shared/board/marks.ts'
import type { BoardCard, OpenedBoard } from '../../shared/contract/boards.ts'
import type { CallName, Calls } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/contract/trouble.ts'

type Bridge = { readonly call: (name: string, input: unknown) => Promise<unknown> }

/** Asks the services beside the page's own work: over the bridge of the desktop app, else over a socket of its own. */
export async function ask<Name extends CallName>(page: Page, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> {
  const result = await page.evaluate(([call, given]) => {
    const { droomdoek } = window as unknown as { droomdoek?: Bridge }
    if (droomdoek) return droomdoek.call(call, given)
    return new Promise<unknown>((resolve, reject) => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket`, ['droomdoek', sessionStorage.getItem('droomdoek.token') ?? ''])
      socket.onerror = () => { reject(new Error('The services did not answer')) }
      socket.onopen = () => { socket.send(JSON.stringify({ id: 1, call, input: given })) }
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(String(data)) as { readonly id?: number; readonly result?: unknown }
        if (message.id !== 1) return
        socket.close()
        resolve(message.result)
      }
    })
  }, [name, input] as const) as Result<Calls[Name]['out']>
  if (!result.ok) throw new Error(`${result.trouble.code} ${result.trouble.detail}`)
  return result.value
}

/** The boards of this laptop as the services list them. */
export async function boardsOn(page: Page): Promise<readonly BoardCard[]> {
  return ask(page, 'boards.list', {})
}

/** A board as the services have it now, whatever the window shows; by its title, else the last changed. */
export async function boardOn(page: Page, title?: string): Promise<OpenedBoard> {
  const card = (await boardsOn(page)).find((one) => title === undefined || one.title === title)
  if (!card) throw new Error(`There is no board ${title ?? ''}`)
  return ask(page, 'boards.open', { board: card.id })
}

/** All marks of a board by id. */
export function marksIn({ board }: OpenedBoard): ReadonlyMap<MarkId, Mark> {
  return new Map(Object.values(board.buckets).flatMap((bucket) => Object.values(bucket)).map((mark) => [mark.id, mark]))
}

/** All marks of a board in the order in which they are painted within their layer. */
export async function marksOn(page: Page, title?: string): Promise<readonly Mark[]> {
  return [...marksIn(await boardOn(page, title)).values()].sort((a, b) => (a.order < b.order ? -1 : 1))
}

/** The bytes of a picture of a board. */
export async function pictureOn(page: Page, board: BoardId, asset: AssetId): Promise<Buffer> {
  return Buffer.from((await ask(page, 'assets.get', { board, asset })).base64, 'base64')
}
