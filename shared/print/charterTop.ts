import { marksOfKind } from '../board/marksByKind.ts';
import { layLines, widestEm, type MeasureEm } from '../board/lettering.ts';
import { hexOf, PALETTE, type InkColor } from '../board/palette.ts';
import type { Box } from '../geometry/box.ts';
import { ellipse } from '../scene/forms.ts';
import type { SceneContext } from '../scene/markNode.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { LEFT, RIGHT, SHEET, WIDTH, type Composer } from './charterLayout.ts';
import { fittedLetter, letterLine, letterLines, markerFill, penLine } from './compose.ts';
import { namesOf } from '../outline/describeMark.ts';
import type { Drawing, PrintedItem, PrintedPart } from './printedSheet.ts';
import { drawingOf, drawingOfMarks, lastWinner } from './winnerDrawing.ts';

const PICTURE: Box = { x: LEFT + 3, y: 16, w: 62, h: 66 };
const MOST_TRAITS = 5;
/** The lowest that the rule above the traits can lie: below the drawing. Without one it moves up to the words. */
const RULE_TOP = 96;
/** How high the traits are with their rules and the air below them, mm. */
const TRAITS_H = 31;
const AIR = 8;

/** Sizes of lettering that are tried for the heading, and the height that it may have, mm. */
const HEADING_SIZES = [19, 17.5, 16, 14.5, 13, 11.5, 10, 9, 8, 7, 6, 5, 4.2] as const;
const HEADING_ROOM = 40;

/** The longest word that a charter is usually called by, and where it may be broken. */
const LONG_WORD = /(samenwerkings)(charter)/i;

/** The largest size at which a heading fits. */
function headingSize(text: string, widthMm: number, measure: MeasureEm): number {
  return HEADING_SIZES.find((size) => {
    const lines = layLines(text, 'kop', measure, widthMm / size);
    return lines.length * size <= HEADING_ROOM && (lines.length <= 2 || size < 10) && widestEm(lines) * size <= widthMm;
  }) ?? 3.4;
}

/** The heading in one or two lines where it can be, as large as its width allows, with a stroke of the marker under it. */
function headingPart(x: number, { charter, measure }: Composer): { readonly part: PrintedPart; readonly bottom: number } {
  const widthMm = RIGHT - x;
  const broken = charter.heading.replace(LONG_WORD, '$1-\n$2');
  const isBroken = headingSize(broken, widthMm, measure) > headingSize(charter.heading, widthMm, measure);
  const text = isBroken ? broken : charter.heading;
  const sizeMm = headingSize(text, widthMm, measure);
  const lines = layLines(text, 'kop', measure, widthMm / sizeMm);
  const last = lines.at(-1);
  const bottom = 30 + (lines.length - 1) * sizeMm * 0.95;
  const underline = penLine([{ x, y: bottom + 4.4 }, { x: x + ((last?.widthEm ?? 0) * sizeMm) / 2, y: bottom + 3.8 }, { x: x + (last?.widthEm ?? 0) * sizeMm * 0.94, y: bottom + 4.5 }], 2, false, 'underline', PALETTE.groen);
  const ops = [underline, ...lines.map((line, i) => letterLine(line, { hand: 'kop', sizeMm, at: { x, y: 30 + i * sizeMm * 0.95 } }))];
  return { part: { kind: 'heading', level: 1, ops, ...(isBroken ? { read: charter.heading } : {}) }, bottom: bottom + 6.5 };
}

/** Sizes of lettering that are tried for the dream, mm. */
const DREAM_SIZES = [7.4, 6.7, 6, 5.4, 4.8, 4.2, 3.6, 3] as const;

/** The dream in one sentence, then place and date; and where (mm) the last of them ends. */
function dreamParts(x: number, top: number, { charter, measure }: Composer): { readonly parts: readonly PrintedPart[]; readonly bottom: number } {
  const widthMm = RIGHT - x;
  // The first line stands 8 mm below the heading, place and date stand 10 mm below the last.
  const room = RULE_TOP - 20 - top;
  const linesAt = (size: number) => letterLines(charter.dream, measure, { hand: 'hand', sizeMm: size, at: { x, y: top + 8 } }, widthMm, size * 1.16);
  const sizeMm = DREAM_SIZES.find((size) => (linesAt(size).length - 1) * size * 1.16 <= room) ?? 2.6;
  const lines = charter.dream === '' ? [] : linesAt(sizeMm);
  const dreamY = lines.length === 0 ? top - 3 : top + 8 + (lines.length - 1) * sizeMm * 1.16;
  const placeY = charter.place === '' ? dreamY : dreamY + 9.5;
  return {
    parts: [
      ...(lines.length === 0 ? [] : [{ kind: 'paragraph', ops: lines } as const]),
      ...(charter.place === '' ? [] : [{ kind: 'paragraph', ops: [fittedLetter(charter.place, measure, { hand: 'face', sizeMm: 4.6, at: { x, y: placeY }, color: PALETTE.stil }, widthMm)] } as const]),
    ],
    bottom: placeY + 2,
  };
}

type Trait = { readonly text: string; readonly times: number; readonly color: InkColor };

/** The traits heard most, most first, with the colour that they have on the board. */
function traitsOf({ board }: SceneContext): readonly Trait[] {
  return marksOfKind(board, 'card').filter(({ role }) => role === 'trait')
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.text < b.text ? -1 : 1)).slice(0, MOST_TRAITS)
    .map(({ text, mentions, color }) => ({ text, times: Math.max(1, mentions.length), color }));
}

const rule = (y: number, seed: string): PaintOp => penLine([{ x: LEFT, y }, { x: SHEET.w / 2, y: y + 0.4 }, { x: RIGHT, y: y - 0.2 }], 0.7, false, seed, PALETTE.grijs2);

/** The traits side by side between two rules, spread over the width, each with how often it was heard. */
function traitParts(traits: readonly Trait[], ruleY: number, { measure, locale }: Composer): readonly PrintedPart[] {
  if (traits.length === 0) return [];
  const gapMm = 9;
  const free = WIDTH - gapMm * (traits.length - 1);
  const natural = traits.map(({ text }) => measure(text, 'kop') * 10.4);
  const heard = traits.map(({ times }) => say(locale, 'print.heard', { count: times }));
  const widths = natural.map((width, i) => Math.max(width, measure(heard[i] ?? '', 'face') * 3.8));
  const shrink = Math.min(1, free / widths.reduce((sum, width) => sum + width, 0));
  const spare = traits.length > 1 ? Math.max(0, WIDTH - widths.reduce((sum, width) => sum + width * shrink, 0)) / (traits.length - 1) : 0;
  let x = LEFT;
  const items = traits.map(({ text, color }, i): PrintedItem => {
    const widthMm = (widths[i] ?? 0) * shrink;
    const ops = [
      fittedLetter(text, measure, { hand: 'kop', sizeMm: 10.4, at: { x, y: ruleY + 11 }, color: hexOf(color) }, widthMm),
      fittedLetter(heard[i] ?? '', measure, { hand: 'face', sizeMm: 3.8, at: { x, y: ruleY + 17.4 }, color: PALETTE.stil }, widthMm),
    ];
    x += widthMm + Math.min(spare, 24);
    return { ops, read: `${text}, ${heard[i] ?? ''}` };
  });
  return [{ kind: 'decoration', ops: [rule(ruleY, 'above traits'), rule(ruleY + 22.5, 'below traits')] }, { kind: 'list', items }];
}

/** The picture of a charter and what it is called: the part of the board that somebody chose, else what the room chose; null without either. */
function charterPicture(context: SceneContext, { charter, locale }: Composer): { readonly drawing: Drawing; readonly alt: string } | null {
  const chosen = charter.picture ?? [];
  const part = drawingOfMarks(chosen, context, PICTURE);
  if (part) {
    const words = namesOf(chosen, context.board, locale);
    return { drawing: part, alt: words.length > 0 ? say(locale, 'print.partPicture', { words: words.join(', ') }) : say(locale, 'print.drawnPicture') };
  }
  const winner = lastWinner(context);
  const drawing = winner && drawingOf(winner, context, PICTURE);
  return winner && drawing ? { drawing, alt: say(locale, 'print.winnerPicture', { name: winner.label }) } : null;
}

/** The picture on a wash of colour, and the heading beside it; without a drawing the heading has the whole width. */
function headParts(context: SceneContext, composer: Composer): { readonly parts: readonly PrintedPart[]; readonly bottom: number } {
  const picture = charterPicture(context, composer);
  const x = picture ? PICTURE.x + PICTURE.w + 10 : LEFT;
  const { part, bottom } = headingPart(x, composer);
  const wash = ellipse({ w: PICTURE.w + 9, h: PICTURE.h + 5 });
  const figure: readonly PrintedPart[] = picture ? [
    { kind: 'decoration', ops: [markerFill(wash.map(({ x: dx, y: dy }) => ({ x: PICTURE.x - 4.5 + dx, y: PICTURE.y - 3.5 + dy })), PALETTE.perzik, 'winner')] },
    { kind: 'figure', alt: picture.alt, box: PICTURE, ops: [], drawing: picture.drawing },
  ] : [];
  const dream = dreamParts(x, bottom, composer);
  return { parts: [part, ...figure, ...dream.parts], bottom: picture ? RULE_TOP - AIR : dream.bottom };
}

/** The upper part of a charter: what the room chose, the heading, the dream in one sentence, what was heard most; and where (mm) room begins below it. */
export function charterTop(context: SceneContext, composer: Composer): { readonly parts: readonly PrintedPart[]; readonly freeFrom: number } {
  const traits = traitsOf(context);
  const { parts, bottom } = headParts(context, composer);
  const free = bottom + AIR;
  return { parts: [...parts, ...traitParts(traits, free, composer)], freeFrom: traits.length > 0 ? free + TRAITS_H : free + 2 };
}
