import { describe, expect, test } from 'vitest';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import { tileKey, type FromTiles } from '../../../renderer/tiles/messages.ts';
import { PAGE, Picture, type SlowWorker } from './slowWorker.ts';
import { camera, change, drawn, open, strokeOnTop, want, wants, withOverlayCanvas } from './tileScene.ts';

withOverlayCanvas();

describe('strokes that a hand cuts', () => {
  const part = { x: 200, y: 150, w: 30, h: 20 };
  const patchOf = (worker: SlowWorker, at: number): void => {
    const asked = worker.heard.find((message) => message.type === 'cut');
    if (asked?.type !== 'cut') throw new Error('No cut was told');
    for (const one of asked.parts) {
      const picture = new Picture(one.address, at);
      worker.onmessage?.({ data: { type: 'patch', part: one, revision: at, bitmap: picture } } as unknown as MessageEvent<FromTiles>);
      expect(picture.closed).toBe(true);
    }
  };

  test('change the tiles in view there alone: nothing is wanted anew', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    const before = wants(worker).length;
    view.cut([{ stroke: 'a' as MarkId, ink: 'i' as never, spans: [] }], { page: PAGE, box: part });
    expect(worker.heard[worker.heard.length - 1]).toMatchObject({ type: 'cut', cuts: [{ stroke: 'a', spans: [] }], parts: [{ address: { col: 0, row: 0 }, px: { x: 199, y: 149, w: 32, h: 22 } }] });
    patchOf(worker, 1);
    want(view, camera(0, 0));
    expect(wants(worker)).toHaveLength(before);
    expect(drawn(view, camera(0, 0)).every(({ closed }) => !closed)).toBe(true);
  });

  test('are asked for where they lie on two tiles, and not on another page', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    view.cut([], { page: PAGE, box: { x: 500, y: 100, w: 30, h: 10 } });
    view.cut([], { page: 'p2' as PageId, box: part });
    expect(worker.heard.flatMap((message) => (message.type === 'cut' ? [message.parts.map(({ address }) => address.col)] : []))).toEqual([[0, 1], []]);
  });

  test('leave tiles of another scale to be painted anew when they are seen again', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    want(view, camera(0, 0, 2));
    worker.calm();
    view.cut([], { page: PAGE, box: part });
    const before = wants(worker).length;
    want(view, camera(0, 0));
    expect(wants(worker).slice(before)).toEqual([[tileKey({ page: PAGE, level: 0, col: 0, row: 0 })]]);
  });

  test('do not hide a stroke that was drawn meanwhile: what the patch has not is painted anew', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    view.cut([], { page: PAGE, box: part });
    view.change(change(2), strokeOnTop(2, part));
    const before = wants(worker).length;
    patchOf(worker, 1);
    expect(wants(worker).length).toBeGreaterThan(before);
  });

  test('are whole again when the hand lets go, as soon as the worker has said so', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    view.uncut(3);
    expect(worker.heard[worker.heard.length - 1]).toEqual({ type: 'uncut', revision: 3 });
    expect(view.shownRevision()).toBeLessThan(3);
    worker.calm();
    expect(view.shownRevision()).toBe(3);
  });

  test('that are taken whole one after another are told once each', () => {
    const { worker, view } = open();
    view.hide(['a', 'b'] as MarkId[], 1);
    view.hide(['a', 'b', 'c'] as MarkId[], 1);
    view.hide(['c', 'd'] as MarkId[], 1);
    view.hide([], 1);
    expect(worker.heard.slice(1).map((message) => (message.type === 'hide' || message.type === 'hideMore' ? [message.type, message.ids] : []))).toEqual([['hide', ['a', 'b']], ['hideMore', ['c']], ['hide', ['c', 'd']], ['hide', []]]);
  });
});
