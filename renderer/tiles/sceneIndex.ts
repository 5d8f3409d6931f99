import RBush from 'rbush';
import type { InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board, Inks } from '../../shared/board/board.ts';
import { comparePaintOrder, markOf, marksOf } from '../../shared/board/buckets.ts';
import type { LayerName, Mark } from '../../shared/board/marks.ts';
import { showsLayer, type Viewer } from '../../shared/board/viewer.ts';
import { overlaps, type Box, type Point } from '../../shared/geometry/box.ts';
import { inkPieces, wholeSpan, type Span } from '../../shared/ink/rub.ts';
import { markNode, nodeBounds } from '../../shared/scene/markNode.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { strokeNear } from '../../shared/scene/strokeNear.ts';
import { pieceNode, thinStroke } from '../../shared/scene/thinStroke.ts';
import type { Damage } from './messages.ts';

type Entry = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number; readonly id: MarkId };

/** Of more marks than this the places are found all at once, which is then cheaper than taking each out of the tree and putting it in again. */
const MOST_ONE_BY_ONE = 800;

/** Strokes that a hand has cut: the ink that they had, and what is left of it. */
export type CutInHand = ReadonlyMap<MarkId, { readonly ink: InkId; readonly spans: readonly Span[] }>;

const NO_CUTS: CutInHand = new Map();

/** Where a mark was painted last, so that its old place is painted again when it moves. */
type Placed = { readonly page: PageId; readonly entry: Entry };

const NO_WAY: Point = { x: 0, y: 0 };

/** Finds the marks in a part of a page (R-tree, rbush) and keeps up with changes mark by mark. */
export class SceneIndex {
  #board: Board;
  readonly #inks: Inks;
  readonly #trees = new Map<PageId, RBush<Entry>>();
  readonly #placed = new Map<MarkId, Placed>();
  /** How far everything on a page has gone since its tree was made. */
  readonly #ways = new Map<PageId, Point>();
  readonly #attached = new Map<MarkId, Set<MarkId>>();

  constructor(board: Board, inks: Inks) {
    this.#board = board;
    this.#inks = inks;
    this.#placeAll();
  }

  get board(): Board { return this.#board; }

  /**
   * Takes a new state of the board in which only the named marks differ. Returns what must be painted again.
   * @param by how far all of them were moved, when nothing else was done to them
   */
  update(board: Board, ids: readonly MarkId[], by: Point | null = null): readonly Damage[] | 'all' {
    this.#board = board;
    const all = this.#withFollowers(ids);
    if (all.size > MOST_ONE_BY_ONE) {
      if (!by || !this.#pushAll(all, by)) this.#placeAll();
      return 'all';
    }
    return [...all].flatMap((id) => this.#placeOne(id));
  }

  /** Finds the place of a mark anew; tells where it was and where it is. */
  #placeOne(id: MarkId): readonly Damage[] {
    const damage: Damage[] = [];
    const before = this.#placed.get(id);
    if (before) {
      this.#treeOf(before.page).remove(before.entry);
      this.#placed.delete(id);
      damage.push({ page: before.page, box: this.#boxOf(before) });
    }
    const mark = markOf(this.#board, id);
    if (!mark) return damage;
    const placed: Placed = { page: mark.page, entry: this.#entryOf(mark) };
    this.#treeOf(mark.page).insert(placed.entry);
    this.#placed.set(id, placed);
    this.#follow(mark);
    return [...damage, { page: mark.page, box: this.#boxOf(placed) }];
  }

  /** Where the named marks, and what hangs on them, lie now. */
  damageOf(ids: readonly MarkId[]): readonly Damage[] | 'all' {
    const all = this.#withFollowers(ids);
    if (all.size > MOST_ONE_BY_ONE) return 'all';
    return [...all].flatMap((id) => {
      const placed = this.#placed.get(id);
      return placed ? [{ page: placed.page, box: this.#boxOf(placed) }] : [];
    });
  }

  #withFollowers(ids: readonly MarkId[]): ReadonlySet<MarkId> {
    const all = new Set(ids);
    for (const id of ids) for (const follower of this.#attached.get(id) ?? []) all.add(follower);
    return all;
  }

  /** Everything on a page goes aside: its tree stays as it is, and is looked at from another place. False when something stays behind. */
  #pushAll(moved: ReadonlySet<MarkId>, by: Point): boolean {
    const pages = new Set<PageId>();
    const arrows: MarkId[] = [];
    for (const id of moved) {
      const placed = this.#placed.get(id);
      if (!placed) return false;
      pages.add(placed.page);
      if (markOf(this.#board, id)?.kind === 'connector') arrows.push(id);
    }
    if (arrows.length > MOST_ONE_BY_ONE) return false;
    for (const [id, { page }] of this.#placed) if (pages.has(page) && !moved.has(id)) return false;
    for (const page of pages) {
      const { x, y } = this.#wayOf(page);
      this.#ways.set(page, { x: x + by.x, y: y + by.y });
    }
    // How an arrow goes depends on more than its own place.
    for (const id of arrows) this.#placeOne(id);
    return true;
  }

  /** Finds the place of every mark anew, all at once. */
  #placeAll(): void {
    this.#placed.clear();
    this.#attached.clear();
    this.#ways.clear();
    for (const tree of this.#trees.values()) tree.clear();
    const perPage = new Map<PageId, Entry[]>();
    for (const mark of marksOf(this.#board)) {
      const entry = this.#entryOf(mark);
      this.#placed.set(mark.id, { page: mark.page, entry });
      this.#follow(mark);
      const list = perPage.get(mark.page);
      if (list) list.push(entry); else perPage.set(mark.page, [entry]);
    }
    for (const [page, entries] of perPage) this.#treeOf(page).load(entries);
  }

  /** What is to be painted for somebody in a part of a page at a scale (device px per board unit), in painting order. */
  nodesIn(page: PageId, box: Box, hidden: ReadonlySet<MarkId>, pxPerUnit: number, viewer: Viewer, cut: CutInHand = NO_CUTS): readonly SceneNode[] {
    const marks = this.#seen(this.#idsIn(page, box, hidden), viewer).sort(comparePaintOrder);
    return marks.flatMap((mark) => {
      const spans = this.#spansLeft(mark, cut);
      const ink = mark.kind === 'stroke' ? this.#inks.get(mark.ink) : undefined;
      if (mark.kind !== 'stroke' || !spans || !ink) return [this.#nodeOf(mark, pxPerUnit)];
      return inkPieces(ink, spans, mark.widthUnits).map((piece) => pieceNode(mark, piece, pxPerUnit)).filter(({ bounds }) => overlaps(bounds, box));
    });
  }

  /** As `nodesIn`, for a picture that shows nothing but the box: of long strokes no more than comes near it. */
  nodesNear(page: PageId, box: Box, hidden: ReadonlySet<MarkId>, pxPerUnit: number, viewer: Viewer, cut: CutInHand): readonly SceneNode[] {
    const near: { readonly mark: Mark; readonly nodes: readonly SceneNode[] }[] = [];
    for (const mark of this.#seen(this.#idsIn(page, box, hidden), viewer)) {
      const ink = mark.kind === 'stroke' ? this.#inks.get(mark.ink) : undefined;
      const nodes = mark.kind === 'stroke' && ink ? strokeNear(mark, ink, this.#spansLeft(mark, cut) ?? wholeSpan(ink), box, pxPerUnit) : [this.#nodeOf(mark, pxPerUnit)];
      if (nodes.length > 0) near.push({ mark, nodes });
    }
    return near.sort((a, b) => comparePaintOrder(a.mark, b.mark)).flatMap(({ nodes }) => nodes);
  }

  /** The named marks at a scale (device px per board unit), in painting order. */
  nodesNamed(ids: readonly MarkId[], pxPerUnit: number): readonly SceneNode[] {
    return this.#seen(ids, 'desk').sort(comparePaintOrder).map((mark) => this.#nodeOf(mark, pxPerUnit));
  }

  #idsIn(page: PageId, box: Box, hidden: ReadonlySet<MarkId>): readonly MarkId[] {
    const way = this.#wayOf(page);
    const x = box.x - way.x, y = box.y - way.y;
    const entries = this.#treeOf(page).search({ minX: x, minY: y, maxX: x + box.w, maxY: y + box.h });
    const ids: MarkId[] = [];
    for (const { id } of entries) if (!hidden.has(id)) ids.push(id);
    return ids;
  }

  #seen(ids: readonly MarkId[], viewer: Viewer): Mark[] {
    const marks: Mark[] = [];
    const shown = new Map<LayerName, boolean>();
    const isShown = (layer: LayerName): boolean => {
      let is = shown.get(layer);
      if (is === undefined) shown.set(layer, (is = showsLayer(this.#board, layer, viewer)));
      return is;
    };
    for (const id of ids) {
      const mark = markOf(this.#board, id);
      if (mark && isShown(mark.layer)) marks.push(mark);
    }
    return marks;
  }

  #nodeOf(mark: Mark, pxPerUnit: number): SceneNode {
    const context = { board: this.#board, inks: this.#inks };
    return (mark.kind === 'stroke' ? thinStroke(mark, context, pxPerUnit) : null) ?? markNode(mark, context);
  }

  /** What a hand has left of a stroke; null when it has not cut the ink that the stroke has now. */
  #spansLeft(mark: Mark, cut: CutInHand): readonly Span[] | null {
    const inHand = cut.get(mark.id);
    return inHand && mark.kind === 'stroke' && inHand.ink === mark.ink ? inHand.spans : null;
  }

  #wayOf(page: PageId): Point { return this.#ways.get(page) ?? NO_WAY; }

  #boxOf({ page, entry: { minX, minY, maxX, maxY } }: Placed): Box {
    const way = this.#wayOf(page);
    return { x: minX + way.x, y: minY + way.y, w: maxX - minX, h: maxY - minY };
  }

  /** A place in the tree of the mark's page. */
  #entryOf(mark: Mark): Entry {
    const bounds = nodeBounds(mark, { board: this.#board, inks: this.#inks });
    const way = this.#wayOf(mark.page);
    const { w, h } = bounds, x = bounds.x - way.x, y = bounds.y - way.y;
    return { minX: x, minY: y, maxX: x + w, maxY: y + h, id: mark.id };
  }

  #treeOf(page: PageId): RBush<Entry> {
    let tree = this.#trees.get(page);
    if (!tree) this.#trees.set(page, (tree = new RBush<Entry>()));
    return tree;
  }

  #follow(mark: Mark): void {
    if (mark.kind !== 'connector') return;
    for (const { mark: id } of [mark.from, mark.to]) {
      if (id === null) continue;
      const followers = this.#attached.get(id);
      if (followers) followers.add(mark.id); else this.#attached.set(id, new Set([mark.id]));
    }
  }
}
