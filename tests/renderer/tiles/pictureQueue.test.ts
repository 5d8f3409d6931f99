import { expect, test } from 'vitest';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import { createPictureQueue, type WantedPicture } from '../../../renderer/tiles/pictureQueue.ts';

const picture = (ticket: number, only: readonly MarkId[] | null): WantedPicture => ({ ticket, request: { page: 'p1' as PageId, box: { x: 0, y: 0, w: 10, h: 10 }, widthPx: 10, heightPx: 10, only, paper: 'none' } });
const HAND = ['m1' as MarkId];

test('what is in the hand is painted before the tiles, a picture of a page after them', () => {
  const queue = createPictureQueue();
  queue.want(picture(1, null));
  expect(queue.has(true)).toBe(false);
  queue.want(picture(2, HAND));
  expect(queue.has(true)).toBe(true);
  expect(queue.next(true)?.ticket).toBe(2);
  expect(queue.next(true)).toBeUndefined();
  expect(queue.next(false)?.ticket).toBe(1);
  expect(queue.has(false)).toBe(false);
});

test('pictures come in the order in which they were asked for', () => {
  const queue = createPictureQueue();
  for (const ticket of [1, 2, 3]) queue.want(picture(ticket, ticket === 2 ? HAND : null));
  expect([queue.next(false), queue.next(false), queue.next(false)].map((one) => one?.ticket)).toEqual([1, 2, 3]);
});
