import { mkdir } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { asId, type MarkId, type RoundId, type TableId } from '../../../../shared/base/ids.ts';
import { applyCommand } from '../../../../shared/board/applyCommand.ts';
import type { LedgerView } from '../../../../shared/contract/rounds.ts';
import { boardFolder } from '../../../../electron/services/boards/boardFolder.ts';
import { OpenBoard } from '../../../../electron/services/boards/openBoard.ts';
import type { CastBallot } from '../../../../electron/services/rounds/ledgerState.ts';
import { RoundLedgers, type Cast } from '../../../../electron/services/rounds/roundLedgers.ts';
import { BOARD, card, round, sampleBoard } from '../sampleBoard.ts';

export const cards = [card('panda', 'de panda'), card('rat', 'de rat'), card('braderie', 'de braderie')];
export const [panda, rat, braderie] = cards.map(({ id }) => id) as [MarkId, MarkId, MarkId];
/** Seven tables of seven people, three metaphors. */
export const board = applyCommand(sampleBoard(), { type: 'marks.put', what: 'catch', marks: cards }, () => false).board;
export const opened = round('r1', cards);
export const t1 = asId<TableId>('t1');
export const t2 = asId<TableId>('t2');
export const t3 = asId<TableId>('t3');

export type LedgerScene = {
  readonly ledgers: RoundLedgers;
  readonly folder: ReturnType<typeof boardFolder>;
  readonly open: OpenBoard;
  /** What was told to windows and phones. */
  readonly told: LedgerView[];
};

/** The rounds of an open board in a folder, as after the first start or a later one, which has a journal of its own. */
export async function ledgersIn(root: string, { generation = 0, now = (): number => 1000 } = {}): Promise<LedgerScene> {
  const folder = boardFolder(root, BOARD);
  await mkdir(folder.root, { recursive: true });
  const nothing = (): void => undefined;
  const start = { moment: { board, seq: 0, history: { undo: [], redo: [] } }, inks: new Map(), opIds: new Map<string, number>(), generation, recovered: null };
  const open = new OpenBoard(folder, start, { changed: nothing, saved: nothing, failed: nothing }, now);
  const told: LedgerView[] = [];
  const ledgers = new RoundLedgers(open, now, (view) => { told.push(view); });
  onTestFinished(async () => {
    await ledgers.closeFiles();
    await open.close();
  });
  return { ledgers, folder, open, told };
}

let last = 0;
/** A ballot as it comes to the ledger, newer than all before. */
export function newest(slot: string, table: number, choices: readonly MarkId[]): CastBallot {
  last += 1;
  return { slot, table, choices, count: last };
}

/** The same as it comes to the rounds of a board, with a pass that holds. */
export function vote(round: RoundId, voter: string, table: number, choices: readonly MarkId[]): Cast {
  last += 1;
  return { round, voter, table, choices, count: last, holds: () => true };
}
