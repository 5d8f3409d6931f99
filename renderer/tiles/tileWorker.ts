import '../../shared/stamps/allDrawings.ts';
import { assertNever } from '../../shared/base/assertNever.ts';
import type { AssetId, InkId, MarkId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { applyChange, touchedMarks, wayOf, type Change } from '../../shared/board/change.ts';
import { markOf, marksOf } from '../../shared/board/buckets.ts';
import type { Viewer } from '../../shared/board/viewer.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import type { Span } from '../../shared/ink/rub.ts';
import type { Face } from '../../shared/paint/faces.ts';
import { spareFacesOfBoard, spareFacesOfMarks } from '../../shared/paint/spareFaces.ts';
import { createFaceLoader, type FaceLoader } from './faceLoader.ts';
import { levelScale, tileBox, type Damage, type FromTiles, type PictureRequest, type StrokeCut, type TileAddress, type TilePart, type ToTiles } from './messages.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { createFirstPainting, type FirstPainting } from './firstPainting.ts';
import { createMiniatures } from './miniatures.ts';
import { createPatchQueue } from './patchQueue.ts';
import { createPractice } from './practise.ts';
import { SceneIndex } from './sceneIndex.ts';
import { createTileQueue, type TileQueue } from './tileQueue.ts';
import { createTileWork, type DoneTile, type TileWork } from './tileWork.ts';
import { openTile, paintBitmap, paintPart } from './tilePainter.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The worker's own copy of the board; it follows the window's by the same changes. */
const inks = new Map<InkId, Ink>();
const images = new Map<AssetId, ImageBitmap>();
let index: SceneIndex | null = null;
/** A board that is being opened. */
type Opening = { readonly board: Board; readonly painting: FirstPainting; readonly done: Promise<void>; readonly finish: () => void; isTold: boolean };
let opening: Opening | null = null;
let revision = 0;
let viewer: Viewer = 'desk';
let hidden: ReadonlySet<MarkId> = new Set();
const cut = new Map<MarkId, { readonly ink: InkId; readonly spans: readonly Span[] }>();
/** Parts of tiles that show cut strokes. */
const patches = createPatchQueue();
let queue = createTileQueue();
let tileWork = workOn(queue);
type Wanted = { readonly ticket: number; readonly request: PictureRequest };
const pictures: Wanted[] = [];
let miniatures = createMiniatures();
let working = false;
/** The faces; nothing is painted before those are there that it needs. */
let faces: FaceLoader | null = null;

const tell = (message: FromTiles, transfer: Transferable[] = []): void => self.postMessage(message, transfer);

function whenDone(): { readonly done: Promise<void>; readonly finish: () => void } {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => { finish = resolve; });
  return { done, finish: () => finish() };
}

/** Fetches the spare faces that a part of the board needs, here and in the window. */
async function takeFaces(needed: readonly Face[]): Promise<void> {
  const coming = faces?.need(needed);
  if (!coming) return;
  tell({ type: 'faces', faces: needed });
  await coming;
}

function takeInks(more: NewInks): void {
  for (const [id, text] of Object.entries(more)) inks.set(id as InkId, decodeInk(text));
}

function damaged(damage: readonly Damage[] | 'all', part: { readonly anew?: true } = {}): void {
  queue.damaged();
  miniatures.damaged(damage);
  tell({ type: 'damaged', revision, damage, ...part });
}

/** Marks are in the hand or put down: the board is as it was, and so are the miniatures. */
function lookOtherwise(marks: readonly MarkId[]): void {
  if (!index) return;
  queue.damaged();
  tell({ type: 'damaged', revision, damage: index.damageOf(marks), anew: true });
}

function renew(board: Board): void {
  index = new SceneIndex(board, inks);
  damaged('all');
}

const practiseSoon = createPractice(() => !opening && !index);

/** Forgets all of a board but the faces, which the next one needs as well. */
function forget(): void {
  opening?.finish();
  opening?.painting.close();
  opening = null;
  index = null;
  inks.clear();
  for (const image of images.values()) image.close();
  images.clear();
  hidden = new Set();
  cut.clear();
  patches.clear();
  pictures.length = 0;
  tileWork.leave('all');
  queue = createTileQueue();
  tileWork = workOn(queue);
  miniatures = createMiniatures();
}

/** Takes the next picture, if it may go before the tiles: what is in the hand may, a picture of a page waits for them. */
function nextPicture(): Wanted | undefined {
  const at = pictures.findIndex(({ request }) => request.only !== null || queue.size() === 0);
  return at < 0 ? undefined : pictures.splice(at, 1)[0];
}

/** Takes a few more marks of the board that is being opened, and gives each tile away as soon as it has all of them. */
async function openFurther(now: Opening): Promise<void> {
  const { board, painting, finish } = now;
  const done = painting.step();
  if (painting.isTaken() && !now.isTold) {
    now.isTold = true;
    tell({ type: 'ready', revision });
  }
  for (const address of queue.waiting()) {
    const coming = painting.finished(address);
    if (!coming) continue;
    queue.send(address);
    sendTile(address, await coming);
    // Somebody may have closed the board meanwhile.
    if (opening !== now) return;
  }
  if (!done) {
    const glimpse = painting.glimpse(), bitmap = await glimpse?.coming;
    if (glimpse && bitmap) tell({ type: 'glimpse', address: glimpse.address, bitmap }, [bitmap]);
    return;
  }
  index = new SceneIndex(board, inks);
  opening = null;
  painting.close();
  finish();
}

/** A tile is painted for so long at a time, ms. */
const SLICE_MS = 12;

function workOn(tiles: TileQueue): TileWork {
  return createTileWork({
    queue: tiles, open: (address) => openTile(tileBox(address), images), nowMs: () => performance.now(),
    nodesOf: (address) => index?.nodesIn(address.page, tileBox(address), hidden, levelScale(address.level), viewer, cut) ?? [],
  });
}

async function sendDone(done: DoneTile | null): Promise<void> {
  if (done) sendTile(done.address, await done.coming);
}

const sendTile = (address: TileAddress, bitmap: ImageBitmap): void => tell({ type: 'tile', address, revision, bitmap }, [bitmap]);

async function sendPatch(scene: SceneIndex, part: TilePart): Promise<void> {
  const bitmap = await paintPart((box) => scene.nodesNear(part.address.page, box, hidden, levelScale(part.address.level), viewer, cut), part, images);
  tell({ type: 'patch', part, revision, bitmap }, [bitmap]);
}

/** Strokes look as they are cut now. */
function takeCuts(cuts: readonly StrokeCut[], board: Board): void {
  for (const { stroke: id, ink: inkId, spans } of cuts) {
    const stroke = markOf(board, id), ink = inks.get(inkId);
    if (stroke?.kind === 'stroke' && ink) cut.set(id, { ink: inkId, spans });
  }
}

async function paintNext(): Promise<void> {
  if (opening) return openFurther(opening);
  if (!index) return;
  const patch = patches.next();
  if (patch) return sendPatch(index, patch);
  const picture = nextPicture();
  if (picture) {
    const { page, box, widthPx, heightPx, only, paper, viewer: shownTo = 'print' } = picture.request;
    const pxPerUnit = Math.max(widthPx / box.w, heightPx / box.h);
    const nodes = (scene: SceneIndex): readonly SceneNode[] => (only ? scene.nodesNamed(only, pxPerUnit) : scene.nodesIn(page, box, new Set(), pxPerUnit, shownTo));
    const bitmap = miniatures.picture(picture.request, index, images) ?? paintBitmap(nodes(index), box, widthPx, heightPx, images, paper);
    tell({ type: 'picture', ticket: picture.ticket, bitmap }, [bitmap]);
    return;
  }
  await sendDone(tileWork.step(performance.now() + SLICE_MS));
}

/** One bitmap, or a slice of one, per turn of the event loop, so that a newer wish or change is heard in between. */
const turn = new MessageChannel();
/** The bitmap that is being made: nothing is changed before it has been sent as what it is. */
let making: Promise<void> = Promise.resolve();
turn.port1.onmessage = () => {
  // One picture that cannot be painted must not stop all that come after it.
  making = paintNext().catch((error: unknown) => console.error('tile worker', error)).then(() => {
    if (opening || patches.size() > 0 || queue.size() > 0 || pictures.length > 0) turn.port2.postMessage(null);
    else working = false;
  });
};

function work(): void {
  if (working || !(index || opening)) return;
  working = true;
  turn.port2.postMessage(null);
}

/** A change as this board takes it: the marks that it touches, and the spare faces that those need. */
function changed(change: Change, before: Board): { readonly touched: readonly MarkId[] | 'all'; readonly board: Board; readonly faces: readonly Face[] } {
  const touched = touchedMarks(change, before);
  const { board } = applyChange(before, change);
  // A mark that goes elsewhere needs the letters that it has.
  const needed = change.kind !== 'patches' ? [] : touched === 'all' ? spareFacesOfBoard(board) : spareFacesOfMarks(touched.flatMap((id) => markOf(board, id) ?? []));
  return { touched, board, faces: needed };
}

async function take(message: ToTiles): Promise<void> {
  switch (message.type) {
    case 'warm':
      faces ??= createFaceLoader(self.fonts, message.fontsUrl);
      void faces.hands.then(practiseSoon);
      break;
    case 'open':
      viewer = message.viewer;
      revision = message.revision;
      await faces?.hands;
      await takeFaces(spareFacesOfBoard(message.board));
      opening = { board: message.board, painting: createFirstPainting({ board: message.board, viewer, texts: message.inks, inks, images }), ...whenDone(), isTold: false };
      break;
    case 'reset':
      await takeFaces(spareFacesOfBoard(message.board));
      revision = message.revision;
      takeInks(message.inks);
      renew(message.board);
      break;
    case 'change': {
      const change = index ? changed(message.change, index.board) : null;
      if (change) await takeFaces(change.faces);
      revision = message.revision;
      takeInks(message.inks);
      if (!index || !change) break;
      const { touched, board } = change;
      if (touched !== 'all' && touched.some((id) => hidden.has(id))) {
        // What a gesture had in hand is where it belongs now: no tile may show the board without it.
        const seen = new Set(touched);
        hidden = new Set([...hidden].filter((id) => !seen.has(id)));
      }
      if (touched !== 'all') for (const id of touched) cut.delete(id);
      if (touched === 'all' || board.tables !== index.board.tables) renew(board);
      else damaged(index.update(board, touched, wayOf(message.change)));
      break;
    }
    case 'hide': {
      revision = message.revision;
      const before = hidden;
      hidden = new Set(message.ids);
      lookOtherwise([...message.ids.filter((id) => !before.has(id)), ...[...before].filter((id) => !hidden.has(id))]);
      break;
    }
    case 'hideMore':
      revision = message.revision;
      hidden = new Set([...hidden, ...message.ids]);
      lookOtherwise(message.ids);
      break;
    case 'cut':
      if (!index) break;
      takeCuts(message.cuts, index.board);
      patches.want(message.parts);
      break;
    case 'uncut': {
      revision = message.revision;
      const whole = [...cut.keys()];
      cut.clear();
      patches.clear();
      lookOtherwise(whole);
      break;
    }
    case 'asset':
      images.set(message.asset, await createImageBitmap(new Blob([message.bytes as BlobPart], { type: message.mime })));
      revision = Math.max(revision, message.revision);
      if (index) damaged(index.damageOf([...marksOf(index.board)].flatMap((mark) => (mark.kind === 'image' && mark.asset === message.asset ? [mark.id] : []))), { anew: true });
      break;
    case 'want':
      queue.want(message.tiles, message.got);
      tileWork.leave('unwanted');
      // A window that asks for nothing while it zooms will ask again: what a board that is being opened has on its tiles is kept until then.
      if (message.tiles.length > 0) opening?.painting.want(queue.waiting());
      break;
    case 'picture': pictures.push({ ticket: message.ticket, request: message.request }); break;
    case 'close':
      forget();
      tell({ type: 'closed' });
      practiseSoon();
      break;
    default: assertNever(message);
  }
  work();
}

/** Messages are taken strictly one after another, though loading fonts and pictures takes time. */
let taken: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<ToTiles>) => {
  // What is in view and what is asked for may change while a board is being opened; the board itself may not.
  const mayWait = data.type !== 'want' && data.type !== 'picture' && data.type !== 'close';
  // A tile is painted of one state of the board.
  const finish = (): Promise<void> | undefined => (mayWait ? sendDone(tileWork.finish()) : undefined);
  // Nobody needs what is still being opened or painted.
  if (data.type === 'close') forget();
  taken = taken.then(() => (mayWait ? opening?.done : undefined)).then(() => making).then(finish).then(() => take(data)).catch((error: unknown) => console.error('tile worker', error));
};
