import { expect, test } from 'vitest';
import type { PageId } from '../../../shared/base/ids.ts';
import type { TileAddress } from '../../../renderer/tiles/messages.ts';
import { createTileQueue, type TileQueue } from '../../../renderer/tiles/tileQueue.ts';

const tile = (col: number): TileAddress => ({ page: 'p1' as PageId, level: 0, col, row: 0 });
/** Sends the most urgent one. */
function sendNext(queue: TileQueue): TileAddress | undefined {
  const [next] = queue.waiting();
  if (next) queue.send(next);
  return next;
}

test('the newest wish replaces the one before', () => {
  const queue = createTileQueue();
  queue.want([tile(1), tile(2)], 0);
  queue.want([tile(3)], 0);
  expect(queue.size()).toBe(1);
  expect(sendNext(queue)).toEqual(tile(3));
  expect(sendNext(queue)).toBeUndefined();
});

test('a tile that is on its way is not painted again', () => {
  const queue = createTileQueue();
  queue.want([tile(1), tile(2)], 0);
  sendNext(queue);
  queue.want([tile(1), tile(2), tile(3)], 0);
  expect([sendNext(queue), sendNext(queue), sendNext(queue)]).toEqual([tile(2), tile(3), undefined]);
});

test('a tile that arrived and is wanted again all the same is painted again, for it was let go of', () => {
  const queue = createTileQueue();
  queue.want([tile(1)], 0);
  sendNext(queue);
  queue.want([tile(1)], 1);
  expect(sendNext(queue)).toEqual(tile(1));
});

test('a tile that was on its way when the board changed is painted again', () => {
  const queue = createTileQueue();
  queue.want([tile(1)], 0);
  sendNext(queue);
  queue.damaged();
  queue.want([tile(1)], 0);
  expect(sendNext(queue)).toEqual(tile(1));
});

test('a tile that cannot be painted is not tried again before something has changed, one that was not to be had with the next wish', () => {
  const queue = createTileQueue();
  queue.want([tile(1), tile(2)], 0);
  queue.fail(tile(1), 'painting');
  queue.fail(tile(2), 'sending');
  expect(queue.size()).toBe(0);
  queue.want([tile(1), tile(2)], 0);
  expect(queue.waiting()).toEqual([tile(2)]);
  queue.damaged();
  queue.want([tile(1), tile(2)], 0);
  expect(queue.waiting()).toEqual([tile(1), tile(2)]);
});

test('a tile that failed does not make those that arrive later count as on their way', () => {
  const queue = createTileQueue();
  queue.want([tile(1), tile(2)], 0);
  queue.fail(tile(1), 'painting');
  sendNext(queue);
  queue.want([tile(2)], 1);
  expect(sendNext(queue)).toEqual(tile(2));
});
