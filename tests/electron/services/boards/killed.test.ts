import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../../shared/base/ids.ts';
import { marksOf } from '../../../../shared/board/buckets.ts';
import { documentFault } from '../../../../shared/board/readDocument.ts';
import { bundleDrawing, highestSaid, startDrawing } from '../../../support/drawingProcess.ts';
import { BOARD } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';

let folder = '';
let bundle = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  bundle = join(folder, 'draw.cjs');
  await bundleDrawing(bundle);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an app that is killed in the middle of drawing', () => {
  test('has every stroke and every count that it said was saved, twenty-four times in a row', async () => {
    const data = await tempFolder();
    let acknowledged = 0;
    for (let kill = 0; kill < 24; kill++) {
      const drawing = startDrawing(bundle, data);
      // Chance decides when: among the first strokes, behind many, or a moment later still.
      await drawing.said('open', 1);
      await drawing.said('count', 1);
      await drawing.said('stroke', randomInt(1, 90));
      await sleep(randomInt(0, 12));
      await drawing.kill();
      expect(drawing.errors()).toBe('');
      const counts = drawing.lines.filter((line) => line.startsWith('count '));
      acknowledged = Math.max(acknowledged, highestSaid(drawing, 'stroke'));

      const { services, ask } = await startServices(data);
      const opened = await ask('boards.open', { board: BOARD });
      expect(documentFault(opened)).toBeNull();
      const strokes = new Set([...marksOf(opened.board)].map(({ id }) => id as string));
      const missing = Array.from({ length: acknowledged }, (_, i) => `m${i + 1}`).filter((id) => !strokes.has(id));
      expect(missing).toEqual([]);
      expect(opened.recovered).not.toBeNull();

      const view = await ask('rounds.view', { board: BOARD, round: asId<RoundId>('r1') });
      const last = Number(counts[counts.length - 1]!.slice(6));
      // The count that was on its way may be there too, never one before the last that was told.
      expect([last, (last + 1) % 8]).toContain(view.rows[0]?.dots[asId<MarkId>('panda')]);
      await services.close();
    }
    expect(acknowledged).toBeGreaterThan(24);
  }, 180_000);

  test('leaves a lock that the next start takes over, and keeps a second app out while it runs', async () => {
    const data = await tempFolder();
    const drawing = startDrawing(bundle, data);
    await drawing.said('stroke', 3);
    const { services, ask } = await startServices(data);
    expect(await services.handle('boards.open', { board: BOARD })).toMatchObject({ ok: false, trouble: { code: 'file.openElsewhere' } });
    expect((await ask('boards.list', {}))[0]).toMatchObject({ id: BOARD, unfinished: false });
    await drawing.kill();
    expect((await ask('boards.list', {}))[0]).toMatchObject({ unfinished: true });
    expect((await ask('boards.open', { board: BOARD })).recovered).not.toBeNull();
  }, 60_000);
});
