import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetId, MarkId } from '../../../shared/base/ids.ts';
import { overlaps, type Box } from '../../../shared/geometry/box.ts';
import { shownBox, type CameraView } from '../../../renderer/stage/camera.ts';
import { levelFor, tilesInView } from '../../../renderer/stage/tilePlacing.ts';
import { gridKey, gridOf, tileBox, tileKey, type TileAddress } from '../../../renderer/tiles/messages.ts';
import { boardWith } from '../../shared/scene/marks.ts';
import { PAGE, type Picture, type SlowWorker } from './slowWorker.ts';
import { camera, change, drawn, open, SIZE, strokeOnTop, want, wants, WINDOW, withOverlayCanvas } from './tileScene.ts';

/** Twice the tiles in view (at most 6 here), twelve spare ones, and those of the coarsest level (at most 6). */
const MOST_TILES = 30;

withOverlayCanvas();

/** The tiles that a view needs, of the grid that it asked for last at that level. */
function visible({ heard }: SlowWorker, at: CameraView): readonly TileAddress[] {
  const level = levelFor(at, 1), asked = heard.flatMap((message) => (message.type === 'want' ? message.tiles : [])).filter((tile) => tile.level === level);
  return tilesInView(gridOf(asked[asked.length - 1] ?? { page: PAGE, level }), shownBox(at, WINDOW), SIZE);
}

describe('a view', () => {
  test('asks for what it shows, the middle first, and no more', () => {
    const { worker, view } = open();
    want(view, camera(100, 100));
    const [asked] = wants(worker);
    expect([...(asked ?? [])].sort()).toEqual(['p1/0/474,0/1/0', 'p1/0/474,0/1/1', 'p1/0/474,0/2/0', 'p1/0/474,0/2/1']);
  });

  test('that looks beside the sheet asks for nothing', () => {
    const { worker, view } = open();
    want(view, camera(5000, 5000));
    expect(wants(worker).flat()).toEqual([]);
  });

  test('is painted anew when marks are taken in the hand, or a picture has come, though the board stays as it was', () => {
    const { worker, view } = open();
    want(view, camera(100, 100));
    worker.calm();
    const before = worker.pictures.length;
    view.hide(['m1' as MarkId], 1);
    worker.calm();
    expect(worker.pictures.length).toBe(2 * before);
    view.asset('a1' as AssetId, new Uint8Array(), 'image/png', 1);
    worker.calm();
    expect(worker.pictures.length).toBe(3 * before);
  });

  test('that is panned over finished tiles asks for no repaint, however far and often', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -200, max: 700 }), fc.integer({ min: -200, max: 600 })), { minLength: 1, maxLength: 20 }), (places) => {
      const { worker, view } = open();
      for (const [x, y] of places) { want(view, camera(x, y)); worker.calm(); }
      const painted = worker.pictures.length;
      const said = worker.heard.length;
      for (const [x, y] of [...places].reverse()) want(view, camera(x, y));
      expect(worker.pictures.length).toBe(painted);
      expect(worker.heard.length).toBe(said);
    }));
  });

  test('paints no tile twice while it is panned slowly', () => {
    const { worker, view } = open();
    for (let x = 0; x < 600; x += 7) { want(view, camera(x, 0)); worker.take(); worker.paint(); worker.tell(); }
    worker.calm();
    const names = worker.pictures.map(({ address }) => tileKey(address));
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
  });

  test('shows other tiles where its own are not there yet, also between two zooms', () => {
    const { worker, view } = open();
    want(view, camera(0, 0, 4));
    worker.calm();
    want(view, camera(0, 0, 0));
    worker.calm();
    // Zooming in again: one tile of that level is there already, and nothing has been asked for yet.
    const levels = drawn(view, camera(200, 150, 4)).map(({ address }) => address.level);
    expect(levels).toContain(0);
    expect(levels[levels.length - 1]).toBe(4);
  });

  test('whose tiles are all there draws nothing else', () => {
    const { worker, view } = open();
    want(view, camera(0, 0, 2));
    worker.calm();
    want(view, camera(0, 0, 0));
    worker.calm();
    expect(new Set(drawn(view, camera(0, 0, 0)).map(({ address }) => address.level))).toEqual(new Set([0]));
  });
});

test('a sheet whose marks are carried aside has paper wherever no picture reaches', () => {
  const { worker, view } = open();
  const whole = { w: 1300, h: 900 }, at = camera(-30, -20);
  view.want(PAGE, at, whole, SIZE, 1);
  worker.calm();
  const paper: Box = { x: 30, y: 20, ...SIZE };
  fc.assert(fc.property(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }), fc.nat(SIZE.w - 1), fc.nat(SIZE.h - 1), (dx, dy, x, y) => {
    const laid: Box[] = [];
    const context = {
      fillRect: (left: number, top: number, w: number, h: number) => { laid.push({ x: left, y: top, w, h }); },
      drawImage: (_picture: unknown, left: number, top: number, w: number, h: number) => { laid.push({ x: left, y: top, w, h }); },
    };
    view.draw(context as unknown as CanvasRenderingContext2D, PAGE, { ...at, x: at.x + dx, y: at.y + dy }, whole, SIZE, 1, paper);
    expect(laid.some((box) => overlaps(box, { x: 30.4 + x, y: 20.4 + y, w: 0.1, h: 0.1 }))).toBe(true);
  }));
});

describe('a change', () => {
  test('has only the tiles painted anew that it touches', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    const before = worker.pictures.length;
    worker.damage.set(2, { x: 600, y: 20, w: 50, h: 50 });
    view.change(change(2), null);
    worker.calm();
    expect(worker.pictures.slice(before).map(({ address }) => tileKey(address))).toEqual(['p1/0/1/0']);
  });

  test('is shown when its tiles are there, and not before', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    expect(view.shownRevision()).toBe(1);
    worker.damage.set(2, { x: 20, y: 20, w: 50, h: 50 });
    view.change(change(2), null);
    worker.take();
    worker.tell();
    expect(view.shownRevision()).toBe(1);
    worker.calm();
    expect(view.shownRevision()).toBe(2);
  });

  test('outside the view is shown at once', () => {
    const { worker, view } = open();
    want(view, camera(0, 0, 4));
    worker.calm();
    worker.damage.set(2, { x: 1000, y: 800, w: 5, h: 5 });
    view.change(change(2), null);
    worker.calm();
    expect(view.shownRevision()).toBe(2);
  });

  test('that cannot be told piece by piece brings its ink along', () => {
    const { worker, view } = open();
    view.change({ kind: 'reset', board: boardWith([]), inks: { ['i1' as never]: 'AQA=' }, revision: 2 }, null);
    expect(worker.heard.find(({ type }) => type === 'reset')).toMatchObject({ inks: { i1: 'AQA=' } });
  });
});

describe('a stroke above all others', () => {
  test('is shown at once, and no tile is painted anew for it', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    const before = worker.pictures.length;
    const box = { x: 600, y: 20, w: 50, h: 50 };
    worker.damage.set(2, box);
    view.change(change(2), strokeOnTop(2, box));
    expect(view.shownRevision()).toBe(2);
    expect(drawn(view, camera(0, 0)).filter(({ laid }) => laid.length > 0).map(({ address }) => tileKey(address))).toEqual(['p1/0/1/0']);
    worker.calm();
    expect(worker.pictures.length).toBe(before);
    expect(view.shownRevision()).toBe(2);
  });

  test('waits for the worker while something below it is being painted anew', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    const box = { x: 20, y: 20, w: 50, h: 50 };
    worker.damage.set(2, box);
    worker.damage.set(3, box);
    view.change(change(2), null);
    view.change(change(3), strokeOnTop(3, box));
    expect(view.shownRevision()).toBe(1);
    worker.calm();
    expect(view.shownRevision()).toBe(3);
    expect(drawn(view, camera(0, 0)).every(({ laid }) => laid.length === 0)).toBe(true);
  });

  test('is laid on a tile that was on its way when it was drawn', () => {
    const { worker, view } = open();
    worker.take(); worker.tell();
    want(view, camera(0, 0));
    worker.take(); worker.paint();
    const [first] = worker.pictures;
    const box = tileBox((first as Picture).address);
    worker.damage.set(2, box);
    view.change(change(2), strokeOnTop(2, box));
    worker.tell();
    expect(drawn(view, camera(0, 0)).map(({ laid }) => laid)).toEqual([[2]]);
    worker.calm();
    expect(view.shownRevision()).toBe(2);
  });
});

test('tiles that were not looked at for long are let go of, those in view never', () => {
  const { worker, view } = open();
  for (let round = 0; round < 40; round++) {
    for (const level of [0, 4, 6, 7]) {
      const at = camera((round * 97) % 900, (round * 61) % 600, level);
      want(view, at);
      worker.calm();
      const shown = drawn(view, at);
      expect(shown.every((picture) => !picture.closed)).toBe(true);
      const names = new Set(shown.map(({ address }) => tileKey(address)));
      for (const address of visible(worker, at)) expect(names.has(tileKey(address))).toBe(true);
    }
  }
  expect(worker.pictures.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(MOST_TILES);
  expect(worker.pictures.some(({ closed }) => closed)).toBe(true);
});

test('a closed view ends its worker, lets go of every picture and hears nothing more', () => {
  const { worker, view } = open();
  want(view, camera(0, 0));
  worker.take(); worker.take(); worker.paint(); worker.paint(); worker.tell(); worker.tell();
  view.close();
  worker.tell();
  expect(worker.terminated).toBe(true);
  expect(worker.onmessage).toBeNull();
  expect(worker.pictures[0]?.closed).toBe(true);
  expect(drawn(view, camera(0, 0))).toEqual([]);
});

test('what a gesture takes in hand, pictures and their sizes are passed on to the worker', () => {
  const { worker, view } = open();
  view.hide(['m1' as MarkId], 4);
  view.asset('a1' as AssetId, new Uint8Array([1]), 'image/png', 5);
  expect(worker.heard.slice(1)).toMatchObject([{ type: 'hide', ids: ['m1'], revision: 4 }, { type: 'asset', asset: 'a1', revision: 5 }]);
});

describe('a view that is about to be another one', () => {
  test('and is come back to elsewhere before its tiles have come shows those of one grid', () => {
    const { worker, view } = open();
    const away = camera(0, 0, 3), back = camera(290, 240);
    want(view, camera(100, 100));
    worker.take(); worker.take(); worker.paint();
    want(view, away);
    want(view, back);
    worker.calm();
    expect(new Set(drawn(view, back).filter(({ address }) => address.level === 0).map(({ address }) => gridKey(address))).size).toBe(1);
    expect(drawn(view, back).map(({ address }) => tileKey(address)).sort()).toEqual(visible(worker, back).map(tileKey).sort());
  });

  test('has nothing more painted of what it asked for, until it rests and asks anew', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.take(); worker.take(); worker.paint();
    view.hold();
    view.hold();
    worker.calm();
    expect(worker.pictures).toHaveLength(1);
    expect(wants(worker)).toHaveLength(2);
    const at = camera(20, 30, 2);
    want(view, at);
    worker.calm();
    expect(worker.pictures.slice(1).map(({ address }) => tileKey(address)).sort()).toEqual(visible(worker, at).map(tileKey).sort());
  });

  test('does not count as showing what was changed meanwhile', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.take(); worker.take(); worker.paint();
    view.hold();
    worker.damage.set(2, { x: 20, y: 20, w: 50, h: 50 });
    view.change(change(2), null);
    worker.calm();
    expect(view.shownRevision()).toBeLessThan(2);
    want(view, camera(0, 0));
    worker.calm();
    expect(view.shownRevision()).toBe(2);
  });

  test('tells the worker to go on when it rests, also when the last tile came meanwhile and none is missing', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    while (wants(worker)[0]?.length !== worker.pictures.length) { worker.take(); worker.paint(); }
    view.hold();
    expect(worker.heard[worker.heard.length - 1]).toMatchObject({ type: 'want', tiles: [], hold: true });
    worker.calm();
    want(view, camera(0, 0));
    expect(worker.heard[worker.heard.length - 1]).toEqual({ type: 'want', tiles: [], got: worker.pictures.length });
    const said = worker.heard.length;
    want(view, camera(0, 0));
    expect(worker.heard).toHaveLength(said);
  });

  test('that has all its tiles has nothing to tell', () => {
    const { worker, view } = open();
    want(view, camera(0, 0));
    worker.calm();
    const said = worker.heard.length;
    view.hold();
    expect(worker.heard).toHaveLength(said);
  });
});

type Step = { readonly kind: 'hold' | 'change' | 'onTop' | 'pan' | 'zoom' | 'reset' | 'take' | 'paint' | 'tell'; readonly x: number; readonly y: number };
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom<Step['kind']>('hold', 'change', 'onTop', 'onTop', 'pan', 'zoom', 'reset', 'take', 'take', 'take', 'paint', 'paint', 'tell', 'tell', 'tell'), x: fc.nat(1100), y: fc.nat(800) });

test('however messages take their time, nothing counts as shown before its tiles show it, and in the end everything is', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
    const { worker, view } = open();
    let at = camera(0, 0);
    let revision = 1;
    const changed = new Map<number, Box | 'all'>([[1, 'all']]);
    const check = (): void => {
      const shown = view.shownRevision();
      const grids = drawn(view, at).map(({ address }) => ({ key: gridKey(address), level: address.level }));
      expect(new Set(grids.map(({ key }) => key)).size, 'two grids of one level lie one above the other').toBe(new Set(grids.map(({ level }) => level)).size);
      const there = new Map(drawn(view, at).map((picture) => [tileKey(picture.address), picture]));
      for (const address of visible(worker, at)) {
        const box = tileBox(address);
        for (const [of, where] of changed) {
          if (of <= shown && (where === 'all' || overlaps(where, box))) expect(there.get(tileKey(address))?.shows(of)).toBe(true);
        }
      }
    };
    let isHeld = false;
    want(view, at);
    for (const { kind, x, y } of steps) {
      switch (kind) {
        case 'change': case 'onTop': case 'reset': {
          revision++;
          const box = { x, y, w: 40, h: 30 };
          worker.damage.set(revision, box);
          changed.set(revision, kind === 'reset' ? 'all' : box);
          view.change(kind === 'reset' ? { kind, board: boardWith([]), inks: {}, revision } : change(revision), kind === 'onTop' ? strokeOnTop(revision, box) : null);
          break;
        }
        case 'pan': at = { ...at, x: x - 100, y: y - 100 }; want(view, at); isHeld = false; break;
        case 'zoom': at = camera(x - 100, y - 100, x % 4); want(view, at); isHeld = false; break;
        case 'hold': view.hold(); isHeld = true; break;
        case 'take': worker.take(); break;
        case 'paint': worker.paint(); break;
        case 'tell': worker.tell(); break;
      }
      check();
    }
    // A view that was held waits to be asked what is in view now; every other one goes on by itself.
    if (isHeld) want(view, at);
    worker.calm();
    check();
    expect(view.shownRevision()).toBe(revision);
  }), { numRuns: 100 });
});
