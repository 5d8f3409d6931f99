import { expect, test, vi } from 'vitest';
import type { InkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import type { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { createShownBoard, type Otherwise, type ShownBoard } from '../../../renderer/tiles/shownBoard.ts';
import { boardWith, image, inkThrough, PAGE, stroke } from '../../shared/scene/marks.ts';

const TILE = { page: PAGE, level: 0, col: 0, row: 0 };
const LINE = encodeInk(inkThrough([[10, 10], [60, 40], [120, 20]]));
const ids = (shown: ShownBoard): readonly string[] => shown.nodesOf(TILE).map(({ id }) => id);

/** A board of some marks at revision 1; `told` is what was damaged since, with what a tile showed then. */
function shownWith(marks: readonly Mark[]): { readonly shown: ShownBoard; readonly told: (readonly [Otherwise, readonly string[]])[] } {
  const told: (readonly [Otherwise, readonly string[]])[] = [];
  const shown: ShownBoard = createShownBoard({ damaged: (_, otherwise) => { told.push([otherwise, ids(shown)]); } });
  shown.reset({ type: 'reset', board: boardWith(marks), inks: { ['ink-a' as InkId]: LINE }, revision: 1 });
  told.length = 0;
  return { shown, told };
}
const draw = (shown: ShownBoard, mark: Mark, ink: string, revision: number): void => {
  const { change } = applyCommand((shown.scene() as SceneIndex).board, { type: 'marks.put', what: 'draw', marks: [mark], inks: { [`ink-${mark.id}` as InkId]: ink } }, () => true);
  shown.change({ type: 'change', change, inks: { [`ink-${mark.id}` as InkId]: ink }, revision }, shown.changed(change));
};

test('damage is told when the board is the new one', () => {
  const { shown, told } = shownWith([stroke('a')]);
  draw(shown, stroke('b', { order: 'a1' }), LINE, 2);
  expect(told).toEqual([['board', ['a', 'b']]]);
  expect(shown.revision()).toBe(2);
});

test('marks that are taken in the hand are away at once and back at once', () => {
  const { shown, told } = shownWith([stroke('a')]);
  shown.hide({ type: 'hide', ids: [stroke('a').id], revision: 2 });
  shown.hide({ type: 'hide', ids: [], revision: 3 });
  expect(told).toEqual([['hand', []], ['hand', ['a']]]);
});

test('a stroke whose ink is damaged keeps back neither its change nor what comes after it', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { shown } = shownWith([stroke('a')]);
  draw(shown, stroke('b', { order: 'a1' }), 'AAAA', 2);
  draw(shown, stroke('c', { order: 'a2' }), LINE, 3);
  expect(ids(shown)).toContain('c');
  expect(shown.scene()?.board.buckets[bucketOf(stroke('b').id)]).toHaveProperty('b');
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test('a picture that cannot be decoded counts as told all the same: nobody waits for it', () => {
  const { shown, told } = shownWith([image('p')]);
  shown.asset({ type: 'asset', asset: image('p').asset, bytes: new Uint8Array(), mime: 'image/png', revision: 4 }, null);
  expect(shown.images.size).toBe(0);
  expect([shown.revision(), told.map(([what]) => what)]).toEqual([4, ['picture']]);
});
