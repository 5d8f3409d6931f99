import * as v from 'valibot';

/** Beyond this nothing on a drawing can be meant; such numbers come from damaged files. */
const FARTHEST = 1e6;
const place = v.pipe(v.number(), v.finite(), v.minValue(-FARTHEST), v.maxValue(FARTHEST));
const length = v.pipe(v.number(), v.finite(), v.transform(Math.abs), v.maxValue(FARTHEST));
/** A field of the look: nonsense in it costs the field, not the drawing. */
const look = <Out>(schema: v.GenericSchema<unknown, Out>, otherwise: NonNullable<Out>) => v.fallback(schema, otherwise as never);
const text = v.pipe(v.string(), v.maxLength(20_000));

const base = {
  id: look(v.string(), ''),
  x: place,
  y: place,
  angle: look(v.pipe(v.number(), v.finite()), 0),
  strokeColor: look(v.string(), '#1e1e1e'),
  backgroundColor: look(v.string(), 'transparent'),
  strokeWidth: look(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(200)), 2),
  strokeStyle: look(v.string(), 'solid'),
  opacity: look(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100)), 100),
  locked: look(v.boolean(), false),
  /** The smallest group first. */
  groupIds: look(v.pipe(v.array(v.string()), v.maxLength(50)), []),
};

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && [value[0], value[1]].every((n) => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= FARTHEST);

/** Points without those that are none, and for each which it was, so that pressures stay with their points. */
const points = v.pipe(
  v.array(v.unknown()),
  v.maxLength(1_000_000),
  v.transform((values) => values.flatMap((value, index) => (isPoint(value) ? [{ x: value[0], y: value[1], index }] : []))),
  v.minLength(1),
);

const binding = look(v.object({ elementId: v.string() }), { elementId: '' });

const freedrawSchema = v.object({
  ...base, points,
  pressures: look(v.array(v.unknown()), []),
  simulatePressure: look(v.boolean(), true),
});
const linearSchema = v.object({
  ...base, points: v.pipe(points, v.minLength(2)),
  startBinding: binding, endBinding: binding,
  startArrowhead: look(v.nullable(v.string()), ''),
  endArrowhead: look(v.nullable(v.string()), ''),
});
const boxSchema = v.object({ ...base, width: length, height: length });
export const textSchema = v.object({
  ...base, width: look(length, 0), height: look(length, 0), text,
  fontSize: look(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(2000)), 20),
  fontFamily: look(v.number(), 1),
  textAlign: look(v.string(), 'left'),
  containerId: look(v.string(), ''),
});
const imageSchema = v.object({ ...base, width: length, height: length, fileId: v.string() });
const frameSchema = v.object({ ...base, width: length, height: length, name: look(v.string(), '') });

export type Freedraw = v.InferOutput<typeof freedrawSchema>;
export type Linear = v.InferOutput<typeof linearSchema>;
export type BoxElement = v.InferOutput<typeof boxSchema>;
export type TextElement = v.InferOutput<typeof textSchema>;
export type ImageElement = v.InferOutput<typeof imageSchema>;
export type FrameElement = v.InferOutput<typeof frameSchema>;

/** One element that can be taken over, by kind. */
export type Element =
  | { readonly kind: 'freedraw'; readonly value: Freedraw }
  | { readonly kind: 'line' | 'arrow'; readonly value: Linear }
  | { readonly kind: 'rectangle' | 'ellipse' | 'diamond'; readonly value: BoxElement }
  | { readonly kind: 'text'; readonly value: TextElement }
  | { readonly kind: 'image'; readonly value: ImageElement }
  | { readonly kind: 'frame'; readonly value: FrameElement };

/** The scene file as a whole; its elements are looked at one by one. */
export const sceneSchema = v.object({
  type: v.picklist(['excalidraw', 'excalidraw/clipboard']),
  source: look(v.string(), ''),
  elements: v.array(v.unknown()),
  files: look(v.record(v.string(), v.unknown()), {}),
});
export const fileSchema = v.object({ dataURL: v.pipe(v.string(), v.maxLength(80_000_000)) });
const headSchema = v.object({ type: v.pipe(v.string(), v.maxLength(40)), isDeleted: look(v.boolean(), false) });

const parsed = <Out>(schema: v.GenericSchema<unknown, Out>, value: unknown): Out | undefined => {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
};

/** An element, `deleted` when its maker had taken it away, or the kind under which it is counted as skipped. */
export function readElement(value: unknown): Element | 'deleted' | { readonly skipped: string } {
  const head = parsed(headSchema, value);
  if (!head) return { skipped: 'unknown' };
  if (head.isDeleted) return 'deleted';
  const skipped = { skipped: /^[a-z]+$/.test(head.type) ? head.type : 'unknown' };
  switch (head.type) {
    case 'freedraw': { const read = parsed(freedrawSchema, value); return read ? { kind: 'freedraw', value: read } : skipped; }
    case 'line': case 'arrow': { const read = parsed(linearSchema, value); return read ? { kind: head.type, value: read } : skipped; }
    case 'rectangle': case 'ellipse': case 'diamond': { const read = parsed(boxSchema, value); return read ? { kind: head.type, value: read } : skipped; }
    case 'text': { const read = parsed(textSchema, value); return read && read.text.trim() !== '' ? { kind: 'text', value: read } : skipped; }
    case 'image': { const read = parsed(imageSchema, value); return read ? { kind: 'image', value: read } : skipped; }
    case 'frame': case 'magicframe': { const read = parsed(frameSchema, value); return read ? { kind: 'frame', value: read } : skipped; }
    default: return skipped;
  }
}
