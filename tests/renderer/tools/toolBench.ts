import type { GroupId, InkId, MarkId } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import type { LiveMessage } from '../../../shared/contract/room.ts';
import { FIRST_SETTINGS, type Settings } from '../../../shared/contract/settings.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import type { Ink } from '../../../shared/ink/ink.ts';
import { createCamera } from '../../../renderer/stage/camera.ts';
import type { LiveStroke, Overlay } from '../../../renderer/stage/liveLayer.ts';
import { createAfterwork } from '../../../renderer/state/afterwork.ts';
import { createBoardStore, type BoardStore } from '../../../renderer/state/boardStore.ts';
import { orderAbove } from '../../../renderer/state/orders.ts';
import type { GuideLine } from '../../../renderer/stage/paintAids.ts';
import type { StrokeCut } from '../../../renderer/tiles/messages.ts';
import type { DrawingStyle, Tool, ToolContext, ToolPointer, ToolSample } from '../../../renderer/tools/tool.ts';
import { MemoryService } from '../state/memoryService.ts';
import { PAGE } from '../../shared/scene/marks.ts';
import { measureEm } from '../../support/measureEm.ts';

/** A desk without a window: a real board store over real commands, and a record of what a tool showed. */
export type ToolBench = {
  readonly store: BoardStore;
  readonly service: MemoryService;
  readonly context: ToolContext;
  readonly commands: Command[];
  readonly kept: Mark[];
  readonly live: (LiveStroke | null)[];
  readonly overlays: (Overlay | null)[];
  readonly guides: (readonly GuideLine[])[];
  readonly sent: LiveMessage[];
  readonly hidden: (readonly MarkId[])[];
  readonly cuts: ({ readonly cuts: readonly StrokeCut[]; readonly where: Box } | null)[];
  readonly carried: (Point | 'marks' | null)[];
  readonly written: ({ readonly at: Point } | { readonly mark: MarkId })[];
  selection: readonly MarkId[];
  inside: GroupId | null;
  nowMs: number;
  /** Lets time pass: what a tool waits for happens in its order. */
  readonly pass: (ms: number) => void;
  readonly set: (part: { readonly style?: Partial<DrawingStyle>; readonly settings?: Partial<Settings> }) => void;
  /** Times that the tool gave way to the one before it. */
  gaveWay: number;
};

const STYLE: DrawingStyle = { color: 'ink', fill: null, lettering: { hand: 'kop', caps: false, sizeUnits: 36, accent: 'none', accentColor: null }, widthUnits: 3.6, highlighterColor: 'licht', shadowColor: 'grijs1', eraserUnits: 18, eraserPart: false, stamp: null, kept: null };

/** Sets up a bench with marks on the board; ink by the id of its stroke. */
export function toolBench(marks: readonly Mark[] = [], inks: { readonly [stroke: string]: Ink } = {}): ToolBench {
  const service = new MemoryService(emptyBoard({ id: 'b1' as never, title: '', locale: 'nl', createdMs: 0 }));
  let next = 0;
  const store = createBoardStore({ host: service.host, opened: service.opened, newOpId: () => `op${++next}`, onTrouble: () => undefined });
  if (marks.length > 0) store.do({ type: 'marks.put', what: 'import', marks, inks: Object.fromEntries(Object.entries(inks).map(([id, ink]) => [`ink-${id}`, encodeInk(ink)])) });
  let style = STYLE;
  let settings = FIRST_SETTINGS;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  const wait: ToolContext['wait'] = (ms, run) => {
    const timer = { atMs: bench.nowMs + ms, run };
    timers.add(timer);
    return () => { timers.delete(timer); };
  };
  const bench: ToolBench = {
    store, service, commands: [], kept: [], live: [], overlays: [], guides: [], sent: [], hidden: [], cuts: [], carried: [], written: [], selection: [], inside: null, nowMs: 1_000_000, gaveWay: 0,
    pass(ms) {
      bench.nowMs += ms;
      for (const timer of [...timers].sort((a, b) => a.atMs - b.atMs)) if (timer.atMs <= bench.nowMs && timers.delete(timer)) timer.run();
    },
    set(part) {
      style = { ...style, ...part.style };
      settings = { ...settings, ...part.settings };
    },
    context: {
      view: store.get, page: () => PAGE, style: () => style, settings: () => settings, measure: measureEm, camera: createCamera({ x: 0, y: 0, scale: 1 }),
      do(command) {
        bench.commands.push(command);
        return store.do(command);
      },
      keep: (mark) => bench.kept.push(mark),
      live: (stroke) => bench.live.push(stroke && { ...stroke, points: [...stroke.points] }),
      overlay: (overlay) => bench.overlays.push(overlay),
      guides: (lines) => bench.guides.push(lines),
      broadcast: (message) => bench.sent.push(message),
      selection: () => bench.selection,
      select: (ids) => { bench.selection = ids; },
      hide: (ids) => bench.hidden.push(ids),
      cut: (cuts, where) => bench.cuts.push({ cuts, where }),
      uncut: () => bench.cuts.push(null),
      picture: () => Promise.resolve(null),
      carry: (by) => bench.carried.push(by),
      painted: () => Promise.resolve(),
      write: (target) => bench.written.push(target),
      newMarkId: () => `mark${++next}` as MarkId,
      newInkId: () => `ink${++next}` as InkId,
      newGroupId: () => `group${++next}` as GroupId,
      inside: () => bench.inside,
      enter: (group) => { bench.inside = group; },
      topOrder: () => orderAbove(store.get().board, PAGE),
      nowMs: () => bench.nowMs,
      wait,
      afterwork: createAfterwork({ nowMs: () => bench.nowMs, wait }),
      units: (px) => px,
      wholePixels: ({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }),
      done: () => { bench.gaveWay++; },
    },
  };
  return bench;
}

/** One place of a pointer: x, y, and where it matters pressure and time in ms. */
export type Spot = readonly [x: number, y: number, pressure?: number, timeMs?: number];

export const sample = ([x, y, pressure = 0.5, timeMs = 0]: Spot): ToolSample => ({ at: { x, y }, pressure, timeMs });

/** A pointer event with these places. */
export const pointer = (spots: readonly Spot[], part: Partial<ToolPointer> = {}): ToolPointer => {
  const samples = spots.map(sample);
  return { device: 'mouse', samples, predicted: [], screenPx: samples[samples.length - 1]?.at ?? { x: 0, y: 0 }, shift: false, alt: false, mod: false, ...part };
};

/** A whole gesture: down at the first place, moves to the others, up at the last. */
export function pull(tool: Tool, spots: readonly Spot[], part: Partial<ToolPointer> = {}): void {
  const [first, ...rest] = spots as readonly [Spot, ...Spot[]];
  tool.down(pointer([first], part));
  for (const spot of rest) tool.move(pointer([spot], part));
  tool.up(pointer([rest[rest.length - 1] ?? first], part));
}

/** The last of a record. */
export const last = <Item>(items: readonly Item[]): Item | undefined => items[items.length - 1];
