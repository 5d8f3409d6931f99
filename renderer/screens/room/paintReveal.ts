import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { handLine, looseFill } from '../../../shared/scene/handLine.ts';
import { rays } from '../../../shared/scene/rays.ts';
import type { QrCode } from '../../../shared/print/qrCode.ts';
import type { ChoiceCell } from './choiceCells.ts';
import type { HeroDrawing } from './heroDrawing.ts';
import { contained, standing, paintDoor, paintLetter, paintPicture, paintQuestion, paintTurnout } from './paintVote.ts';
import type { PlacedText } from './placedText.ts';
import type { WonLayout } from './resultLayout.ts';
import { between, dotsShown, easeOut, REVEAL, shareOf, soft, stopsAt, strengthInRace } from './revealMotion.ts';
import type { RoomPen } from './roomPen.ts';
import type { VoteLayout } from './voteLayout.ts';

/** A candidate in the reveal: where it waited, what it got, and the marker of its bar. */
export type Contestant = {
  readonly label: string;
  readonly dots: number;
  readonly ink: InkColor;
  /** Its place on the ballot, from 0. */
  readonly place: number;
  readonly picture: ImageBitmap | null;
  /** Where it stands before it moves; null when it was not in view. */
  readonly from: StartPlace | null;
};

/** What a candidate moves away from: its cell while votes came in, or its half of a tie. */
export type StartPlace = { readonly picture: Box | null; readonly name: readonly PlacedText[]; readonly bar: Box | null; readonly total: PlacedText | null; readonly cell: ChoiceCell | null };

export type WonPicture = {
  readonly won: WonLayout;
  /** In the order of the result's rows. */
  readonly rows: readonly Contestant[];
  readonly winner: Contestant | null;
  readonly hero: HeroDrawing | null;
};

const BAR_SEED = 11;

/** A marker bar as far as it has grown: `length` of the box's width, stage units. */
export function paintBar(pen: RoomPen, { x, y, w, h }: Box, ink: InkColor, length: number, seed: number): void {
  if (length <= 0) return;
  const { context } = pen;
  const corners = [{ x, y }, { x: x + w, y: y + 2 }, { x: x + w + 2, y: y + h }, { x, y: y + h - 2 }];
  context.save();
  const isWhole = length >= w - 0.5;
  if (!isWhole) {
    context.beginPath();
    context.rect(x - 12, y - 12, length + 12, h + 24);
    context.clip();
  }
  const name = `${x}/${y}/${w}/${h}/${seed}`;
  pen.area(`bar ${name}`, () => looseFill(corners, seed, { x: 3, y: 3 }), ink);
  pen.line(`bar's edge ${name}`, () => handLine(corners, { widthUnits: 5, seed, closed: true }), 'ink');
  context.restore();
  if (isWhole) return;
  context.save();
  context.translate(x + length, y);
  pen.line(`bar's end ${h}`, () => handLine([{ x: 0, y: -1 }, { x: 1, y: h / 2 }, { x: 0, y: h + 1 }], { widthUnits: 5, seed: 2, closed: false }), 'ink');
  context.restore();
}

/** Paints with less than the full strength. */
export function faded(pen: RoomPen, opacity: number, paint: () => void): void {
  if (opacity <= 0) return;
  pen.context.save();
  pen.context.globalAlpha *= opacity;
  paint();
  pen.context.restore();
}

/** The total at the end of a bar, in sight as soon as the bar stops. */
function raceTotal(bar: Box, length: number, dots: number): PlacedText {
  return { text: String(dots), hand: 'kop', size: 66, x: bar.x + length + 20, baseline: bar.y + bar.h / 2 + 21, anchor: 'left', bold: 0 };
}

/** What stays where it was while the bars grow: the question and the choices. */
export function paintWaiting(pen: RoomPen, vote: VoteLayout, rows: readonly Contestant[]): void {
  paintQuestion(pen, vote);
  for (const { from, picture, place } of rows) {
    if (!from?.cell) continue;
    if (from.picture && picture) paintPicture(pen, picture, from.picture);
    paintLetter(pen, from.cell, place);
    for (const line of from.name) pen.letters(line);
  }
}

/** Over what waits: code, dots and clock fade, it is quiet, then all bars grow at the same speed per dot. */
export function paintRace(pen: RoomPen, vote: VoteLayout, fading: { readonly qr: QrCode | null; readonly cast: number }, rows: readonly Contestant[], ms: number): void {
  faded(pen, 1 - soft(shareOf(REVEAL.fade, ms)), () => {
    if (vote.door) paintDoor(pen, vote.door, fading.qr);
    paintTurnout(pen, vote, fading.cast);
    for (const line of vote.hidden) pen.letters(line);
  });
  const most = Math.max(0, ...rows.map(({ dots }) => dots));
  for (const { from, place, dots, ink } of rows) {
    if (!from?.cell || most === 0) continue;
    const { bar, box } = from.cell;
    const whole = (bar.w * dots) / most;
    const stopped = stopsAt(dots, most);
    const length = (bar.w * dotsShown(dots, most, ms)) / most;
    paintBar(pen, { ...bar, w: Math.max(6, whole) }, ink, length, BAR_SEED + place);
    faded(pen, shareOf({ from: stopped, to: stopped + 160 }, ms), () => pen.letters(raceTotal(bar, whole, dots)));
    stepBack(pen, box, strengthInRace(dots, most, ms));
  }
}

/** Paper over what has stopped makes it paler, at the cost of one rectangle. */
function stepBack({ context }: RoomPen, { x, y, w, h }: Box, strength: number): void {
  if (strength >= 1) return;
  context.save();
  context.globalAlpha = 1 - strength;
  context.fillStyle = hexOf('paper');
  context.fillRect(x, y, w, h);
  context.restore();
}

/** Where a candidate stands when its bar has stopped. */
export function placeInCell(cell: ChoiceCell, dots: number, most: number): StartPlace {
  const length = most === 0 ? 0 : (cell.bar.w * dots) / most;
  return { picture: cell.picture, name: cell.name, bar: { ...cell.bar, w: Math.max(6, length) }, total: raceTotal(cell.bar, length, dots), cell };
}

/** Lettering gives way before anything moves and comes back when all stand: on the way it would run over others. */
export function paintLettering(pen: RoomPen, from: readonly PlacedText[], to: readonly PlacedText[], t: number): void {
  faded(pen, 1 - Math.min(1, t * 4), () => from.forEach((line) => pen.letters(line)));
  faded(pen, Math.max(0, t * 4 - 3), () => to.forEach((line) => pen.letters(line)));
}

/** The rows of the result, all candidates on their way to their bars; `ms` of the reveal. */
export function paintRows(pen: RoomPen, { won, rows, winner }: WonPicture, ms: number): void {
  const t = soft(shareOf(REVEAL.move, ms));
  const most = Math.max(0, ...rows.map(({ dots }) => dots));
  rows.forEach((contestant, i) => faded(pen, strengthInRace(contestant.dots, most, ms), () => {
    const row = won.rows[i];
    if (!row) return;
    const { from, picture, place, ink } = contestant;
    const isWinner = contestant === winner;
    if (row.picture && picture) {
      // Whoever won goes to the other side; a small picture of it comes to stay beside its bar.
      if (isWinner || !from?.picture) faded(pen, Math.max(0, t * 3 - 2), () => paintPicture(pen, picture, row.picture as Box));
      else paintPicture(pen, picture, between(contained(picture.width / picture.height, from.picture), contained(picture.width / picture.height, row.picture), t));
    }
    if (from?.cell) faded(pen, 1 - Math.min(1, t * 3), () => paintLetter(pen, from.cell as ChoiceCell, place));
    if (from) paintLettering(pen, from.name, [row.name], t); else faded(pen, t, () => pen.letters(row.name));
    const { bar } = row;
    // Nobody's dots make no bar.
    if (contestant.dots > 0) {
      if (from?.bar) movedBar(pen, between(from.bar, bar, t), bar, ink, BAR_SEED + place);
      else faded(pen, t, () => paintBar(pen, bar, ink, bar.w, BAR_SEED + place));
    }
    if (from?.total) paintLettering(pen, [from.total], [row.total], t); else faded(pen, t, () => pen.letters(row.total));
  }));
}

/** A bar on its way is the one that will stand there, drawn out to where it is now. */
function movedBar(pen: RoomPen, at: Box, to: Box, ink: InkColor, seed: number): void {
  pen.context.save();
  pen.context.translate(at.x, at.y);
  pen.context.scale(at.w / to.w, at.h / to.h);
  paintBar(pen, { x: 0, y: 0, w: to.w, h: to.h }, ink, to.w, seed);
  pen.context.restore();
}

/** What comes after everybody has moved: the drawing, its name, the sun; `ms` of the reveal. */
export function paintHero(pen: RoomPen, { won, winner, hero }: WonPicture, ms: number): void {
  paintSun(pen, won, ms);
  const picture = winner?.picture;
  if (hero && picture) hero.paint(pen.context, standing(picture.width / picture.height, won.hero), shareOf(REVEAL.ink, ms), soft(shareOf(REVEAL.wash, ms)));
  const written = shareOf(REVEAL.name, ms);
  // A winner without a drawing is lettered large first; what is said of it follows.
  const titled = won.heroName.length > 0 ? shareOf(REVEAL.saying, ms) : written;
  // Under the ink of descenders.
  if (won.underline) pen.underline(won.underline, { seed: 11, color: 'groen' }, easeOut(shareOf(REVEAL.saying, ms)));
  won.heroName.forEach((line, i) => pen.letters(line, 'ink', Math.min(1, Math.max(0, written * won.heroName.length - i))));
  won.title.forEach((line, i) => pen.letters(line, 'ink', Math.min(1, Math.max(0, titled * won.title.length - i))));
  faded(pen, soft(shareOf(REVEAL.saying, ms)), () => won.saying.forEach((line) => pen.letters(line)));
}

/** The sun behind the winner, as far as it has risen. */
export function paintSun(pen: RoomPen, { sun }: WonLayout, ms: number): void {
  if (!sun) return;
  const at: Box = { x: sun.x - sun.r, y: sun.y - sun.r, w: 2 * sun.r, h: 2 * sun.r };
  faded(pen, soft(shareOf(REVEAL.sun, ms)), () => pen.wash(at, 23, 'perzik'));
  paintRays(pen, sun, shareOf(REVEAL.rays, ms));
}

const RAYS = 25;

function paintRays(pen: RoomPen, { x, y, r }: NonNullable<WonLayout['sun']>, share: number): void {
  if (share <= 0) return;
  const all = (): ReturnType<typeof rays> => rays({ middle: { x, y: y + r * 0.06 }, radius: r * 0.81, length: r * 0.17, widthUnits: 11, from: Math.PI * 1.03, to: Math.PI * 1.97, count: RAYS, seed: 5 });
  let made: ReturnType<typeof rays> | null = null;
  // From the middle outwards to both sides, one after the other.
  for (let i = 0; i < RAYS; i++) pen.line(`ray ${i} ${x}/${y}/${r}`, () => (made ??= all())[i] ?? { data: [] }, 'oranje', easeOut(Math.min(1, Math.max(0, share * 2 - Math.abs(i - 12) / 12))));
}

/** Everybody on the way to the result; `ms` of the reveal, from the move on. The winner is not among them. */
export function paintMove(pen: RoomPen, picture: WonPicture, ms: number): void {
  const t = soft(shareOf(REVEAL.move, ms));
  paintRows(pen, picture, ms);
  faded(pen, Math.max(0, t * 2 - 1), () => pen.letters(picture.won.foot, 'stil'));
}

/** The winner itself: on its way to the large half, and then drawn again there. */
export function paintWinner(pen: RoomPen, picture: WonPicture, ms: number): void {
  const { winner, won } = picture;
  if (ms >= REVEAL.move.to || !winner?.from?.picture || !winner.picture) {
    paintHero(pen, picture, ms);
    return;
  }
  const t = soft(shareOf(REVEAL.move, ms));
  const ratio = winner.picture.width / winner.picture.height;
  // It becomes pale as it arrives: there it is drawn again.
  paintPicture(pen, winner.picture, between(contained(ratio, winner.from.picture), standing(ratio, won.hero), t), 1 - 0.88 * Math.max(0, (t - 0.75) * 4));
}
