import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import { choiceCells, type ChoiceCell } from './choiceCells.ts';
import { fittedText, oneLine, stacked, widthOf, type PlacedText } from './placedText.ts';
import { FLOOR_UNITS, type RoomStage } from './roomStage.ts';

/** The words and numbers of an open vote, in the language of the board. */
export type VoteWords = {
  readonly question: string;
  readonly rule: string;
  readonly cast: string;
  readonly castWords: string;
  readonly hidden: string;
  readonly scan: string;
};

export type VotePlan = {
  readonly stage: RoomStage;
  readonly words: VoteWords;
  readonly names: readonly string[];
  readonly drawn: readonly boolean[];
  readonly heads: number;
  /** What phones open, as one types it; null while no phone can vote. */
  readonly address: string | null;
  readonly hasClock: boolean;
  readonly measure: MeasureEm;
};

/** A line under a word or a sentence. */
export type Underline = { readonly x: number; readonly y: number; readonly w: number; readonly thick: number };

/** Where phones come in: the code with its quiet zone on a white card, and the address for whoever cannot scan it. */
export type DoorCard = { readonly card: Box; readonly qr: Box; readonly texts: readonly PlacedText[] };

export type VoteLayout = {
  readonly question: readonly PlacedText[];
  readonly underline: Underline;
  readonly rule: readonly PlacedText[];
  readonly cells: readonly ChoiceCell[];
  readonly door: DoorCard | null;
  readonly turnout: { readonly number: PlacedText; readonly words: readonly PlacedText[] };
  readonly dots: readonly Point[];
  readonly dotRadius: number;
  readonly clock: { readonly x: number; readonly y: number; readonly r: number } | null;
  readonly hidden: readonly PlacedText[];
};

const EDGE = 70;
/** The code with its quiet zone of four modules. */
const QR = 500;
const CARD_AIR = 14;
/** More dots than this are a grey field that nobody counts. */
const DOTS_AT_MOST = 100;

/** The address on one line, or with its port on a second one when it would be too small to read. */
function addressLines(address: string, width: number, measure: MeasureEm): readonly { readonly text: string; readonly size: number }[] {
  const sizeOf = (text: string): number => Math.min(80, width / Math.max(0.01, measure(text, 'faceBold')));
  const cut = address.lastIndexOf(':');
  if (sizeOf(address) >= FLOOR_UNITS || cut <= 0) return [{ text: address, size: sizeOf(address) }];
  const host = address.slice(0, cut), port = address.slice(cut);
  const size = Math.min(sizeOf(host), sizeOf(port));
  return [{ text: host, size }, { text: port, size }];
}

function doorCard(address: string, right: number, top: number, scan: string, measure: MeasureEm): DoorCard {
  const w = QR + 2 * CARD_AIR;
  const x = right - w;
  const lines = addressLines(address, w - 36, measure);
  const hint = fittedText(scan, 'hand', w - 30, { most: 60, least: FLOOR_UNITS, lines: 1 }, measure);
  const first = top + CARD_AIR + QR + 44;
  const texts = [oneLine(scan, 'hand', hint.size, x + w / 2, first, 'middle')];
  let baseline = first + 14;
  for (const { text, size } of lines) {
    baseline += size * 0.98;
    texts.push(oneLine(text, 'faceBold', size, x + w / 2, baseline, 'middle'));
  }
  return { card: { x, y: top, w, h: baseline + 30 - top }, qr: { x: x + CARD_AIR, y: top + CARD_AIR, w: QR, h: QR }, texts };
}

/** Turnout as dots in fives, a five never broken over two lines, as large as the room for them allows. */
function turnoutDots(heads: number, area: Box): { readonly dots: readonly Point[]; readonly r: number } {
  if (heads === 0 || heads > DOTS_AT_MOST || area.h < 24) return { dots: [], r: 0 };
  const fives = Math.ceil(heads / 5);
  for (let pitch = 40; pitch >= 14; pitch--) {
    const five = pitch * 5.4;
    const perRow = Math.floor((area.w + pitch * 0.4) / five);
    const rows = Math.ceil(fives / Math.max(1, perRow));
    if (perRow < 1 || rows * pitch * 1.35 > area.h) continue;
    const dots = Array.from({ length: heads }, (_, i): Point => {
      const n = Math.floor(i / 5);
      return { x: area.x + pitch / 2 + (n % perRow) * five + (i % 5) * pitch, y: area.y + pitch / 2 + Math.floor(n / perRow) * pitch * 1.35 };
    });
    return { dots, r: pitch * 0.35 };
  }
  return { dots: [], r: 0 };
}

function turnoutAt(cast: string, words: string, x: number, baseline: number, size: number, width: number, measure: MeasureEm): VoteLayout['turnout'] {
  const number = oneLine(cast, 'kop', size, x, baseline);
  const at = x + widthOf(cast, 'kop', size, measure) + 24;
  const fitted = fittedText(words, 'kop', Math.max(120, x + width - at), { most: 74, least: 0, lines: 1 }, measure);
  return { number, words: [oneLine(words, 'kop', fitted.size, at, baseline)] };
}

/** Where everything of an open vote stands: one row of drawings over the turnout; many of them, or words alone, beside it. */
export function voteLayout(plan: VotePlan): VoteLayout {
  // Words alone are read from above to below, so that height makes them large.
  if (plan.names.length > 4 || !plan.drawn.some(Boolean)) return arranged(plan, true);
  const over = arranged(plan, false);
  // A long question leaves no room for the card below it: then the card stands beside the question.
  return over.door && over.door.card.y + over.door.card.h > plan.stage.h - 20 ? arranged(plan, true) : over;
}

function arranged(plan: VotePlan, beside: boolean): VoteLayout {
  const { stage: { w }, words, address, measure } = plan;
  const right = w - 60;
  const isBesideCard = beside && address !== null;
  const headWidth = isBesideCard ? right - QR - 2 * CARD_AIR - 50 - EDGE : w - 2 * EDGE;
  const asked = fittedText(words.question, 'kop', headWidth, isBesideCard ? { most: 96, least: 74, lines: 3 } : { most: 122, least: 80, lines: 2 }, measure);
  const question = stacked(asked, 'kop', EDGE, 34 + asked.size * 0.82);
  const last = question[question.length - 1] as PlacedText;
  const lineY = last.baseline + asked.size * 0.2;
  const underline = { x: EDGE, y: lineY, w: Math.min(headWidth, widthOf(last.text, 'kop', asked.size, measure) + 6), thick: asked.size * 0.1 };
  const door = address === null ? null : doorCard(address, right, beside ? 44 : lineY + 44, words.scan, measure);
  const ruleWidth = (door ? door.card.x - 40 : right) - EDGE;
  const ruled = fittedText(words.rule, 'hand', ruleWidth, { most: 62, least: FLOOR_UNITS, lines: 2 }, measure);
  const rule = stacked(ruled, 'hand', EDGE, lineY + 22 + ruled.size * 0.95);
  const top = (rule[rule.length - 1] as PlacedText).baseline + 40;
  if (!beside) return { question, underline, rule, door, ...overTurnout(plan, top, door) };
  const column = door ? { x: door.card.x, y: door.card.y + door.card.h, w: door.card.w } : { x: right - COLUMN, y: top - 20, w: COLUMN };
  return { question, underline, rule, door, ...besideColumn(plan, top, column) };
}

/** The turnout beside the choices is so wide when there is no card over it. */
const COLUMN = 460;

type Rest = Pick<VoteLayout, 'cells' | 'turnout' | 'dots' | 'dotRadius' | 'clock' | 'hidden'>;

/** What the room is told about the result, in the corner at the right. */
function hiddenNote(words: VoteWords, x: number, width: number, baseline: number, measure: MeasureEm): readonly PlacedText[] {
  return stacked(fittedText(words.hidden, 'hand', width, { most: 60, least: FLOOR_UNITS, lines: 2 }, measure), 'hand', x, baseline);
}

/** The choices over the whole width beside the door, the turnout at the foot. */
function overTurnout({ stage: { w, h }, words, names, drawn, heads, hasClock, measure }: VotePlan, top: number, door: DoorCard | null): Rest {
  const foot = h - 246;
  const noteX = w - 546, noteWidth = 486;
  const noteTop = door ? Math.max(foot + 40, door.card.y + door.card.h + 62) : foot + 96;
  const area: Box = { x: 46, y: top, w: (door ? door.card.x - 24 : w - 46) - 46, h: foot - top };
  const clock = hasClock ? { x: noteX - 158, y: foot + 106, r: 94 } : null;
  const numberBase = foot + 108;
  const width = (clock ? clock.x - clock.r - 40 : noteX - 40) - EDGE;
  const { dots, r } = turnoutDots(heads, { x: EDGE, y: numberBase + 26, w: width, h: h - numberBase - 26 - 18 });
  return {
    cells: choiceCells({ area, names, drawn, measure }), clock, dots, dotRadius: r,
    turnout: turnoutAt(words.cast, words.castWords, EDGE, numberBase, 132, width, measure),
    // Two lines below a tall card have no room on a low picture; the rule has been said, the note is the first to go.
    hidden: noteTop + 66 < h ? hiddenNote(words, noteX, noteWidth, noteTop, measure) : [],
  };
}

/** Choices in a grid of their own, the turnout in a column beside them, under the card of the door when there is one. */
function besideColumn({ stage: { h }, words, names, drawn, heads, hasClock, address, measure }: VotePlan, top: number, { x, y, w }: Pick<Box, 'x' | 'y' | 'w'>): Rest {
  const area: Box = { x: 46, y: top, w: x - 24 - 46, h: h - top - 20 };
  const clock = hasClock ? { x: x + w - 70, y: y + 80, r: 60 } : null;
  const numberBase = y + 128;
  const number = oneLine(words.cast, 'kop', 132, x, numberBase);
  const said = fittedText(words.castWords, 'kop', w, { most: 62, least: address === null ? 50 : 0, lines: address === null ? 2 : 1 }, measure);
  const spoken = stacked(said, 'kop', x, y + 156 + said.size * 0.7);
  const wordsBase = (spoken[spoken.length - 1] as PlacedText).baseline;
  // Under a card there is no room for it; the rule has been said.
  const note = address === null ? fittedText(words.hidden, 'hand', w, { most: 60, least: FLOOR_UNITS, lines: 3 }, measure) : null;
  const noteTop = note ? h - 40 - (note.lines.length - 1) * note.size * 1.06 : h;
  const dotsBottom = note ? noteTop - note.size - 26 : h - 16;
  const { dots, r } = turnoutDots(heads, { x, y: wordsBase + 26, w, h: dotsBottom - wordsBase - 26 });
  return {
    cells: choiceCells({ area, names, drawn, measure }), clock, dots, dotRadius: r, turnout: { number, words: spoken },
    hidden: note ? stacked(note, 'hand', x, noteTop) : [],
  };
}
