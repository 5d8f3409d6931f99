import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MarkId, TableId } from '../../../../shared/base/ids.ts';
import type { DoorState, Joining } from '../../../../shared/contract/door.ts';
import type { VotingWay } from '../../../../shared/contract/rounds.ts';
import type { ServicesOptions } from '../../../../electron/services/createServices.ts';
import { PhoneClient } from '../../../support/phoneClient.ts';
import { seatCodes } from '../../../support/seatCodes.ts';
import { BOARD, card, round, sampleBoard } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask, type Told } from '../startServices.ts';

export const cards = [card('panda', 'de panda'), card('rat', 'de rat'), card('braderie', 'de braderie')];
export const [panda, rat, braderie] = cards.map(({ id }) => id) as [MarkId, MarkId, MarkId];
export const opened = round('r1', cards);

/** A room with a board of seven tables whose door stands open. */
export type Room = {
  readonly ask: Ask;
  readonly told: Told;
  readonly data: string;
  readonly door: DoorState;
  readonly url: string;
  /** The codes of a table, first seat first. */
  readonly codes: (table: string) => readonly string[];
  /** A phone from an address of its own. */
  readonly phone: (from?: string) => PhoneClient;
  /** A phone that joined with the code of a seat. */
  readonly seated: (table: string, seat: number) => Promise<PhoneClient>;
  /** Opens the round: all tables on phones but those that are named otherwise. */
  readonly start: (ways?: { readonly [table: string]: VotingWay }, closesMs?: number | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A little page in place of the built one. */
export async function pageFolder(root: string): Promise<string> {
  const folder = join(root, 'page');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Stemmen</title>');
  await writeFile(join(folder, 'assets', 'ballot.js'), '1;'.repeat(500));
  await writeFile(join(folder, 'assets', 'ballot.js.map'), '{}');
  return folder;
}

/** Opens the door of a new room, or of the one that lies in a data folder already. */
export async function openRoom({ data, joining = 'codes', address = '127.0.0.2', options = {} }: { readonly data?: string; readonly joining?: Joining; readonly address?: string; readonly options?: Partial<ServicesOptions> } = {}): Promise<Room> {
  const root = data ?? (await tempFolder());
  const { services, ask, told } = await startServices(root, { doorPorts: [0], phonePage: await pageFolder(root), ...options });
  if (data === undefined) await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  const { board } = await ask('boards.open', { board: BOARD });
  if (data === undefined) await ask('board.do', { board: BOARD, opId: 'cards', command: { type: 'marks.put', what: 'catch', marks: cards } });
  const door = await ask('door.open', { board: BOARD, address, joining });
  const seats = await seatCodes(root, board);
  const codes = (table: string): readonly string[] => seats.find((one) => one.table === table)?.codes ?? [];
  let last = 20;
  const phone = (from = `127.0.1.${(last += 1)}`): PhoneClient => {
    const client = new PhoneClient(door.url ?? '', from);
    onTestFinished(() => { client.hangUp(); });
    return client;
  };
  return {
    ask, told, data: root, door, url: door.url ?? '', codes, phone,
    seated: async (table, seat) => {
      const client = phone();
      await client.join({ code: codes(table)[seat] ?? '' });
      return client;
    },
    start: async (ways = {}, closesMs = null) => {
      const all = Object.fromEntries(seats.map(({ table }) => [table, ways[table] ?? 'phones'])) as { [table: TableId]: VotingWay };
      await ask('rounds.start', { board: BOARD, round: opened, ways: all, closesMs });
    },
    close: () => services.close(),
  };
}
