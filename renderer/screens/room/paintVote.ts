import type { Box } from '../../../shared/geometry/box.ts';
import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { QUIET_MODULES, type QrCode } from '../../../shared/print/qrCode.ts';
import type { ChoiceCell } from './choiceCells.ts';
import type { TimeLeft } from './countdown.ts';
import type { RoomPen } from './roomPen.ts';
import type { DoorCard, VoteLayout } from './voteLayout.ts';

/** The marker of each candidate's bar, in the order of the ballot: those that stay apart best. */
export const BAR_INKS = ['groen', 'rood', 'oker', 'petrol', 'violet', 'blauw', 'oranje', 'roze'] as const satisfies readonly InkColor[];

/** A picture and the box of the stage that it fills as far as its own proportions let it. */
export function paintPicture({ context }: RoomPen, picture: CanvasImageSource & { readonly width: number; readonly height: number }, box: Box, opacity = 1): void {
  if (opacity <= 0) return;
  const { x, y, w, h } = contained(picture.width / picture.height, box);
  const before = context.globalAlpha;
  context.globalAlpha = before * opacity;
  context.drawImage(picture, x, y, w, h);
  context.globalAlpha = before;
}

/** The largest box of those proportions in the middle of another, standing on its ground. */
export function contained(ratio: number, { x, y, w, h }: Box): Box {
  const width = Math.min(w, h * ratio), height = width / ratio;
  return { x: x + (w - width) / 2, y: y + (h - height), w: width, h: height };
}

/** The same for whoever stands alone and large: a flat drawing comes near the middle instead of lying at the foot. */
export function standing(ratio: number, box: Box): Box {
  const low = contained(ratio, box);
  return { ...low, y: low.y - (low.y - box.y) * 0.42 };
}

/** The letter of a candidate: A, B, C … the same on the room screen, on paper and on phones. */
export const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** One choice with its letter; the name and the letter can be left out for a reveal that moves them by itself. */
export function paintChoice(pen: RoomPen, cell: ChoiceCell, i: number, picture: ImageBitmap | null): void {
  if (cell.picture && picture) paintPicture(pen, picture, cell.picture);
  paintLetter(pen, cell, i);
  for (const line of cell.name) pen.letters(line);
}

/** A letter in its ring. */
export function paintLetter(pen: RoomPen, { ring: { x, y, r } }: ChoiceCell, i: number): void {
  const at: Box = { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
  pen.wash(at, i + 90, 'paper');
  pen.ring(at, { seed: 40 + i, thick: 6, color: 'ink' });
  pen.letters({ text: letterOf(i), hand: 'kop', size: r * 1.5, x, baseline: y + r * 0.48, anchor: 'middle', bold: 0 });
}

/** Question, line and rule. */
export function paintQuestion(pen: RoomPen, { question, underline, rule }: VoteLayout): void {
  pen.underline(underline, { seed: 7, color: 'oranje' });
  for (const line of question) pen.letters(line);
  for (const line of rule) pen.letters(line);
}

/** The code for phones: black on pure white, its edges on whole pixels, nothing drawn in its quiet zone. */
export function paintDoor(pen: RoomPen, { card, qr, texts }: DoorCard, code: QrCode | null): void {
  const { context } = pen;
  context.fillStyle = '#FFFFFF';
  context.fillRect(card.x, card.y, card.w, card.h);
  pen.box(card, 26, { seed: 61, thick: 8, color: 'ink' });
  for (const text of texts) pen.letters(text);
  if (!code) return;
  const scale = context.getTransform().a;
  const count = code.modules + 2 * QUIET_MODULES;
  const modulePx = Math.floor((qr.w * scale) / count);
  const left = Math.round((qr.x + qr.w / 2) * scale - (modulePx * count) / 2), top = Math.round((qr.y + qr.h / 2) * scale - (modulePx * count) / 2);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#FFFFFF';
  context.fillRect(left, top, modulePx * count, modulePx * count);
  context.fillStyle = '#000000';
  for (const [x, y, length] of code.stretches) context.fillRect(left + (x + QUIET_MODULES) * modulePx, top + (y + QUIET_MODULES) * modulePx, length * modulePx, modulePx);
  context.restore();
}

/** How many have voted, as a number, in words and as dots. */
export function paintTurnout(pen: RoomPen, { turnout, dots, dotRadius }: VoteLayout, cast: number): void {
  pen.letters(turnout.number);
  for (const line of turnout.words) pen.letters(line);
  dots.forEach(({ x, y }, i) => {
    const at: Box = { x: x - dotRadius, y: y - dotRadius, w: 2 * dotRadius, h: 2 * dotRadius };
    if (i < cast) pen.wash(at, 300 + (i % 17), 'ink');
    else pen.ring(at, { seed: 500 + (i % 13), thick: Math.max(2.5, dotRadius * 0.34), color: 'grijs2' });
  });
}

/** What is left of the time, as digits in a ring that runs empty. */
export function paintClock(pen: RoomPen, { x, y, r }: NonNullable<VoteLayout['clock']>, { text, share }: TimeLeft): void {
  const { context } = pen;
  const at: Box = { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
  pen.wash(at, 71, 'perzik');
  pen.ring(at, { seed: 73, thick: 5, color: 'grijs2' });
  context.beginPath();
  context.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * Math.min(1, share));
  context.strokeStyle = hexOf('ink');
  context.lineWidth = 16;
  context.lineCap = 'round';
  context.setLineDash([]);
  if (share > 0) context.stroke();
  pen.letters({ text, hand: 'kop', size: text.length > 4 ? r * 0.72 : r * 0.88, x, baseline: y + r * 0.3, anchor: 'middle', bold: 0 });
}

/** All of an open vote that does not change with every ballot; never a count per choice. */
export function paintVoteStill(pen: RoomPen, layout: VoteLayout, pictures: readonly (ImageBitmap | null)[], qr: QrCode | null): void {
  paintQuestion(pen, layout);
  layout.cells.forEach((cell, i) => paintChoice(pen, cell, i, pictures[i] ?? null));
  if (layout.door) paintDoor(pen, layout.door, qr);
  for (const line of layout.hidden) pen.letters(line);
}
