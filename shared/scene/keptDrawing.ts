import { generateNKeysBetween } from 'fractional-indexing';
import { asId, type AssetId, type BoardId, type GroupId, type InkId, type MarkId, type PageId } from '../base/ids.ts';
import type { Board, Inks } from '../board/board.ts';
import { bucketOf, comparePaintOrder, marksOnPage } from '../board/buckets.ts';
import type { NewInks } from '../board/commands.ts';
import { emptyBoard } from '../board/emptyBoard.ts';
import { ASCENT_EM } from '../board/lettering.ts';
import type { CardMark, ConnectorMark, Mark, ResultMark, TextMark } from '../board/marks.ts';
import { PLAIN_TEXT } from '../board/plainMarks.ts';
import type { Document } from '../board/readDocument.ts';
import { unionOf, type Box, type Point, type Size } from '../geometry/box.ts';
import { compose, scaling, tidy, translation, type Matrix } from '../geometry/matrix.ts';
import { cardParts } from '../harvest/cardLayout.ts';
import { encodeInk } from '../ink/inkCodec.ts';
import { curveOf, markNode, nodeBounds, type SceneContext } from './markNode.ts';
import type { SceneNode } from './sceneNode.ts';

const PAGE = asId<PageId>('p1');

/** A mark that can stand on any board. */
type Loose = Exclude<Mark, CardMark | ResultMark>;

/** The word of a card as plain lettering at the same place: put down again, it is no second harvest of that word. */
function lettering(card: CardMark, { board }: SceneContext): TextMark {
  const { word } = cardParts(card, board.tables);
  const matrix = compose(card.matrix, translation(word.x, word.baseline - ASCENT_EM * word.sizeUnits));
  const { id, page, layer, order, locked, text, lines, color } = card;
  return { id, page, layer, order, locked, matrix, kind: 'text', text, lines, hand: 'kop', sizeUnits: word.sizeUnits, color, align: 'left', heading: false, ...PLAIN_TEXT };
}

/** Marks as a drawing can hold them: words without who named them; results and words that wait are left out. */
function looseMarks(marks: readonly Mark[], context: SceneContext): readonly Loose[] {
  return marks.flatMap((mark): Loose[] => {
    if (mark.kind === 'result' || (mark.kind === 'card' && !mark.placed)) return [];
    return [mark.kind === 'card' ? lettering(mark, context) : mark];
  });
}

/** New ids for marks and inks of a copy. */
type Renamed = { readonly marks: ReadonlyMap<MarkId, MarkId>; readonly ink: (id: InkId) => InkId };

/** A connector whose ends hold on to what is copied along; every other end stays where it is seen to be. */
function reattached(mark: ConnectorMark, { marks }: Renamed, context: SceneContext): ConnectorMark {
  const curve = curveOf(mark, context);
  const end = (side: ConnectorMark['from'], at: Point): ConnectorMark['from'] => ({ mark: side.mark === null ? null : (marks.get(side.mark) ?? null), at });
  // Its ends now lie in the page's coordinates, so that nothing of its own matrix is left.
  return { ...mark, from: end(mark.from, curve.from), to: end(mark.to, curve.to), matrix: [1, 0, 0, 1, 0, 0] };
}

/**
 * How much thicker lines become when a drawing is made smaller: it keeps its weight beside others, though not all of it,
 * or a small house would be a blot.
 */
const lineFactor = (scale: number): number => (scale < 1 ? scale ** -0.5 : 1);

/** A mark under its new name, moved and made larger or smaller as a whole, lines and lettering of forms with it. */
function copied(mark: Loose, renamed: Renamed, context: SceneContext, to: Matrix, scale: number): Loose {
  const copy: Loose = mark.kind === 'connector' ? reattached(mark, renamed, context) : mark;
  const base = { id: renamed.marks.get(mark.id) ?? mark.id, matrix: tidy(compose(to, copy.matrix)) };
  switch (copy.kind) {
    case 'stroke': return { ...copy, ...base, ink: renamed.ink(copy.ink), widthUnits: copy.widthUnits * lineFactor(scale) };
    case 'shape': return { ...copy, ...base, area: 'none', widthUnits: copy.widthUnits * scale * lineFactor(scale), textSizeUnits: copy.textSizeUnits * scale };
    case 'connector': return { ...copy, ...base, widthUnits: copy.widthUnits * scale * lineFactor(scale) };
    case 'text': case 'stamp': case 'image': return { ...copy, ...base };
  }
}

/** Gives everything a new name, and the same thing the same one. */
function renamer<Id extends string>(newId: () => Id): (id: Id) => Id {
  const names = new Map<Id, Id>();
  return (id) => {
    const name = names.get(id) ?? newId();
    names.set(id, name);
    return name;
  };
}

/** Most marks belong to no group, and then have no such field. */
const grouped = (groups: readonly GroupId[]): { readonly groups?: readonly GroupId[] } => (groups.length > 0 ? { groups } : {});

const inBuckets = (marks: readonly Mark[]): Board['buckets'] => {
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return buckets;
};

/**
 * Takes marks off their board as a drawing of its own: a document with one page that is as large as they are painted.
 * @returns null when none of the marks can be kept
 */
export function keptDrawing(marks: readonly Mark[], context: SceneContext, name: string): Document | null {
  const loose = [...looseMarks(marks, context)].sort(comparePaintOrder);
  const box = unionOf(loose.map((mark): Box => nodeBounds(mark, context)));
  if (!box || box.w <= 0 || box.h <= 0) return null;
  const orders = generateNKeysBetween(null, null, loose.length);
  const inks: Record<InkId, string> = {};
  const inkNames = new Map<InkId, InkId>();
  for (const mark of loose) {
    const ink = mark.kind === 'stroke' ? context.inks.get(mark.ink) : undefined;
    if (mark.kind !== 'stroke' || !ink || inkNames.has(mark.ink)) continue;
    const id = asId<InkId>(`i${inkNames.size + 1}`);
    inkNames.set(mark.ink, id);
    inks[id] = encodeInk(ink);
  }
  const renamed: Renamed = { marks: new Map(loose.map(({ id }, i) => [id, asId<MarkId>(`m${i + 1}`)])), ink: (id) => inkNames.get(id) ?? id };
  const copies = loose
    .filter((mark) => mark.kind !== 'stroke' || inkNames.has(mark.ink))
    .map((mark, i): Mark => ({ ...copied(mark, renamed, context, translation(-box.x, -box.y), 1), page: PAGE, layer: 'harvest', locked: false, order: orders[i] as string }));
  const board: Board = {
    ...emptyBoard({ id: asId<BoardId>('stamp'), title: name, locale: context.board.locale, createdMs: 0 }),
    pages: { [PAGE]: { id: PAGE, title: '', order: 'a0', size: { w: box.w, h: box.h }, step: '' } },
    tables: {}, buckets: inBuckets(copies),
  };
  return { board, inks };
}

/** The marks of a kept drawing, and the size of its page. */
export function drawingOf({ board }: Document): { readonly marks: readonly Mark[]; readonly size: Size } {
  const page = Object.values(board.pages)[0];
  return page ? { marks: marksOnPage(board, page.id), size: page.size } : { marks: [], size: { w: 1, h: 1 } };
}

/**
 * A kept drawing ready to be painted at a scale, its page's corner at the origin.
 * @param inks the drawing's own, decoded
 */
export function drawingNodes({ board }: Document, inks: Inks, scale: number): readonly SceneNode[] {
  const context: SceneContext = { board, inks };
  const loose = looseMarks(drawingOf({ board, inks: {} }).marks, context);
  const same: Renamed = { marks: new Map(loose.map(({ id }) => [id, id])), ink: (id) => id };
  const scaled = loose.map((mark) => copied(mark, same, context, scaling(scale, scale), scale));
  const scene: SceneContext = { board: { ...board, buckets: inBuckets(scaled) }, inks };
  return scaled.map((mark) => markNode(mark, scene));
}

/** The pictures that a drawing shows. */
export function assetsOf(marks: Iterable<Mark>): readonly AssetId[] {
  return [...new Set([...marks].flatMap((mark) => (mark.kind === 'image' ? [mark.asset] : [])))];
}

/** Where a kept drawing is put down, and the names that its parts get there. */
export type PutDown = {
  readonly page: PageId;
  /** Its middle. */
  readonly at: Point;
  /** 1 is as it was drawn. */
  readonly scale: number;
  readonly newMarkId: () => MarkId;
  readonly newInkId: () => InkId;
  readonly newGroupId: () => GroupId;
  /** The fractional index that it lies above. */
  readonly above: string | null;
  /** The names of its pictures on this board. */
  readonly assets: ReadonlyMap<AssetId, AssetId>;
};

/**
 * The marks and ink that a kept drawing becomes on a board; nothing of them points back to where they were kept.
 * @param inks the drawing's own, decoded
 */
export function putDown(drawing: Document, inks: Inks, { page, at, scale, newMarkId, newInkId, newGroupId, above, assets }: PutDown): { readonly marks: readonly Mark[]; readonly inks: NewInks } {
  const { marks, size } = drawingOf(drawing);
  const context: SceneContext = { board: drawing.board, inks };
  const loose = looseMarks(marks, context);
  const orders = generateNKeysBetween(above, null, loose.length);
  const inkNames = new Map(Object.keys(drawing.inks).map((id) => [id as InkId, newInkId()]));
  const renamed: Renamed = { marks: new Map(loose.map(({ id }) => [id, newMarkId()])), ink: (id) => inkNames.get(id) ?? id };
  const groupOf = renamer(newGroupId);
  // One thing in the hand, whatever it is made of; its own groups stay within.
  const whole = loose.length > 1 ? [newGroupId()] : [];
  const to = compose(translation(at.x - (size.w * scale) / 2, at.y - (size.h * scale) / 2), scaling(scale, scale));
  const put = loose.map((mark, i): Mark => {
    const copy = copied(mark, renamed, context, to, scale);
    return { ...copy, ...grouped([...whole, ...(mark.groups ?? []).map(groupOf)]), page, order: orders[i] as string, ...(copy.kind === 'image' ? { asset: assets.get(copy.asset) ?? copy.asset } : {}) };
  });
  return { marks: put, inks: Object.fromEntries([...inkNames].map(([from, name]) => [name, drawing.inks[from] ?? ''])) };
}
