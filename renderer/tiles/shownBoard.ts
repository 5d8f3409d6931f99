import type { AssetId, InkId, MarkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { markOf, marksOf } from '../../shared/board/buckets.ts';
import { applyChange, touchedMarks, wayOf, type Change } from '../../shared/board/change.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Viewer } from '../../shared/board/viewer.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import type { Face } from '../../shared/paint/faces.ts';
import { spareFacesOfBoard, spareFacesOfMarks } from '../../shared/paint/spareFaces.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { levelScale, type Damage, type StrokeCut, type TileAddress, type ToTiles } from './messages.ts';
import { SceneIndex, type CutInHand } from './sceneIndex.ts';
import { sightOnBoard, type TileSight } from './tileSight.ts';
import { unpackInk } from './unpackInk.ts';

export type Told<Type extends ToTiles['type']> = Extract<ToTiles, { readonly type: Type }>;

/** A change as this board takes it: the marks that it touches, and the spare faces that those need. */
export type Changed = { readonly touched: readonly MarkId[] | 'all'; readonly board: Board; readonly faces: readonly Face[] };

/**
 * What is to be painted otherwise: the `board` is another one; a `picture` has come; or marks are in the `hand` or put down, and
 * the board is as it was.
 */
export type Otherwise = 'board' | 'picture' | 'hand';

/** The worker's own copy of the board, as its window sees it; it follows the window's by the same changes. Nothing of it takes time. */
export type ShownBoard = {
  readonly inks: Map<InkId, Ink>;
  readonly images: ReadonlyMap<AssetId, ImageBitmap>;
  /** The window's number of this state. */
  readonly revision: () => number;
  readonly viewer: () => Viewer;
  /** Null while there is no board, or it is being opened. */
  readonly scene: () => SceneIndex | null;
  readonly sightOf: (address: TileAddress) => TileSight;
  /** What is to be painted on a tile. */
  readonly nodesOf: (address: TileAddress) => readonly SceneNode[];
  /** What is to be painted in a box of a tile, board units. */
  readonly nodesNear: (address: TileAddress, box: Box) => readonly SceneNode[];
  /** What a change would do; null without a board. */
  readonly changed: (change: Change) => Changed | null;
  /** A board begins to be opened. */
  readonly begin: (message: Told<'open'>) => void;
  /** It has been opened; its ink is in `inks`. */
  readonly show: (board: Board) => void;
  readonly reset: (message: Told<'reset'>) => void;
  readonly change: (message: Told<'change'>, known: Changed | null) => void;
  /** @param image null when it cannot be decoded: what shows it stays as it is */
  readonly asset: (message: Told<'asset'>, image: ImageBitmap | null) => void;
  readonly hide: (message: Told<'hide'>) => void;
  readonly hideMore: (message: Told<'hideMore'>) => void;
  readonly cut: (cuts: readonly StrokeCut[]) => void;
  readonly uncut: (message: Told<'uncut'>) => void;
  readonly forget: () => void;
};

export type ShownBoardDeps = {
  readonly damaged: (damage: readonly Damage[] | 'all', otherwise: Otherwise) => void;
};

/** No board yet. */
export function createShownBoard({ damaged }: ShownBoardDeps): ShownBoard {
  const inks = new Map<InkId, Ink>();
  const images = new Map<AssetId, ImageBitmap>();
  const cut = new Map<MarkId, NonNullable<ReturnType<CutInHand['get']>>>();
  let index: SceneIndex | null = null;
  let revision = 0;
  let viewer: Viewer = 'desk';
  let hidden: ReadonlySet<MarkId> = new Set();

  const takeInks = (more: NewInks): void => {
    for (const [id, text] of Object.entries(more)) {
      const ink = unpackInk(text);
      if (ink) inks.set(id as InkId, ink);
    }
  };
  const renew = (board: Board): void => {
    index = new SceneIndex(board, inks);
    damaged('all', 'board');
  };
  const lookOtherwise = (marks: readonly MarkId[]): void => { if (index) damaged(index.damageOf(marks), 'hand'); };

  return {
    inks, images,
    revision: () => revision,
    viewer: () => viewer,
    scene: () => index,
    sightOf: (address) => sightOnBoard(address, index?.board),
    nodesOf: (address) => index?.nodesIn(address.page, sightOnBoard(address, index.board).box, hidden, levelScale(address.level), viewer, cut) ?? [],
    nodesNear: (address, box) => index?.nodesNear(address.page, box, hidden, levelScale(address.level), viewer, cut) ?? [],
    changed(change) {
      if (!index) return null;
      const before = index.board, touched = touchedMarks(change, before);
      const { board } = applyChange(before, change);
      // A mark that goes elsewhere needs the letters that it has.
      const faces = change.kind !== 'patches' ? [] : touched === 'all' ? spareFacesOfBoard(board) : spareFacesOfMarks(touched.flatMap((id) => markOf(board, id) ?? []));
      return { touched, board, faces };
    },
    begin(message) {
      revision = message.revision;
      viewer = message.viewer;
    },
    show(board) { index = new SceneIndex(board, inks); },
    reset(message) {
      revision = message.revision;
      takeInks(message.inks);
      renew(message.board);
    },
    change(message, known) {
      revision = message.revision;
      takeInks(message.inks);
      if (!index || !known) return;
      const { touched, board } = known;
      if (touched !== 'all' && touched.some((id) => hidden.has(id))) {
        // What a gesture had in hand is where it belongs now: no tile may show the board without it.
        const seen = new Set(touched);
        hidden = new Set([...hidden].filter((id) => !seen.has(id)));
      }
      if (touched !== 'all') for (const id of touched) cut.delete(id);
      if (touched === 'all' || board.tables !== index.board.tables) renew(board);
      else damaged(index.update(board, touched, wayOf(message.change)), 'board');
    },
    asset({ asset, revision: next }, image) {
      revision = Math.max(revision, next);
      if (image) images.set(asset, image);
      if (index) damaged(index.damageOf([...marksOf(index.board)].flatMap((mark) => (mark.kind === 'image' && mark.asset === asset ? [mark.id] : []))), 'picture');
    },
    hide({ ids, revision: next }) {
      revision = next;
      const before = hidden;
      hidden = new Set(ids);
      lookOtherwise([...ids.filter((id) => !before.has(id)), ...[...before].filter((id) => !hidden.has(id))]);
    },
    hideMore({ ids, revision: next }) {
      revision = next;
      hidden = new Set([...hidden, ...ids]);
      lookOtherwise(ids);
    },
    cut(cuts) {
      for (const { stroke: id, ink: inkId, spans } of cuts) {
        const stroke = index && markOf(index.board, id), ink = inks.get(inkId);
        if (stroke?.kind === 'stroke' && ink) cut.set(id, { ink: inkId, spans });
      }
    },
    uncut({ revision: next }) {
      revision = next;
      const whole = [...cut.keys()];
      cut.clear();
      lookOtherwise(whole);
    },
    forget() {
      index = null;
      inks.clear();
      for (const image of images.values()) image.close();
      images.clear();
      hidden = new Set();
      cut.clear();
    },
  };
}
