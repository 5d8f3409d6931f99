import type { Box } from '../../../shared/geometry/box.ts';
import { handLine } from '../../../shared/scene/handLine.ts';
import { contained, paintLetter, paintPicture } from './paintVote.ts';
import { faded, movedText, paintBar, type Contestant } from './paintReveal.ts';
import { between, easeOut, lotsRing, LOTS, REVEAL, shareOf, soft } from './revealMotion.ts';
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
  const leaving = 1 - Math.min(1, t * 2);
  for (const { from, picture, place, ink } of [...others, ...leaders]) {
    if (!from) continue;
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
    faded(pen, t, () => pen.wash({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }, 31 + i, SUNS[i % SUNS.length] ?? 'perzik'));
  }
  if (place.picture && picture) {
    const ratio = picture.width / picture.height;
    const to = contained(ratio, place.picture);
    paintPicture(pen, picture, from?.picture ? between(contained(ratio, from.picture), to, t) : to, from?.picture ? 1 : t);
  }
  const [a] = from?.name ?? [], [b] = place.name;
  if (from?.name.length === 1 && place.name.length === 1 && a && b) pen.letters(movedText(a, b, t, pen.measure));
  else {
    faded(pen, 1 - Math.min(1, t * 2), () => from?.name.forEach((line) => pen.letters(line)));
    faded(pen, Math.max(0, t * 2 - 1), () => place.name.forEach((line) => pen.letters(line)));
  }
  if (from?.total) pen.letters(movedText(from.total, place.total, t, pen.measure)); else faded(pen, t, () => pen.letters(place.total));
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

/** Lots: the same leaders, what the lots are drawn from in the box, and a ring that goes round ever more slowly. */
export function paintLots(pen: RoomPen, before: TieLayout, picture: TiePicture, drawn: number, ms: number): void {
  const { tie, leaders } = picture;
  leaders.forEach((leader, i) => paintLeader(pen, tie, leader, i, 1));
  pen.underline(tie.underline, { seed: 17, color: 'violet' });
  pen.letters(tie.title);
  const said = soft(shareOf(LOTS.seed, ms));
  pen.box(tie.box, 30, { seed: 29, thick: 9, color: 'ink' });
  faded(pen, 1 - said, () => before.texts.forEach((text) => pen.letters(text)));
  faded(pen, said, () => tie.texts.forEach((text) => pen.letters(text)));
  if (ms < LOTS.round.from) return;
  const { from, to, share } = lotsRing(leaders.length, drawn, ms);
  const a = tie.leaders[from]?.ring, b = tie.leaders[to]?.ring;
  if (!a || !b) return;
  const at: Box = between(a, b, share);
  const { context } = pen;
  context.save();
  context.translate(at.x, at.y);
  pen.ring({ x: 0, y: 0, w: Math.round(at.w), h: Math.round(at.h) }, { seed: 3, thick: 13, color: 'oranje' });
  context.restore();
}
