import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../../shared/board/buckets.ts';
import type { TroubleCode } from '../../../../shared/contract/trouble.ts';
import type { OpenedBoard } from '../../../../shared/contract/boards.ts';
import { bundleDrawing, highestSaid, startDrawing } from '../../../support/drawingProcess.ts';
import { smallDisk } from '../../../support/smallDisk.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask, type Told } from '../startServices.ts';

const document = { board: sampleBoard(), inks: {} };
const draw = (ask: Ask, number: number): Promise<{ readonly seq: number }> => ask('board.do', { board: BOARD, opId: `op${number}`, command: stroke(number) });
const strokesOf = ({ board }: OpenedBoard): number => [...marksOf(board)].length;

/** Waits until the saved sign says what it is asked for. */
async function until(told: Told, holds: (code: string | null, safeSeq: number) => boolean): Promise<void> {
  for (;;) {
    const last = told['board.saved']?.slice(-1)[0];
    if (last && holds(last.trouble?.code ?? null, last.safeSeq)) return;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

/** A board that is open; its journal begins with the first stroke. */
async function begin(folder: string): Promise<{ readonly ask: Ask; readonly told: Told; readonly services: Awaited<ReturnType<typeof startServices>>['services'] }> {
  const started = await startServices(folder);
  await started.ask('boards.create', { document, assets: [] });
  await started.ask('boards.open', { board: BOARD });
  return started;
}

describe('a disk that does not take any more', () => {
  test.each<[string, TroubleCode, 'full' | 'readOnly']>([['is full', 'disk.full', 'full'], ['became read-only', 'disk.readOnly', 'readOnly']])(
    'because it %s: drawing goes on, nothing is called saved, and all is saved once it takes again', async (_name, code, kind) => {
      const disk = await smallDisk(4);
      const { ask, told } = await begin(disk.path);
      let acknowledged = 0;
      if (kind === 'full') {
        acknowledged = (await draw(ask, 1)).seq;
        await disk.fill();
      } else disk.setReadOnly(true);
      const before = acknowledged;
      const waiting: Promise<unknown>[] = [];
      // A page of the journal may still have room for some strokes.
      for (let number = before + 1; told['board.saved']?.slice(-1)[0]?.trouble == null; number++) {
        waiting.push(draw(ask, number).then(({ seq }) => { acknowledged = Math.max(acknowledged, seq); }));
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      const drawn = waiting.length + before;
      waiting.push(draw(ask, drawn + 1), ask('board.undo', { board: BOARD }));
      await until(told, (trouble, safe) => trouble === code && safe === acknowledged);
      expect(acknowledged).toBeLessThan(drawn);
      expect(told['board.changed']?.length).toBe(drawn + 2);
      expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(drawn);

      if (kind === 'full') await disk.empty();
      else disk.setReadOnly(false);
      await Promise.all(waiting);
      await until(told, (trouble, safe) => trouble === null && safe === drawn + 2);
      await ask('boards.close', { board: BOARD });
      expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(drawn);
    }, 60_000);

  test('keeps the board open when it cannot be closed whole, and what was called saved is there afterwards', async () => {
    const disk = await smallDisk(4);
    const { ask, told, services } = await begin(disk.path);
    await draw(ask, 1);
    await disk.fill();
    const refused: Promise<unknown>[] = [];
    for (let number = 2; told['board.saved']?.slice(-1)[0]?.trouble == null; number++) {
      refused.push(draw(ask, number).catch((error: Error) => error.message));
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    const safe = told['board.saved']!.slice(-1)[0]!.safeSeq;
    expect(await services.handle('boards.close', { board: BOARD })).toMatchObject({ ok: false, trouble: { code: 'disk.full' } });
    expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(refused.length + 1);
    await expect(services.close()).rejects.toThrow('disk.full');
    expect(await Promise.all(refused)).toContain('board.notOpen kiel');

    await disk.empty();
    const next = await startServices(disk.path, { pid: process.pid });
    const board = await next.ask('boards.open', { board: BOARD });
    expect(strokesOf(board)).toBeGreaterThanOrEqual(safe);
  }, 60_000);

  test.each(['full', 'readOnly'] as const)('does not keep anybody from opening what is on it (%s)', async (kind) => {
    const disk = await smallDisk(4);
    const first = await begin(disk.path);
    for (let number = 1; number <= 5; number++) await draw(first.ask, number);
    await first.services.close();
    if (kind === 'full') await disk.fill();
    else disk.setReadOnly(true);
    const { ask, told } = await startServices(disk.path);
    expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(5);
    expect(told['board.saved']?.[0]?.trouble).toMatchObject({ where: 'journal', code: kind === 'full' ? 'disk.full' : 'disk.readOnly' });
    const waiting = draw(ask, 6);
    if (kind === 'full') await disk.empty();
    else disk.setReadOnly(false);
    await waiting;
    await until(told, (trouble, safe) => trouble === null && safe === 6);
    await ask('boards.close', { board: BOARD });
    expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(6);
  }, 60_000);

  test('because the folder of the board was removed: the whole board is written anew', async () => {
    const folder = await tempFolder();
    const { ask } = await begin(folder);
    await draw(ask, 1);
    await rm(join(folder, 'boards', BOARD), { recursive: true });
    await draw(ask, 2);
    await draw(ask, 3);
    await ask('boards.close', { board: BOARD });
    expect(strokesOf(await ask('boards.open', { board: BOARD }))).toBe(3);
  });

  test('of which a file may only have a certain size: what was called saved is there, the rest is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
    const bundle = join(folder, 'draw.cjs');
    await bundleDrawing(bundle);
    const data = await tempFolder();
    const drawing = startDrawing(bundle, data);
    try {
      await drawing.said('stroke', 20);
      execFileSync('prlimit', [`--pid=${drawing.process.pid}`, '--fsize=40000:']);
      await drawing.said('trouble disk.full', 1);
    } finally {
      await drawing.kill();
      await rm(folder, { recursive: true });
    }
    const { ask } = await startServices(data);
    const strokes = new Set([...marksOf((await ask('boards.open', { board: BOARD })).board)].map(({ id }) => id as string));
    for (let number = 1; number <= highestSaid(drawing, 'stroke'); number++) expect(strokes).toContain(`m${number}`);
  }, 60_000);
});
