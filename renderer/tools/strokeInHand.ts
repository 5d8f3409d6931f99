import type { InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { StrokeMark, StrokeTool } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import type { LiveMessage } from '../../shared/contract/room.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { IDENTITY } from '../../shared/geometry/matrix.ts';
import { packInk, type Ink } from '../../shared/ink/ink.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';
import { laidStraight, steppedEnd } from '../../shared/ink/straightLine.ts';
import type { LiveStroke } from '../stage/liveLayer.ts';
import type { ToolSample } from './tool.ts';

/** What a stroke has from its beginning on, whatever is chosen meanwhile. */
export type StrokeLooks = { readonly id: MarkId; readonly tool: StrokeTool; readonly page: PageId; readonly color: InkColor; readonly nib: Nib };

/** How a ruled line finds its end: where the hand is, or in the nearest direction of 15°. */
export type Ruled = 'no' | 'free' | 'stepped';

/** A stroke while it is drawn: every sample of it, and what the live layer and the room get to see. */
export type StrokeInHand = {
  readonly looks: StrokeLooks;
  /** Takes samples; one that says nothing new is left out. */
  readonly take: (samples: readonly ToolSample[]) => void;
  readonly rule: (ruled: Ruled) => void;
  readonly places: () => readonly Point[];
  /** Pressure of the newest sample, 0–1. */
  readonly pressure: () => number;
  readonly live: (predicted: readonly ToolSample[]) => LiveStroke;
  /** What the room has not seen yet, or null. */
  readonly news: () => Extract<LiveMessage, { kind: 'stroke' }> | null;
  readonly ink: () => Ink;
  readonly mark: (ink: InkId, order: string) => StrokeMark;
};

const pointOf = ({ at, pressure }: ToolSample): NibPoint => [at.x, at.y, pressure];
/** Ink is kept on a grid of 1/64 unit, pressure in 255 steps: the room needs no more. */
const told = ([x, y, pressure]: NibPoint): readonly number[] => [Math.round(x * 64) / 64, Math.round(y * 64) / 64, Math.round(pressure * 255) / 255];

/**
 * What is foretold goes on within 60° of the last step, and no faster than this many times what the hand did in so long a
 * time, ms: a browser that was held up gets events at once that came one after the other, and foretells leaps.
 */
const MOST_FASTER = 2;
const HAND_MS = 40;
const LEAST_COSINE = 0.5;
/** Times closer together than this, ms, are those of a held-up browser. */
const LEAST_MS = 8;

/** The places foretold up to the first at which the hand can hardly be. */
function believable(samples: readonly ToolSample[], predicted: readonly ToolSample[]): readonly ToolSample[] {
  const newest = samples[samples.length - 1], before = samples[samples.length - 2];
  if (!newest || !before || predicted.length === 0) return [];
  let way = 0, sinceMs = newest.timeMs;
  for (let i = samples.length - 1; i > 0 && newest.timeMs - sinceMs < HAND_MS; i--) {
    const from = samples[i - 1] as ToolSample, to = samples[i] as ToolSample;
    way += Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y);
    sinceMs = from.timeMs;
  }
  const speed = way / Math.max(newest.timeMs - sinceMs, LEAST_MS);
  const stepX = newest.at.x - before.at.x, stepY = newest.at.y - before.at.y;
  const isLeap = ({ at, timeMs }: ToolSample): boolean => {
    const x = at.x - newest.at.x, y = at.y - newest.at.y, far = Math.hypot(x, y);
    return far > MOST_FASTER * speed * (timeMs - newest.timeMs) || x * stepX + y * stepY < LEAST_COSINE * far * Math.hypot(stepX, stepY);
  };
  const leap = predicted.findIndex(isLeap);
  return leap < 0 ? predicted : predicted.slice(0, leap);
}

/** Begins a stroke. */
export function strokeInHand(looks: StrokeLooks, startMs: number): StrokeInHand {
  const { id, tool, page, color, nib } = looks;
  const samples: ToolSample[] = [];
  /** The same as the samples, as the live layer draws them. */
  const points: NibPoint[] = [];
  let ruled: Ruled = 'no';
  let sent = 0;

  /** The samples as they will be kept. */
  const laid = (): readonly ToolSample[] => {
    const first = samples[0], last = samples[samples.length - 1];
    if (ruled === 'no' || !first || !last) return samples;
    return laidStraight(samples, ruled === 'stepped' ? steppedEnd(first.at, last.at) : last.at);
  };
  return {
    looks,
    take(more) {
      for (const sample of more) {
        const last = samples[samples.length - 1];
        if (last && last.at.x === sample.at.x && last.at.y === sample.at.y && last.pressure === sample.pressure) continue;
        samples.push(sample);
        points.push(pointOf(sample));
      }
    },
    rule(next) {
      if (ruled !== next) sent = 0;
      ruled = next;
    },
    places: () => samples.map(({ at }) => at),
    pressure: () => samples[samples.length - 1]?.pressure ?? 0.5,
    live: (predicted) => (ruled === 'no' ? { tool, nib, color, points, predicted: believable(samples, predicted).map(pointOf) } : { tool, nib, color, points: laid().map(pointOf), predicted: [] }),
    news() {
      const { widthUnits, thinning, smoothing } = nib;
      const message = { kind: 'stroke', stroke: id, page, color, widthUnits, thinning, smoothing, tool } as const;
      if (ruled !== 'no') {
        const line = laid();
        return { ...message, from: 0, points: [line[0], line[line.length - 1]].flatMap((sample) => (sample ? told(pointOf(sample)) : [])) };
      }
      const from = sent;
      if (from === points.length) return null;
      sent = points.length;
      return { ...message, from, points: points.slice(from).flatMap(told) };
    },
    ink: () => packInk(laid().map(({ at, pressure, timeMs }) => ({ x: at.x, y: at.y, pressure, timeMs: timeMs - startMs }))),
    mark: (ink, order) => ({
      kind: 'stroke', id, page, layer: 'harvest', order, matrix: IDENTITY, locked: false,
      ink, tool, color, widthUnits: nib.widthUnits, thinning: nib.thinning, smoothing: nib.smoothing,
    }),
  };
}
