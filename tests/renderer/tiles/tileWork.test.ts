import { beforeEach, expect, test } from 'vitest';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { tileKey, type TileAddress } from '../../../renderer/tiles/messages.ts';
import { createTileQueue } from '../../../renderer/tiles/tileQueue.ts';
import { createTileWork, type TileWork } from '../../../renderer/tiles/tileWork.ts';

const tile = (col: number): TileAddress => ({ page: 'p1' as PageId, level: 0, col, row: 0 });
const node = (id: string): SceneNode => ({ id: id as MarkId, matrix: [1, 0, 0, 1, 0, 0], bounds: { x: 0, y: 0, w: 1, h: 1 }, ops: [] });

/** What happened to each tile, and a clock on which every mark takes a millisecond. */
let told: string[] = [];
let nowMs = 0;
let revision = 1;
beforeEach(() => { told = []; nowMs = 0; revision = 1; });

function workOf(marks: number): { readonly work: TileWork; readonly queue: ReturnType<typeof createTileQueue>; readonly painted: Map<string, string[]> } {
  const queue = createTileQueue(), painted = new Map<string, string[]>();
  const work = createTileWork({
    queue, nowMs: () => nowMs, revision: () => revision,
    nodesOf: ({ col }) => Array.from({ length: marks }, (_, i) => node(`${col}/${i}`)),
    open(address) {
      const mine: string[] = [];
      painted.set(tileKey(address), mine);
      told.push(`open ${address.col}`);
      return {
        paint: ({ id }) => {
          if (id === '9/3') throw new Error('A mark that cannot be painted');
          nowMs++;
          mine.push(id);
        },
        flush: () => { told.push(`flush ${address.col}`); },
        copy: () => Promise.reject(new Error('Nobody copies')),
        give: () => { told.push(`give ${address.col}`); return Promise.resolve({} as ImageBitmap); },
        drop: () => { told.push(`drop ${address.col}`); },
      };
    },
  });
  return { work, queue, painted };
}
/** Slices of 40 marks until nothing is left. */
const paintAll = ({ work, queue }: ReturnType<typeof workOf>): readonly number[] => {
  const done: number[] = [];
  for (let turn = 0; turn < 50; turn++) { const one = work.step(nowMs + 40); if (one) { queue.send(one.address); done.push(one.address.col); } }
  return done;
};

test('a tile is painted in slices, each mark once and in order', () => {
  const made = workOf(150), { work, queue, painted } = made;
  queue.want([tile(1), tile(2)], 0);
  expect(work.step(nowMs + 40)).toBeNull();
  expect(nowMs).toBeLessThan(90);
  expect(paintAll(made)).toEqual([1, 2]);
  expect(painted.get(tileKey(tile(1)))).toEqual(Array.from({ length: 150 }, (_, i) => `1/${i}`));
  expect(queue.size()).toBe(0);
});

test('when a zoom goes on, the tile in the making is left at the next slice and its canvas goes back', () => {
  const { work, queue } = workOf(150);
  queue.want([tile(1), tile(2)], 0);
  work.step(nowMs + 40);
  const soFar = nowMs;
  queue.want([], 0);
  work.leave('unwanted');
  expect(work.step(nowMs + 40)).toBeNull();
  expect(told).toEqual(['open 1', 'drop 1']);
  expect(nowMs).toBe(soFar);
});

test('a tile that the next view needs too is gone on with, though another is more urgent', () => {
  const made = workOf(150), { work, queue } = made;
  queue.want([tile(1)], 0);
  work.step(nowMs + 40);
  queue.want([tile(2), tile(1)], 0);
  expect(paintAll(made)).toEqual([1, 2]);
  expect(told).toEqual(['open 1', 'flush 1', 'give 1', 'open 2', 'flush 2', 'give 2']);
});

test('before a change is taken the tile in the making is finished as the board was; nothing is begun for it', () => {
  const { work, queue } = workOf(150);
  queue.want([tile(1), tile(2)], 0);
  expect(work.finish()).toBeNull();
  work.step(nowMs + 40);
  expect(work.finish()?.address).toEqual(tile(1));
  expect(work.finish()).toBeNull();
  expect(told).toEqual(['open 1', 'flush 1', 'give 1']);
});

test('a mark that cannot be painted stops its own tile and no other', () => {
  const made = workOf(20), { work, queue } = made;
  queue.want([tile(9), tile(2)], 0);
  expect(() => work.step(nowMs + 40)).toThrow();
  expect(paintAll(made)).toEqual([2]);
  expect(told).toEqual(['open 9', 'drop 9', 'open 2', 'flush 2', 'give 2']);
});

test('a tile says which state of the board it shows: that at which it was begun', () => {
  const { work, queue } = workOf(150);
  queue.want([tile(1)], 0);
  work.step(nowMs + 40);
  revision = 2;
  expect(work.finish()?.revision).toBe(1);
});
