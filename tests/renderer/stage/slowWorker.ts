import type { Box } from '../../../shared/geometry/box.ts';
import type { PageId } from '../../../shared/base/ids.ts';
import type { FromTiles, TileAddress, ToTiles } from '../../../renderer/tiles/messages.ts';
import { createTileQueue } from '../../../renderer/tiles/tileQueue.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { boardWith } from '../../shared/scene/marks.ts';

/** The page whose tiles are painted. */
export const PAGE = 'p1' as PageId;
const BOARD = boardWith([]);

/** A painted tile, as a picture that knows what it shows and whether it was let go of. */
export class Picture {
  closed = false;
  readonly width: number;
  readonly height: number;
  readonly address: TileAddress;
  readonly revision: number;
  /** The revisions whose strokes the window laid on it. */
  readonly laid: readonly number[];
  constructor(address: TileAddress, revision: number, laid: readonly number[] = []) {
    const { w, h } = sightOnBoard(address, BOARD).px;
    this.width = w;
    this.height = h;
    this.address = address;
    this.revision = revision;
    this.laid = laid;
  }
  shows(revision: number): boolean { return this.revision >= revision || this.laid.includes(revision); }
  close(): void { this.closed = true; }
}

/** A canvas on which strokes are laid over a picture; a stroke's colour is the revision that brought it. */
export class OverlayCanvas {
  #of: Picture | null = null;
  readonly #laid: number[] = [];
  getContext(): unknown {
    const laid = this.#laid;
    const nothing = (): void => undefined;
    return {
      fillStyle: '', drawImage: (picture: Picture) => { this.#of = picture; }, setTransform: nothing, beginPath: nothing, moveTo: nothing, lineTo: nothing,
      closePath: nothing, save: nothing, restore: nothing, transform: nothing, fill(this: { fillStyle: string }) { laid.push(Number(this.fillStyle)); },
    };
  }
  transferToImageBitmap(): Picture {
    const of = this.#of as Picture;
    return new Picture(of.address, of.revision, [...of.laid, ...this.#laid]);
  }
}

/** The worker's end of a line on which messages take their time, keeping their order, as between threads. */
export class SlowWorker {
  onmessage: ((event: MessageEvent<FromTiles>) => void) | null = null;
  readonly heard: ToTiles[] = [];
  readonly pictures: Picture[] = [];
  /** Where each revision changed the page. */
  readonly damage = new Map<number, Box>();
  terminated = false;
  revision = 0;
  #in: ToTiles[] = [];
  #out: FromTiles[] = [];
  readonly #queue = createTileQueue();

  postMessage(message: ToTiles): void {
    this.heard.push(message);
    this.#in.push(message);
  }
  terminate(): void { this.terminated = true; }
  get isQuiet(): boolean { return this.#in.length + this.#out.length + this.#queue.size() === 0; }

  /** Takes one message, as the worker does. */
  take(): void {
    const message = this.#in.shift();
    if (!message) return;
    if ('revision' in message) this.revision = message.revision;
    if (message.type === 'want') this.#queue.want(message.tiles, message.got);
    if (message.type === 'open') this.#out.push({ type: 'ready', revision: this.revision });
    if (message.type === 'change' || message.type === 'reset') this.#queue.damaged();
    if (message.type === 'change') {
      const box = this.damage.get(this.revision);
      this.#out.push({ type: 'damaged', revision: this.revision, damage: box ? [{ page: PAGE, box }] : [] });
    }
    if (message.type === 'hide' || message.type === 'hideMore' || message.type === 'uncut' || message.type === 'asset') {
      this.#queue.damaged();
      this.#out.push({ type: 'damaged', revision: this.revision, damage: 'all', anew: true });
    }
    if (message.type === 'reset') this.#out.push({ type: 'damaged', revision: this.revision, damage: 'all' });
  }

  /** Paints one tile of those that are wanted. */
  paint(): void {
    const [address] = this.#queue.waiting();
    if (!address) return;
    const picture = new Picture(address, this.revision);
    this.pictures.push(picture);
    this.#out.push({ type: 'tile', address, revision: this.revision, bitmap: picture as unknown as ImageBitmap });
    this.#queue.send(address);
  }

  /** Lets one message through to the window. */
  tell(): void {
    const data = this.#out.shift();
    if (data) this.onmessage?.({ data } as MessageEvent<FromTiles>);
  }

  calm(): void {
    while (!this.isQuiet) { this.take(); this.paint(); this.tell(); }
  }
}
