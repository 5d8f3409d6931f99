import type { Page } from 'playwright';
import { asId, type BoardId, type PageId } from '../../../shared/base/ids.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { CallName, Calls, EventName, Events } from '../../../shared/contract/contract.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import type { Result } from '../../../shared/contract/trouble.ts';

type Bridge = { readonly call: (name: string, input: unknown) => Promise<unknown>; readonly on: (name: string, listener: (event: unknown) => void) => void };

/** Calls the services from a window of the desktop app as its page does. */
export async function askFromPage<Name extends CallName>(page: Page, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> {
  const result = await page.evaluate(([called, given]) => (window as unknown as { droomdoek: Bridge }).droomdoek.call(called, given), [name, input] as const) as Result<Calls[Name]['out']>;
  if (!result.ok) throw new Error(`${result.trouble.code} ${result.trouble.detail}`);
  return result.value;
}

/** Listens to events in a window of the desktop app; the result gives all that came until then, in their order. */
export async function hearInPage<Name extends EventName>(page: Page, names: readonly Name[]): Promise<() => Promise<readonly Events[Name][]>> {
  await page.evaluate((wanted) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const name of wanted) (window as unknown as { droomdoek: Bridge }).droomdoek.on(name, (event) => { heard.push(event); });
  }, names);
  return () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard) as Promise<Events[Name][]>;
}

/** A new board with one empty page, made through the services. */
export async function makeBoard(page: Page, title: string): Promise<BoardId> {
  const board = emptyBoard({ id: asId<BoardId>('new'), title, locale: 'nl', createdMs: 0 });
  return (await askFromPage(page, 'boards.create', { document: { board, inks: {} }, assets: [] })).board;
}

/** The whole first page of a board, as the room is to see it. */
export function wholePage(board: BoardId): RoomView {
  return { board, page: asId<PageId>('p1'), mode: 'whole', frame: null, deskView: { x: 0, y: 0, w: 1200, h: 849 }, curtain: 'open', clock: null, scene: { kind: 'board' } };
}
