import type { Box } from '../../../shared/geometry/box.ts';
import { handLine } from '../../../shared/scene/handLine.ts';
import { contained, paintLetter, paintPicture } from './paintVote.ts';
import { faded, paintBar, paintLettering, type Contestant } from './paintReveal.ts';
import { between, easeOut, lotsRing, LOTS, REVEAL, shareOf, soft, strengthInRace } from './revealMotion.ts';
import type { RoomPen } from './roomPen.ts';
import type { TieLayout } from './tieLayout.ts';

export type TiePicture = {
  readonly tie: TieLayout;
  readonly leaders: readonly Contestant[];
  /** Those who move away: everybody who is not in the tie. */
  readonly others: readonly Contestant[];
};

const SUNS = ['perzik', 'hemel', 'munt'] as const;

/** The leaders on their way to their halves, both equally; `ms` of the reveal, from the move on. */
export function paintTie(pen: RoomPen, { tie, leaders, others }: TiePicture, ms: number): void {
  const t = soft(shareOf(REVEAL.move, ms));
  const most = Math.max(0, ...leaders.map(({ dots }) => dots));
  for (const { from, picture, place, ink, dots } of [...others, ...leaders]) {
    if (!from) continue;
    const leaving = (1 - Math.min(1, t * 2)) * strengthInRace(dots, most, ms);
    faded(pen, leaving, () => {
      if (from.cell) paintLetter(pen, from.cell, place);
      if (from.bar) paintBar(pen, from.bar, ink, from.bar.w, 11 + place);
    });
    if (!others.some((other) => other.place === place)) continue;
    faded(pen, leaving, () => {
      if (from.picture && picture) paintPicture(pen, picture, from.picture);
      for (const line of from.name) pen.letters(line);
      if (from.total) pen.letters(from.total);
    });
  }
  leaders.forEach((leader, i) => paintLeader(pen, tie, leader, i, t));
  const titled = shareOf(REVEAL.tieTitle, ms);
  pen.underline(tie.underline, { seed: 17, color: 'violet' }, easeOut(shareOf(REVEAL.tieTitle, ms - 300)));
  pen.letters(tie.title, 'ink', titled);
  faded(pen, soft(titled), () => {
    tie.equals.forEach(({ x, y }, i) => paintEquals(pen, x, y, 5 + i));
    if (tie.others) pen.letters(tie.others, 'stil');
  });
  paintNext(pen, tie, shareOf(REVEAL.tieBox, ms), soft(shareOf(REVEAL.tieText, ms)));
}

function paintLeader(pen: RoomPen, tie: TieLayout, { from, picture }: Contestant, i: number, t: number): void {
  const place = tie.leaders[i];
  if (!place) return;
  if (place.sun) {
    const { x, y, r } = place.sun;
    // It rises when who belongs into it is nearly there.
    faded(pen, Math.max(0, t * 3 - 2), () => pen.wash({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }, 31 + i, SUNS[i % SUNS.length] ?? 'perzik'));
  }
  if (place.picture && picture) {
    const ratio = picture.width / picture.height;
    const to = contained(ratio, place.picture);
    paintPicture(pen, picture, from?.picture ? between(contained(ratio, from.picture), to, t) : to, from?.picture ? 1 : t);
  }
  paintLettering(pen, from?.name ?? [], place.name, t);
  paintLettering(pen, from?.total ? [from.total] : [], [place.total], t);
}

function paintEquals(pen: RoomPen, x: number, y: number, seed: number): void {
  for (const [dy, at] of [[-25, seed], [25, seed + 3]] as const) {
    pen.line(`equals ${x}/${y}/${dy}`, () => handLine([{ x: x - 54, y: y + dy }, { x, y: y + dy - 2 }, { x: x + 54, y: y + dy }], { widthUnits: 18, seed: at, closed: false }), 'ink');
  }
}

function paintNext(pen: RoomPen, { box, texts }: TieLayout, drawn: number, said: number): void {
  if (drawn > 0) pen.box(box, 30, { seed: 29, thick: 9, color: 'ink' }, drawn);
  faded(pen, said, () => texts.forEach((text) => pen.letters(text)));
}

/** The box, its words and the title of the lots, one after the other instead of those of the tie. */
function paintLotsWords(pen: RoomPen, before: TieLayout, tie: TieLayout, ms: number): void {
  const titled = soft(shareOf(LOTS.title, ms)), said = soft(shareOf(LOTS.seed, ms));
  const headed = ({ title, underline }: TieLayout, strength: number): void => faded(pen, strength, () => {
    pen.underline(underline, { seed: 17, color: 'violet' });
    pen.letters(title);
  });
  headed(before, 1 - Math.min(1, titled * 2));
  headed(tie, Math.max(0, titled * 2 - 1));
  faded(pen, 1 - titled, () => before.equals.forEach(({ x, y }, i) => paintEquals(pen, x, y, 5 + i)));
  pen.box(tie.box, 30, { seed: 29, thick: 9, color: 'ink' });
  faded(pen, 1 - Math.min(1, said * 2), () => before.texts.forEach((text) => pen.letters(text)));
  faded(pen, Math.max(0, said * 2 - 1), () => tie.texts.forEach((text) => pen.letters(text)));
}

function paintLotsRing(pen: RoomPen, at: Box | undefined, strength: number): void {
  if (!at) return;
  const { context } = pen;
  faded(pen, strength, () => {
    context.translate(at.x, at.y);
    pen.ring({ x: 0, y: 0, w: Math.round(at.w), h: Math.round(at.h) }, { seed: 3, thick: 13, color: 'oranje' });
  });
}

/** Lots: the same leaders, what the lots are drawn from in the box, and a ring that goes round ever more slowly. */
export function paintLots(pen: RoomPen, before: TieLayout, { tie, leaders }: TiePicture, drawn: number, ms: number): void {
  leaders.forEach((leader, i) => paintLeader(pen, tie, leader, i, 1));
  paintLotsWords(pen, before, tie, ms);
  if (ms < LOTS.round.from) return;
  const { from, to, share } = lotsRing(leaders.length, drawn, ms);
  if (to !== from) paintLotsRing(pen, tie.leaders[from]?.ring, 1 - share);
  paintLotsRing(pen, tie.leaders[to]?.ring, to === from ? 1 : share);
}

/** What stood around the leaders of a tie and goes when one of them moves; `strength` 0–1. */
export function paintLotsAround(pen: RoomPen, { tie }: TiePicture, drawn: number, strength: number): void {
  faded(pen, strength, () => {
    pen.underline(tie.underline, { seed: 17, color: 'violet' });
    pen.letters(tie.title);
    pen.box(tie.box, 30, { seed: 29, thick: 9, color: 'ink' });
    for (const text of tie.texts) pen.letters(text);
    tie.leaders.forEach(({ sun }, i) => { if (sun) pen.wash({ x: sun.x - sun.r, y: sun.y - sun.r, w: 2 * sun.r, h: 2 * sun.r }, 31 + i, SUNS[i % SUNS.length] ?? 'perzik'); });
  });
  paintLotsRing(pen, tie.leaders[drawn]?.ring, strength);
}
