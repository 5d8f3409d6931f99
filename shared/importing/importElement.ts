import { asId, type GroupId, type InkId, type MarkId, type PageId } from '../base/ids.ts';
import { layLines, widestEm, type Hand, type MeasureEm } from '../board/lettering.ts';
import type { ConnectorEnd, ConnectorMark, Mark, MarkBase, ShapeMark, StrokeMark, TextMark } from '../board/marks.ts';
import { PLAIN_SHAPE, PLAIN_TEXT } from '../board/plainMarks.ts';
import type { AssetData } from '../contract/boards.ts';
import { boxAround, type Point } from '../geometry/box.ts';
import { compose, scaling, transformPoint, translation, tidy, type Matrix } from '../geometry/matrix.ts';
import { encodeInk, type InkText } from '../ink/inkCodec.ts';
import { elementMatrix } from './elementPlace.ts';
import type { BoxElement, Element, FrameElement, Freedraw, ImageElement, Linear, TextElement } from './excalidrawSchema.ts';
import { importFill, importInk, isDark, isWhite } from './importColor.ts';
import { IMPORT_THINNING, importInkSamples } from './importStroke.ts';

/** What taking over one element needs. */
export type Importing = {
  readonly page: PageId;
  readonly measure: MeasureEm;
  readonly newId: () => string;
  readonly toPage: Matrix;
  readonly scale: number;
  /** Width of a freehand line at middle pressure, for each unit of its `strokeWidth`. */
  readonly nibFactor: number;
  readonly pictures: ReadonlyMap<string, AssetData>;
  /** The mark that an element will be, and the elements, by the element's id. */
  readonly ids: ReadonlyMap<string, MarkId>;
  readonly byId: ReadonlyMap<string, Element>;
  /** Texts that stand in a form, by the form's id. */
  readonly captions: ReadonlyMap<string, TextElement>;
};

export type ImportResult =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly ink?: { readonly id: InkId; readonly text: InkText } }
  /** It became part of another mark. */
  | { readonly kind: 'absorbed' }
  | { readonly kind: 'skipped' };

const SKIPPED: ImportResult = { kind: 'skipped' };
/** Below this share a freehand line is meant as a highlighter. */
const HIGHLIGHT_BELOW = 0.65;

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** From an element's own coordinates, already at page scale, to the page. */
function placeOf(element: Element, { toPage, scale }: Importing): Matrix {
  return tidy(compose(compose(toPage, elementMatrix(element)), scaling(1 / scale, 1 / scale)));
}

function baseOf(element: Element, order: string, matrix: Matrix, importing: Importing): MarkBase {
  const id = importing.ids.get(element.value.id) as MarkId;
  // Ids that come twice in a damaged file still give two marks.
  const unique = importing.byId.get(element.value.id) === element ? id : asId<MarkId>(importing.newId());
  // Under the names that the file has for them; whoever has all marks gives them names of ours.
  const groups = [...element.value.groupIds].reverse() as unknown as readonly GroupId[];
  return { id: unique, page: importing.page, layer: 'harvest', order, matrix, locked: element.value.locked, ...(groups.length > 0 ? { groups } : {}) };
}

function stroke(element: Element, value: Freedraw, order: string, importing: Importing): ImportResult {
  const faint = value.opacity / 100 < HIGHLIGHT_BELOW;
  const color = importInk(value.strokeColor, faint ? 1 : value.opacity / 100);
  if (!color || value.opacity === 0) return SKIPPED;
  const size = value.strokeWidth * importing.nibFactor;
  const ink = asId<InkId>(importing.newId());
  const samples = importInkSamples(value, compose(importing.toPage, elementMatrix(element)), size);
  const mark: StrokeMark = {
    ...baseOf(element, order, [1, 0, 0, 1, 0, 0], importing),
    kind: 'stroke', ink, tool: faint ? 'highlighter' : 'pen', color,
    widthUnits: clamp(size * importing.scale, 0.4, 200), thinning: IMPORT_THINNING,
    // What the hand drew is kept as it is: small letters would close up.
    smoothing: 0,
  };
  return { kind: 'mark', mark, ink: { id: ink, text: encodeInk(samples) } };
}

const HANDS: Readonly<Record<number, Hand>> = { 2: 'face', 3: 'face', 6: 'face', 7: 'kop', 8: 'face', 9: 'face' };
/** Lettering of this size (Excalidraw's "very large") is a heading. */
const HEADING_SIZE = 36;

function text(element: Element, value: TextElement, order: string, importing: Importing): ImportResult {
  if (importing.captions.get(value.containerId) === value) return { kind: 'absorbed' };
  const color = importInk(value.strokeColor, value.opacity / 100);
  if (!color) return SKIPPED;
  const hand = HANDS[value.fontFamily] ?? 'hand';
  const sizeUnits = value.fontSize * importing.scale;
  const lines = layLines(value.text, hand, importing.measure);
  const centred = value.textAlign === 'center';
  const slack = value.width * importing.scale - widestEm(lines) * sizeUnits;
  const shift = centred ? slack / 2 : value.textAlign === 'right' ? slack : 0;
  const mark: TextMark = {
    ...baseOf(element, order, tidy(compose(placeOf(element, importing), translation(shift, 0))), importing),
    kind: 'text', text: value.text, lines, hand, sizeUnits, color, align: centred ? 'middle' : 'left', heading: value.fontSize >= HEADING_SIZE, ...PLAIN_TEXT,
  };
  return { kind: 'mark', mark };
}

/** A shape without lettering, fill or points, for the fields that all kinds of shapes share. */
function plainShape(base: MarkBase, form: ShapeMark['form'], color: ShapeMark['color'], widthUnits: number): ShapeMark {
  return {
    ...base, kind: 'shape', form, w: 0, h: 0, points: [], color, widthUnits, fill: null, dashed: false, shadow: false,
    text: '', lines: [], textSizeUnits: 0, hand: 'hand', area: 'none', ...PLAIN_SHAPE,
  };
}

const lineWidth = (value: { readonly strokeWidth: number }, { scale }: Importing): number => clamp(value.strokeWidth * scale, 0.5, 60);

function form(element: Element, kind: 'rectangle' | 'ellipse' | 'diamond', value: BoxElement, order: string, importing: Importing): ImportResult {
  const opacity = value.opacity / 100;
  const fill = importFill(value.backgroundColor, opacity);
  const color = importInk(value.strokeColor, opacity) ?? fill;
  if (!color || (value.width === 0 && value.height === 0)) return SKIPPED;
  const w = value.width * importing.scale, h = value.height * importing.scale;
  const caption = importing.captions.get(value.id);
  const hand = caption ? HANDS[caption.fontFamily] ?? 'hand' : 'hand';
  const textSizeUnits = caption ? caption.fontSize * importing.scale : 0;
  const mark: ShapeMark = {
    ...plainShape(baseOf(element, order, placeOf(element, importing), importing), kind, color, lineWidth(value, importing)),
    w, h, fill, dashed: value.strokeStyle !== 'solid', hand, textSizeUnits,
    text: caption?.text ?? '',
    lines: caption ? layLines(caption.text, hand, importing.measure, Math.max(w / textSizeUnits, 1)) : [],
  };
  // Forms letter in ink: white words on a dark form would be lost, so the form is then drawn without its fill.
  return { kind: 'mark', mark: caption && isWhite(caption.strokeColor) && isDark(fill) ? { ...mark, fill: null } : mark };
}

function line(element: Element, value: Linear, order: string, importing: Importing): ImportResult {
  const color = importInk(value.strokeColor, value.opacity / 100);
  if (!color) return SKIPPED;
  const box = boxAround(value.points);
  const { scale } = importing;
  const points = value.points.slice(0, 10_000).map(({ x, y }): Point => ({ x: (x - box.x) * scale, y: (y - box.y) * scale }));
  const matrix = tidy(compose(placeOf(element, importing), translation(box.x * scale, box.y * scale)));
  const mark: ShapeMark = {
    ...plainShape(baseOf(element, order, matrix, importing), 'line', color, lineWidth(value, importing)),
    w: box.w * scale, h: box.h * scale, points, dashed: value.strokeStyle !== 'solid',
  };
  return { kind: 'mark', mark };
}

/** The bend of a connector whose middle lies there: twice how far it lies beside the straight way, as a share of its length. */
function bendOf(from: Point, middle: Point, to: Point): number {
  const dx = to.x - from.x, dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : clamp((2 * (dx * (middle.y - from.y) - dy * (middle.x - from.x))) / squared, -2, 2);
}

function arrow(element: Element, value: Linear, order: string, importing: Importing): ImportResult {
  const color = importInk(value.strokeColor, value.opacity / 100);
  if (!color) return SKIPPED;
  const toPage = compose(importing.toPage, elementMatrix(element));
  const at = (i: number): Point => transformPoint(toPage, value.points[i] as Point);
  const last = value.points.length - 1;
  const bound = (elementId: string): MarkId | null => {
    const other = importing.byId.get(elementId);
    if (!other || other.kind === 'arrow' || other.kind === 'line') return null;
    // A caption is no mark of its own: the arrow holds on to its form.
    const holder = other.kind === 'text' && importing.captions.get(other.value.containerId) === other.value ? other.value.containerId : elementId;
    return importing.ids.get(holder) ?? null;
  };
  const start: ConnectorEnd = { mark: bound(value.startBinding.elementId), at: at(0) };
  const end: ConnectorEnd = { mark: bound(value.endBinding.elementId), at: at(last) };
  const backwards = value.endArrowhead === null && value.startArrowhead !== null && value.startArrowhead !== '';
  const bend = last > 1 ? bendOf(at(0), at(Math.floor(last / 2)), at(last)) : 0;
  const mark: ConnectorMark = {
    ...baseOf(element, order, [1, 0, 0, 1, 0, 0], importing),
    kind: 'connector', from: backwards ? end : start, to: backwards ? start : end, bend: backwards ? -bend : bend, color,
    widthUnits: lineWidth(value, importing), head: value.endArrowhead === null && !backwards ? 'none' : 'arrow',
  };
  return { kind: 'mark', mark };
}

function image(element: Element, value: ImageElement, order: string, importing: Importing): ImportResult {
  const picture = importing.pictures.get(value.fileId);
  if (!picture || value.width === 0 || value.height === 0) return SKIPPED;
  const base = baseOf(element, order, placeOf(element, importing), importing);
  return { kind: 'mark', mark: { ...base, kind: 'image', asset: picture.asset, w: value.width * importing.scale, h: value.height * importing.scale, alt: '' } };
}

/** Lettering on the line of a frame. */
const FRAME_LETTERING = 26;

function frame(element: Element, value: FrameElement, order: string, importing: Importing): ImportResult {
  const name = value.name.trim();
  const base = plainShape(baseOf(element, order, placeOf(element, importing), importing), 'frame', 'grijs2', 2.6);
  const lines = name === '' ? [] : layLines(name, 'kop', importing.measure);
  return { kind: 'mark', mark: { ...base, w: value.width * importing.scale, h: value.height * importing.scale, text: name, lines, textSizeUnits: FRAME_LETTERING, hand: 'kop' } };
}

/** Takes one element over as a mark. */
export function importElement(element: Element, order: string, importing: Importing): ImportResult {
  switch (element.kind) {
    case 'freedraw': return stroke(element, element.value, order, importing);
    case 'text': return text(element, element.value, order, importing);
    case 'rectangle': case 'ellipse': case 'diamond': return form(element, element.kind, element.value, order, importing);
    case 'line': return line(element, element.value, order, importing);
    case 'arrow': return arrow(element, element.value, order, importing);
    case 'image': return image(element, element.value, order, importing);
    case 'frame': return frame(element, element.value, order, importing);
  }
}
