import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssetId, MarkId, PageId } from '../../../shared/base/ids.ts';
import { createMessageOrder } from '../../../renderer/tiles/messageOrder.ts';
import type { TileAddress, ToTiles } from '../../../renderer/tiles/messages.ts';
import { createTileQueue } from '../../../renderer/tiles/tileQueue.ts';
import { createTileWork, type DoneTile } from '../../../renderer/tiles/tileWork.ts';
import { boardWith } from '../../shared/scene/marks.ts';

const tile = (col: number): TileAddress => ({ page: 'p1' as PageId, level: 0, col, row: 0 });
const want = (...cols: readonly number[]): ToTiles => ({ type: 'want', tiles: cols.map(tile), got: Infinity });
const stroke = (revision: number): ToTiles => ({ type: 'change', change: { kind: 'transform', ids: [], matrix: [1, 0, 0, 1, 0, 0] }, inks: {}, revision });
const picture = (revision: number): ToTiles => ({ type: 'asset', asset: 'a1' as AssetId, bytes: new Uint8Array(), mime: 'image/png', revision });

/** Something that ends when a hand says so. */
type Pending = { readonly go: () => void; readonly fail: () => void };
/** Lets everything happen that waits for nothing. */
async function settle(): Promise<void> { for (let i = 0; i < 60; i++) await Promise.resolve(); }

/** So many marks are on the board from the start; a slice paints fewer. */
const MARKS = 100;

/** A worker whose board is a list of names; whatever takes time in a browser waits here for a hand. */
class HandWorker {
  board: readonly string[] = Array.from({ length: MARKS }, (_, i) => `m${i}`);
  revision = 1;
  /** Cannot be painted. */
  bad = '';
  readonly sent: { readonly col: number; readonly revision: number; readonly marks: readonly string[] }[] = [];
  /** What the window is told, in its order. */
  readonly told: string[] = [];
  readonly states = new Map<number, readonly string[]>([[1, this.board]]);
  readonly failures: unknown[] = [];
  readonly copies: Pending[] = [];
  readonly decodings: Pending[] = [];
  opening: (Pending & { readonly done: Promise<void> }) | null = null;
  #turn: (() => void) | null = null;
  #nowMs = 0;
  readonly #queue = createTileQueue();
  readonly #painted = new Map<number, string[]>();
  readonly #work = createTileWork({
    queue: this.#queue, nowMs: () => this.#nowMs, revision: () => this.revision,
    nodesOf: () => this.board.map((id) => ({ id: id as MarkId, matrix: [1, 0, 0, 1, 0, 0], bounds: { x: 0, y: 0, w: 1, h: 1 }, ops: [] })),
    open: ({ col }) => {
      const mine: string[] = [];
      this.#painted.set(col, mine);
      return {
        paint: ({ id }) => {
          if (id === this.bad) throw new Error('A mark that cannot be painted');
          this.#nowMs++;
          mine.push(id);
        },
        flush: () => undefined,
        copy: () => Promise.reject(new Error('Nobody copies')),
        give: async () => { await this.#wait(this.copies); return mine as unknown as ImageBitmap; },
        drop: () => undefined,
      };
    },
  });
  readonly #order = createMessageOrder({
    paint: async () => { await this.#send(this.#work.step(this.#nowMs + 40)); },
    finish: async () => { await this.#send(this.#work.finish()); },
    hasWork: () => this.#queue.size() > 0,
    opening: () => this.opening?.done ?? null,
    later: (turn) => { this.#turn = turn; },
    failed: (error) => { this.failures.push(error); },
    prepare: async (message) => {
      if (message.type === 'asset') await this.#wait(this.decodings);
      return () => this.#take(message);
    },
  });

  hear(message: ToTiles): void {
    if (message.type === 'close') this.#forget();
    this.#order.hear(message);
  }
  turn(): void {
    const turn = this.#turn;
    this.#turn = null;
    turn?.();
  }
  /** Goes on until nothing is left to do. */
  async calm(): Promise<void> {
    for (let i = 0; i < 400; i++) {
      await settle();
      this.copies.shift()?.go();
      this.decodings.shift()?.go();
      this.turn();
    }
  }
  open(): void {
    let go = (): void => undefined;
    const done = new Promise<void>((resolve) => { go = resolve; });
    this.opening = { done, go: () => go(), fail: () => undefined };
  }

  #wait(list: Pending[]): Promise<void> {
    return new Promise((resolve, reject) => { list.push({ go: resolve, fail: () => reject(new Error('It is refused')) }); });
  }
  #forget(): void {
    this.told.push('forgotten');
    this.opening?.go();
    this.opening = null;
  }
  #take(message: ToTiles): void {
    this.told.push(message.type);
    if (message.type === 'want') {
      this.#queue.want(message.tiles, this.sent.length);
      this.#work.leave('unwanted');
    }
    if (message.type !== 'change' && message.type !== 'asset') return;
    this.revision = message.revision;
    this.board = [...this.board, `${message.type} ${message.revision}`];
    this.states.set(this.revision, this.board);
    this.#queue.damaged();
    this.told.push(`damaged ${this.revision}`);
  }
  async #send(done: DoneTile | null): Promise<void> {
    if (!done) return;
    try {
      const marks = [...(await done.coming) as unknown as readonly string[]];
      this.#queue.send(done.address);
      this.sent.push({ col: done.address.col, revision: done.revision, marks });
      this.told.push(`tile ${done.revision}`);
    } catch (error) {
      this.#queue.fail(done.address, 'sending');
      throw error;
    }
  }
}

/** Half of tile 1 is painted, and tile 2 waits. */
async function halfPainted(): Promise<HandWorker> {
  const worker = new HandWorker();
  worker.hear(want(1, 2));
  await settle();
  worker.turn();
  await settle();
  return worker;
}

test('a stroke that comes while a tile is being copied is on every tile that is sent after it', async () => {
  const worker = await halfPainted();
  worker.hear(stroke(2));
  await settle();
  expect(worker.copies, 'the half tile is finished as the board was').toHaveLength(1);
  worker.turn();
  await settle();
  worker.hear(want(2));
  await worker.calm();
  expect(worker.sent.map(({ col, revision, marks }) => [col, revision, marks.length])).toEqual([[1, 1, MARKS], [2, 2, MARKS + 1]]);
  expect(worker.told).toEqual(['want', 'tile 1', 'change', 'damaged 2', 'want', 'tile 2']);
});

test('a picture that is decoded while a tile is painted is on that tile, or the tile counts as older', async () => {
  const worker = await halfPainted();
  worker.hear(picture(2));
  await settle();
  expect(worker.decodings).toHaveLength(1);
  worker.turn();
  await settle();
  worker.turn();
  await settle();
  worker.decodings.shift()?.go();
  await worker.calm();
  expect(worker.sent.map(({ col }) => col)).toEqual([1, 2]);
  for (const { revision, marks } of worker.sent) expect(marks).toEqual(worker.states.get(revision));
  expect(worker.told.indexOf('tile 1')).toBeLessThan(worker.told.indexOf('damaged 2'));
});

test('while a picture is decoded tiles are painted all the same', async () => {
  const worker = await halfPainted();
  worker.hear(picture(2));
  for (let i = 0; i < 8; i++) {
    await settle();
    worker.copies.shift()?.go();
    await settle();
    worker.turn();
  }
  expect(worker.sent).toHaveLength(2);
  expect(worker.decodings).toHaveLength(1);
});

test('a tile that cannot be painted does not keep back the stroke that comes after it', async () => {
  const worker = await halfPainted();
  worker.bad = 'm90';
  worker.hear(stroke(2));
  await settle();
  expect(worker.board).toContain('change 2');
  expect(worker.failures).toHaveLength(1);
  worker.bad = '';
  worker.hear(want(1, 2));
  await worker.calm();
  expect(worker.sent.map(({ col, revision }) => [col, revision])).toEqual([[1, 2], [2, 2]]);
});

test('a tile whose picture is refused keeps back no stroke, and is painted when it is wanted again', async () => {
  const worker = await halfPainted();
  worker.hear(stroke(2));
  await settle();
  worker.copies.shift()?.fail();
  await settle();
  expect(worker.board).toContain('change 2');
  worker.hear(want(1));
  await worker.calm();
  expect(worker.sent.map(({ col, revision }) => [col, revision])).toEqual([[1, 2]]);
  expect(worker.failures).toHaveLength(1);
});

test('a message that cannot be taken hinders none that follow', async () => {
  const worker = new HandWorker();
  worker.hear(picture(2));
  worker.hear(stroke(3));
  await settle();
  worker.decodings.shift()?.fail();
  await settle();
  expect(worker.board.slice(MARKS)).toEqual(['change 3']);
  worker.hear(want(1));
  await worker.calm();
  expect(worker.sent).toHaveLength(1);
});

test('while a board is opened the view may move, and strokes wait', async () => {
  const worker = new HandWorker();
  worker.open();
  worker.hear(want(1));
  worker.hear(stroke(2));
  await settle();
  expect(worker.told).toEqual(['want']);
  worker.opening?.go();
  await settle();
  expect(worker.told).toEqual(['want', 'change', 'damaged 2']);
});

test('a board that is closed is let go of at once, though a stroke waits until it is open', async () => {
  const worker = new HandWorker();
  worker.open();
  worker.hear(stroke(2));
  worker.hear({ type: 'close' });
  expect(worker.told).toEqual(['forgotten']);
  worker.hear({ type: 'open', viewer: 'desk', board: boardWith([]), inks: {}, revision: 1 });
  await settle();
  expect(worker.told).toEqual(['forgotten', 'change', 'damaged 2', 'close', 'open']);
});

type Step = 'turn' | 'copied' | 'refused' | 'decoded' | 'settle' | 'stroke' | 'picture' | 'want';
const STEPS: readonly Step[] = ['turn', 'turn', 'turn', 'copied', 'copied', 'refused', 'decoded', 'settle', 'settle', 'stroke', 'picture', 'want', 'want'];

test('whatever comes when, each tile shows the board of its number, and none older is sent once newer damage is told', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
    const worker = new HandWorker();
    let revision = 1;
    worker.hear(want(1, 2, 3));
    for (const step of steps) {
      switch (step) {
        case 'turn': worker.turn(); break;
        case 'copied': worker.copies.shift()?.go(); break;
        case 'refused': worker.copies.shift()?.fail(); break;
        case 'decoded': worker.decodings.shift()?.go(); break;
        case 'settle': await settle(); break;
        case 'stroke': worker.hear(stroke(++revision)); break;
        case 'picture': worker.hear(picture(++revision)); break;
        case 'want': worker.hear(want(1, 2, 3)); break;
      }
    }
    await worker.calm();
    worker.hear(want(1, 2, 3));
    await worker.calm();
    for (const one of worker.sent) expect(one.marks).toEqual(worker.states.get(one.revision));
    let newest = 1;
    for (const said of worker.told) {
      const [what, number] = said.split(' ');
      if (what === 'damaged') newest = Number(number);
      if (what === 'tile') expect(Number(number)).toBe(newest);
    }
    expect(worker.board).toHaveLength(MARKS + revision - 1);
    const last = new Map(worker.sent.map(({ col, revision: of }) => [col, of]));
    expect([...last.values()].filter((of) => of === revision).length).toBe(3);
  }), { numRuns: 60 });
});
