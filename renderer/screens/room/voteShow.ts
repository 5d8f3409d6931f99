import type { MarkId, RoundId } from '../../../shared/base/ids.ts';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { RoomDoor, RoomView } from '../../../shared/contract/room.ts';
import type { Box, Size } from '../../../shared/geometry/box.ts';
import { qrCode, type QrCode } from '../../../shared/print/qrCode.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { createChoicePictures } from './choicePictures.ts';
import { createCountdown, type Countdown } from './countdown.ts';
import { paintClock, paintTurnout, paintVoteStill, standing } from './paintVote.ts';
import { REVEAL, STILL_MS, stillAt } from './revealMotion.ts';
import { reelOf, type Reel } from './revealReel.ts';
import { createRoomPen, type RoomPen } from './roomPen.ts';
import { stageFor, type RoomStage } from './roomStage.ts';
import type { VoteLayout } from './voteLayout.ts';
import { endOf, isDrawn, planVote, planWon, type RoundPicture } from './votePlan.ts';
import { createWinnersInk } from './winnersInk.ts';

/** A vote or its result, as the room is shown it. */
export type VoteScene = Exclude<RoomView['scene'], { kind: 'board' | 'playback' }>;

/** A result that was seen to its end; `drawn` is what lots gave, null before they were drawn. */
export type SeenResult = { readonly round: RoundId; readonly drawn: MarkId | null };

/** Where the drawing of the winner stands when nothing moves any more, CSS px of the canvas. */
export type Stands = { readonly card: MarkId; readonly box: Box };

export type VoteShowDeps = {
  readonly canvas: HTMLCanvasElement;
  readonly store: BoardStore;
  readonly painter: Pick<BoardCanvas, 'picture'>;
  readonly measure: MeasureEm;
  /** False for a small picture beside the board, which is at once where the motion ends. */
  readonly moving: boolean;
  readonly lessMotion: boolean;
  /** Called when a reveal has come to its end; null for one without a drawing. */
  readonly onStands: (stands: Stands | null) => void;
  /** Called once for each result whose end was shown with no curtain before it. */
  readonly onSeen: (seen: SeenResult) => void;
};

/** The vote on the room screen as a moving picture; nothing is painted while nothing changes. */
export type VoteShow = {
  /** @param hidden while a curtain is before it, a reveal waits */
  readonly show: (scene: VoteScene, hidden: boolean) => void;
  readonly resize: (cssPx: Size) => void;
  readonly close: () => void;
};

type Turnout = { readonly cast: number; readonly heads: number };
/** A reveal under way; `fromMs` null before it has begun, and `over` when nothing moves any more. */
type Play = { readonly key: string; readonly result: SeenResult; fromMs: number | null; over: boolean; warm: boolean };
type Shown = { readonly kind: 'vote'; readonly layout: VoteLayout } | { readonly kind: 'reel'; readonly reel: Reel; readonly stands: () => Stands | null };

/** Makes the show on a canvas. */
export function createVoteShow({ canvas, store, painter, measure, moving, lessMotion, onStands, onSeen }: VoteShowDeps): VoteShow {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this window');
  const pen = createRoomPen(context, measure);
  const countdown: Countdown = createCountdown(() => ask());
  const ink = createWinnersInk(store);
  const pictures = createChoicePictures(store, painter, () => renew());
  let code: { readonly url: string; readonly qr: QrCode } | null = null;
  let stage: RoomStage = stageFor({ w: 1, h: 1 });
  let still: { key: string; readonly canvas: OffscreenCanvas; readonly pen: RoomPen } | null = null;
  let scene: VoteScene | null = null;
  let hidden = false;
  let turnout: Turnout = { cast: 0, heads: 0 };
  let door: RoomDoor | null = null;
  let shown: Shown | null = null;
  let play: Play | null = null;
  let seen: string | null = null;
  let told = '';
  let version = 0, frame = 0;
  let hadClock = false;
  let isClosed = false;

  const ratio = (): number => window.devicePixelRatio || 1;
  const pxOf = ({ w, h }: Size): Size => ({ w: Math.ceil(w * stage.scale * ratio()), h: Math.ceil(h * stage.scale * ratio()) });
  const qr = (): QrCode | null => {
    if (!door) return null;
    if (code?.url !== door.url) code = { url: door.url, qr: qrCode(door.url) };
    return code.qr;
  };
  /** The place of the clock stays empty when the time is over. */
  const hasClock = (round: Round): boolean => countdown.left() !== null || (round.state !== 'open' && hadClock);
  const planPicture = (round: Round): RoundPicture => ({ board: store.get().board, round, stage, measure });

  /** The winner's drawing is large in the end, so that it is asked for at that size from the beginning. */
  const sizeOf = (round: Round, id: MarkId, small: Size | null): Size => {
    const end = round.tally && moving ? endOf(round) : null;
    const winner = end && end.kind !== 'tie' ? end.winner : null;
    if (winner?.id === id && isDrawn(store.get().board, winner)) {
      ink.prepare(id);
      return pxOf(planWon(planPicture(round), winner, end?.kind === 'lots').hero);
    }
    return pxOf(small ?? { w: 420, h: 420 });
  };

  const arrange = (): Shown | null => {
    const round = scene ? store.get().board.rounds[scene.round] : undefined;
    if (!scene || !round) return null;
    const picture = planPicture(round);
    if (scene.kind === 'vote') countdown.until(round.state === 'open' ? scene.closesMs : null);
    if (round.state === 'open') hadClock = countdown.left() !== null;
    const layout = planVote(scene.kind === 'vote' ? picture : { ...picture, round: { ...round, state: 'closed' } }, turnout, door, hasClock(round));
    if (scene.kind === 'vote' || round.state !== 'revealed') {
      round.candidates.forEach(({ id }, i) => pictures.get(id, sizeOf(round, id, layout.cells[i]?.picture ?? null)));
      return { kind: 'vote', layout };
    }
    const placeOf = (id: MarkId): number => round.candidates.findIndex((candidate) => candidate.id === id);
    const pictureOf = ({ id }: { readonly id: MarkId }): ImageBitmap | null => pictures.get(id, sizeOf(round, id, layout.cells[placeOf(id)]?.picture ?? null));
    let stands: Stands | null = null;
    const reel = reelOf({
      picture, vote: layout, pictureOf, fading: { qr: qr(), cast: turnout.cast },
      heroOf(winner, won) {
        const whole = pictureOf(winner);
        if (!whole) return null;
        const { x, y, w, h } = standing(whole.width / whole.height, won.hero);
        stands = { card: winner.id, box: { x: x * stage.scale, y: y * stage.scale, w: w * stage.scale, h: h * stage.scale } };
        return ink.drawing(winner.id, whole);
      },
    });
    return { kind: 'reel', reel, stands: () => stands };
  };

  /** A reveal that one saw coming is played; one that was there before this window stands at its end. */
  const takeUp = (): void => {
    const round = scene ? store.get().board.rounds[scene.round] : undefined;
    if (!scene || scene.kind === 'vote' || round?.state !== 'revealed') {
      seen = scene?.round ?? null;
      play = null;
      return;
    }
    const key = `${scene.round} ${round.lots?.drawn ?? ''}`;
    if (play?.key === key) return;
    const isNews = moving && seen === scene.round;
    seen = scene.round;
    play = { key, result: { round: scene.round, drawn: round.lots?.drawn ?? null }, fromMs: null, over: !isNews, warm: false };
  };
  const renew = (): void => {
    if (isClosed) return;
    takeUp();
    shown = arrange();
    version++;
    ask();
  };

  /** What lies still is painted once and copied; `part` of the stage is all that has to be copied anew. */
  const paintStill = (name: string, paint: (pen: RoomPen) => void, part: Box | null = null): void => {
    const { width, height } = canvas;
    if (still?.canvas.width !== width || still.canvas.height !== height) {
      const made = new OffscreenCanvas(width, height);
      const madeContext = made.getContext('2d', { alpha: false });
      if (!madeContext) return;
      madeContext.imageSmoothingQuality = 'high';
      still = { key: '', canvas: made, pen: createRoomPen(madeContext, measure) };
    }
    const key = `${name} ${version}`;
    const isSame = still.key === key;
    if (!isSame) {
      still.key = key;
      clear(still.pen);
      paint(still.pen);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (part && isSame) {
      const scale = stage.scale * ratio();
      const x = Math.max(0, Math.floor(part.x * scale)), y = Math.max(0, Math.floor(part.y * scale));
      const w = Math.min(width - x, Math.ceil(part.w * scale) + 1), h = Math.min(height - y, Math.ceil(part.h * scale) + 1);
      context.drawImage(still.canvas, x, y, w, h, x, y, w, h);
    } else context.drawImage(still.canvas, 0, 0);
    toStage(pen);
  };
  const toStage = ({ context: to }: RoomPen): void => {
    const scale = stage.scale * ratio();
    to.setTransform(scale, 0, 0, scale, 0, 0);
  };
  const clear = (to: RoomPen): void => {
    to.context.setTransform(1, 0, 0, 1, 0, 0);
    to.context.fillStyle = hexOf('paper');
    to.context.fillRect(0, 0, canvas.width, canvas.height);
    toStage(to);
  };
  const paintMoment = (reel: Reel, ms: number): void => {
    paintStill(reel.still(ms), (to) => reel.paintStill(to, ms), reel.changes(ms));
    reel.paintOver(pen, ms);
  };
  const paintStills = (reel: Reel, ms: number): boolean => {
    const { below, above, share } = stillAt(reel.stills, ms);
    paintMoment(reel, share >= 1 ? above : below);
    if (share > 0 && share < 1) {
      const under = new OffscreenCanvas(canvas.width, canvas.height);
      under.getContext('2d')?.drawImage(canvas, 0, 0);
      paintMoment(reel, above);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 1 - share;
      context.drawImage(under, 0, 0);
      context.globalAlpha = 1;
    }
    return ms >= STILL_MS * reel.stills.length;
  };
  const paint = (nowMs: number): void => {
    frame = 0;
    if (!shown || canvas.width < 2) return;
    if (shown.kind === 'vote') {
      const { layout } = shown;
      const round = scene ? store.get().board.rounds[scene.round] : undefined;
      if (!round) return;
      paintStill('vote', (to) => paintVoteStill(to, layout, round.candidates.map(({ id }, i) => pictures.get(id, sizeOf(round, id, layout.cells[i]?.picture ?? null))), qr()));
      paintTurnout(pen, layout, turnout.cast);
      const left = countdown.left();
      if (layout.clock && left) paintClock(pen, layout.clock, left);
      return;
    }
    const { reel, stands } = shown;
    if (play && !play.over && play.fromMs === null && !hidden) play.fromMs = nowMs;
    const ms = !play || play.over ? reel.lastMs : play.fromMs === null ? 0 : nowMs - play.fromMs;
    if (play && play.fromMs !== null && !play.warm && ms > REVEAL.fade.to) {
      play.warm = true;
      const aside = new OffscreenCanvas(1, 1).getContext('2d');
      if (aside) reel.warm(createRoomPen(aside, measure));
    }
    const isOver = lessMotion && play && !play.over ? paintStills(reel, ms) : (paintMoment(reel, Math.min(ms, reel.lastMs)), ms >= reel.lastMs);
    if (!isOver) { if (!hidden || play?.fromMs != null) ask(); return; }
    if (play) play.over = true;
    canvas.dataset['stands'] = 'true';
    onStands(stands());
    if (!play || hidden || told === play.key) return;
    told = play.key;
    onSeen(play.result);
  };
  const ask = (): void => {
    if (frame === 0 && !isClosed) frame = requestAnimationFrame(paint);
  };

  const stop = store.subscribe(renew);
  return {
    show(next, isHidden) {
      const before = scene;
      scene = next;
      hidden = isHidden;
      if (next.kind === 'vote') {
        const same = before?.kind === 'vote' && before.round === next.round && before.heads === next.heads && before.closesMs === next.closesMs && JSON.stringify(before.door) === JSON.stringify(next.door);
        const wide = String(turnout.cast).length !== String(next.cast).length;
        turnout = { cast: next.cast, heads: next.heads };
        // The card stays until the reveal: nothing moves when a round is closed.
        door = next.door ?? (before?.round === next.round && store.get().board.rounds[next.round]?.state !== 'open' ? door : null);
        // A ballot that comes in changes the number and one dot: the rest lies still.
        if (same && !wide && shown?.kind === 'vote') {
          const round = store.get().board.rounds[next.round];
          if (round) shown = { kind: 'vote', layout: planVote(planPicture(round), turnout, door, hasClock(round)) };
          ask();
          return;
        }
      } else delete canvas.dataset['stands'];
      renew();
    },
    resize({ w, h }) {
      canvas.width = Math.max(1, Math.round(w * ratio()));
      canvas.height = Math.max(1, Math.round(h * ratio()));
      // What moves need not be smoothed as what lies still.
      context.imageSmoothingQuality = 'low';
      stage = stageFor({ w, h });
      renew();
      // An emptied canvas would flash black until the next frame.
      cancelAnimationFrame(frame);
      paint(performance.now());
    },
    close() {
      isClosed = true;
      stop();
      cancelAnimationFrame(frame);
      countdown.close();
      pictures.close();
      ink.close();
      canvas.width = 0;
    },
  };
}
