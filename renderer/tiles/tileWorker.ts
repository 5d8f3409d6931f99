import '../../shared/stamps/allDrawings.ts';
import { assertNever } from '../../shared/base/assertNever.ts';
import type { Board } from '../../shared/board/board.ts';
import type { Face } from '../../shared/paint/faces.ts';
import { spareFacesOfBoard } from '../../shared/paint/spareFaces.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { createFaceLoader, type FaceLoader } from './faceLoader.ts';
import { createFirstPainting, type FirstPainting } from './firstPainting.ts';
import { createMessageOrder } from './messageOrder.ts';
import type { Damage, FromTiles, TilePart, ToTiles } from './messages.ts';
import { createMiniatures } from './miniatures.ts';
import { createPatchQueue } from './patchQueue.ts';
import { createPictureQueue, type WantedPicture } from './pictureQueue.ts';
import { createPractice } from './practise.ts';
import type { SceneIndex } from './sceneIndex.ts';
import { createShownBoard, type Otherwise, type Told } from './shownBoard.ts';
import { createTileQueue, type TileQueue } from './tileQueue.ts';
import { createTileWork, type DoneTile, type TileWork } from './tileWork.ts';
import { openTile, paintBitmap, paintPart } from './tilePainter.ts';

declare const self: DedicatedWorkerGlobalScope;

const shown = createShownBoard({ damaged });
/** A board that is being opened. */
type Opening = { readonly board: Board; readonly painting: FirstPainting; readonly done: Promise<void>; readonly finish: () => void; isTold: boolean };
let opening: Opening | null = null;
/** Parts of tiles that show cut strokes. */
const patches = createPatchQueue();
let queue = createTileQueue();
let tileWork = workOn(queue);
const pictures = createPictureQueue();
/** Whether the window zooms, and will ask for tiles once it rests. */
let isHeld = false;
let miniatures = createMiniatures();
/** The faces; nothing is painted before those are there that it needs. */
let faces: FaceLoader | null = null;

const warn = (error: unknown): void => console.error('tile worker', error);
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

function damaged(damage: readonly Damage[] | 'all', otherwise: Otherwise): void {
  queue.damaged();
  // A miniature shows what is in the hand where the board has it.
  if (otherwise !== 'hand') miniatures.damaged(damage);
  tell({ type: 'damaged', revision: shown.revision(), damage, ...(otherwise === 'board' ? {} : { anew: true }) });
}

const practiseSoon = createPractice(() => !opening && !shown.scene());

/** Forgets all of a board but the faces, which the next one needs as well. */
function forget(): void {
  opening?.finish();
  opening?.painting.close();
  opening = null;
  shown.forget();
  patches.clear();
  pictures.clear();
  isHeld = false;
  queue = createTileQueue();
  tileWork.leave('all');
  tileWork = workOn(queue);
  miniatures = createMiniatures();
}

/** A picture of a page waits for the tiles, and for those that will be asked for when a zoom rests. */
const tilesWait = (): boolean => isHeld || queue.size() > 0;

const hasWork = (): boolean => opening !== null || (shown.scene() !== null && (patches.size() > 0 || queue.size() > 0 || pictures.has(tilesWait())));

/** Takes a few more marks of the board that is being opened, and gives each tile away as soon as it has all of them. */
async function openFurther(now: Opening): Promise<void> {
  const { board, painting, finish } = now;
  const done = painting.step();
  if (painting.isTaken() && !now.isTold) {
    now.isTold = true;
    tell({ type: 'ready', revision: shown.revision() });
  }
  // While one zooms nothing is asked for, but what is there is seen stretched.
  for (let tile = painting.finished(); tile; tile = painting.finished()) {
    await sendTile({ ...tile, revision: shown.revision() });
    // Somebody may have closed the board meanwhile.
    if (opening !== now) return;
  }
  if (!done) {
    const glimpse = painting.glimpse(), bitmap = await glimpse?.coming;
    if (glimpse && bitmap) tell({ type: 'glimpse', address: glimpse.address, bitmap }, [bitmap]);
    return;
  }
  shown.show(board);
  opening = null;
  painting.close();
  finish();
}

/** A tile is painted for so long at a time, ms. */
const SLICE_MS = 12;

function workOn(tiles: TileQueue): TileWork {
  return createTileWork({
    queue: tiles, open: (address) => openTile(shown.sightOf(address), shown.images), nowMs: () => performance.now(), nodesOf: shown.nodesOf, revision: shown.revision,
  });
}

/** Sends a tile as what it shows; one of a board that was closed meanwhile is let go of. */
async function sendTile({ address, revision, coming }: DoneTile): Promise<void> {
  const tiles = queue;
  try {
    const bitmap = await coming;
    if (tiles !== queue) return bitmap.close();
    tiles.send(address);
    tell({ type: 'tile', address, revision, bitmap }, [bitmap]);
  } catch (error) {
    tiles.fail(address, 'sending');
    throw error;
  }
}

async function sendPatch(part: TilePart): Promise<void> {
  const revision = shown.revision();
  const bitmap = await paintPart((box) => shown.nodesNear(part.address, box), part, shown.images);
  tell({ type: 'patch', part, revision, bitmap }, [bitmap]);
}

function sendPicture(scene: SceneIndex, { ticket, request }: WantedPicture): void {
  const { page, box, widthPx, heightPx, only, paper, viewer = 'print' } = request;
  const pxPerUnit = Math.max(widthPx / box.w, heightPx / box.h);
  const nodes = (): readonly SceneNode[] => (only ? scene.nodesNamed(only, pxPerUnit) : scene.nodesIn(page, box, new Set(), pxPerUnit, viewer));
  const bitmap = miniatures.picture(request, scene, shown.images) ?? paintBitmap(nodes(), box, widthPx, heightPx, shown.images, paper);
  tell({ type: 'picture', ticket, bitmap }, [bitmap]);
}

async function paintNext(): Promise<void> {
  if (opening) return openFurther(opening);
  const scene = shown.scene();
  if (!scene) return;
  const patch = patches.next();
  if (patch) return sendPatch(patch);
  const picture = pictures.next(tilesWait());
  if (picture) return sendPicture(scene, picture);
  const done = tileWork.step(performance.now() + SLICE_MS);
  if (done) await sendTile(done);
}

function open(message: Told<'open'>): void {
  shown.begin(message);
  const { board, inks: texts, viewer } = message;
  opening = { board, painting: createFirstPainting({ board, viewer, texts, inks: shown.inks, images: shown.images }), ...whenDone(), isTold: false };
}

function want({ tiles, got, hold }: Told<'want'>): void {
  isHeld = hold === true;
  queue.want(tiles, got);
  tileWork.leave('unwanted');
  // What a board that is being opened has on its tiles is kept while one zooms.
  if (tiles.length > 0) opening?.painting.want(queue.waiting());
}

/** Fetches what a message needs; returns what takes it, at once. */
async function prepare(message: ToTiles): Promise<() => void> {
  switch (message.type) {
    case 'open':
      await faces?.hands;
      await takeFaces(spareFacesOfBoard(message.board));
      return () => open(message);
    case 'reset':
      await takeFaces(spareFacesOfBoard(message.board));
      return () => shown.reset(message);
    case 'change': {
      const known = shown.changed(message.change);
      if (known) await takeFaces(known.faces);
      return () => shown.change(message, known);
    }
    case 'asset': {
      const image = await createImageBitmap(new Blob([message.bytes as BlobPart], { type: message.mime })).catch((error: unknown) => { warn(error); return null; });
      return () => shown.asset(message, image);
    }
    default: return () => take(message);
  }
}

/** Takes what needs nothing that has to be fetched. */
function take(message: Exclude<ToTiles, Told<'open' | 'reset' | 'change' | 'asset'>>): void {
  switch (message.type) {
    case 'warm':
      faces ??= createFaceLoader(self.fonts, message.fontsUrl);
      void faces.hands.then(practiseSoon);
      break;
    case 'hide': shown.hide(message); break;
    case 'hideMore': shown.hideMore(message); break;
    case 'cut':
      if (!shown.scene()) break;
      shown.cut(message.cuts);
      patches.want(message.parts);
      break;
    case 'uncut':
      patches.clear();
      shown.uncut(message);
      break;
    case 'want': want(message); break;
    case 'picture': pictures.want(message); break;
    case 'close':
      forget();
      tell({ type: 'closed' });
      practiseSoon();
      break;
    default: assertNever(message);
  }
}

/** One bitmap, or a slice of one, per turn of the event loop, so that a newer wish or change is heard in between. */
const turns = new MessageChannel();
let nextTurn = (): void => undefined;
turns.port1.onmessage = () => nextTurn();

const order = createMessageOrder({
  paint: paintNext, hasWork, prepare, failed: warn,
  async finish() {
    const done = tileWork.finish();
    if (done) await sendTile(done);
  },
  opening: () => opening?.done ?? null,
  later(turn) {
    nextTurn = turn;
    turns.port2.postMessage(null);
  },
});
self.onmessage = ({ data }: MessageEvent<ToTiles>) => {
  // As soon as it is known that nobody needs the board: what waits until it is open waits no longer.
  if (data.type === 'close') forget();
  order.hear(data);
};
