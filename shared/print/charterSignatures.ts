import { PALETTE } from '../board/palette.ts';
import type { Signer } from '../charter/signer.ts';
import { compose, scaling, translation } from '../geometry/matrix.ts';
import { pathBounds, pathFromSvg, transformPath } from '../geometry/path.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { LEFT, SHEET, WIDTH, type Composer } from './charterLayout.ts';
import { fittedLetter, letter, penLine } from './compose.ts';
import type { PrintedItem, PrintedPart } from './printedSheet.ts';

const GAP = 7;
const cellW = (columns: number): number => (WIDTH - GAP * (columns - 1)) / columns;
/** Room above a line to sign on, mm; ink is never higher. */
export const SIGN_ROOM = 15;
const INK_H = 11;
/** The ink of a large field is made no larger than this many mm per unit of the field. */
const MOST_SCALE = 0.85;
/** The lowest line, with what stands below it and the note under all. */
const LAST_LINE_Y = { role: 272.5, name: 268 } as const;
const PITCH = { role: 16.4, name: 22.5 } as const;
/** On a sheet of their own signatures begin here, mm. */
const OWN_TOP = 48;

/** A place for a signature: whoever stands there, each part by choice. */
export type SignCell = Signer;

/** Places for signatures, three beside each other, or four where that saves a sheet. */
export type SignBlock = { readonly cells: readonly SignCell[]; readonly columns: 3 | 4 };

/**
 * Who signs, in the order in which they did, then a line for each role that nobody has taken yet. What is in `roles`
 * twice is there for two.
 */
export function signCells(roles: readonly string[], signers: readonly Signer[]): readonly SignCell[] {
  const taken = signers.map(({ role }) => keyOf(role));
  const open = roles.filter((role) => {
    const at = taken.indexOf(keyOf(role));
    if (at >= 0) taken.splice(at, 1);
    return at < 0;
  });
  return [...signers, ...open.map((role) => ({ name: '', role, signature: '' }))];
}

const keyOf = (role: string): string => role.trim().toLowerCase();

const hasNames = (cells: readonly SignCell[]): boolean => cells.some(({ name, role }) => name.trim() !== '' && role.trim() !== '');
const kindOf = (cells: readonly SignCell[]): 'name' | 'role' => (hasNames(cells) ? 'name' : 'role');
const rowsOf = ({ cells, columns }: SignBlock): number => Math.ceil(cells.length / columns);

/** Where (mm) the uppermost line of these stands at the foot of a sheet. */
const firstLine = (block: SignBlock): number => LAST_LINE_Y[kindOf(block.cells)] - Math.max(0, rowsOf(block) - 1) * PITCH[kindOf(block.cells)];

/** Where (mm) signatures at the foot of a sheet begin; without any the sheet is free down to its margin. */
export function signTop(block: SignBlock): number {
  return block.cells.length === 0 ? SHEET.h - LEFT : firstLine(block) - SIGN_ROOM;
}

/** The ink on its line: as large as fits, standing on the line, a little through it. */
function inkOps(signature: string, x: number, y: number, widthMm: number): readonly PaintOp[] {
  if (signature === '') return [];
  const path = pathFromSvg(signature);
  const box = pathBounds(path);
  if (box.w <= 0 && box.h <= 0) return [];
  const scale = Math.min((widthMm - 4) / Math.max(box.w, 1), INK_H / Math.max(box.h, 1), MOST_SCALE);
  const to = compose(translation(x + 2, y + 1.4 - box.h * scale), compose(scaling(scale, scale), translation(-box.x, -box.y)));
  return [{ op: 'fill', path: transformPath(to, path), color: PALETTE.blauw, opacity: 1 }];
}

/** One place to sign; without a name the role takes its place, and without either there is only the line. */
function cellItem({ name, role, signature }: SignCell, at: { readonly x: number; readonly y: number; readonly widthMm: number; readonly seed: string }, { measure, locale }: Composer): PrintedItem {
  const { x, y, widthMm, seed } = at;
  const said = [name.trim(), role.trim()].filter((part) => part !== '');
  const [first, second] = said;
  const ops: PaintOp[] = [penLine([{ x, y }, { x: x + widthMm / 2, y: y + 0.3 }, { x: x + widthMm, y: y - 0.1 }], 0.6, false, seed), ...inkOps(signature, x, y, widthMm)];
  if (first !== undefined) ops.push(fittedLetter(first, measure, { hand: 'face', sizeMm: 4, at: { x, y: y + 5 } }, widthMm));
  if (second !== undefined) ops.push(fittedLetter(second, measure, { hand: 'face', sizeMm: 3.5, at: { x, y: y + 9.4 }, color: PALETTE.stil }, widthMm));
  const who = said.join(', ');
  const read = signature !== '' ? say(locale, who === '' ? 'print.signedNameless' : 'print.signed', { who }) : say(locale, who === '' ? 'print.signHereAnyone' : 'print.signHere', { role: who });
  return { ops, read };
}

function cellsFrom(first: number, { cells, columns }: SignBlock, offset: number, composer: Composer): PrintedPart {
  const widthMm = cellW(columns);
  const pitch = PITCH[kindOf(cells)];
  return {
    kind: 'list',
    items: cells.map((cell, i) => cellItem(cell, { x: LEFT + (i % columns) * (widthMm + GAP), y: first + Math.floor(i / columns) * pitch, widthMm, seed: `sign ${offset + i}` }, composer)),
  };
}

/** What stands small under the signatures: that nobody has to give a name. */
export function footNote(text: string, { measure }: Pick<Composer, 'measure'>): PrintedPart {
  return { kind: 'paragraph', ops: [fittedLetter(text, measure, { hand: 'face', sizeMm: 3.8, at: { x: LEFT, y: SHEET.h - 10.5 }, color: PALETTE.stil }, WIDTH - 24)] };
}

/** Signatures and lines at the foot of a sheet. */
export function signatureParts(block: SignBlock, composer: Composer): readonly PrintedPart[] {
  if (block.cells.length === 0) return [];
  const isOpen = block.cells.some(({ signature }) => signature === '');
  return [cellsFrom(firstLine(block), block, 0, composer), ...(isOpen ? [footNote(say(composer.locale, 'charter.byChoice'), composer)] : [])];
}

/** Signatures on sheets of their own, as many as are needed. */
export function signatureSheets(cells: readonly SignCell[], composer: Composer): readonly (readonly PrintedPart[])[] {
  const kind = kindOf(cells);
  const most = 3 * (Math.floor((LAST_LINE_Y[kind] - OWN_TOP - SIGN_ROOM) / PITCH[kind]) + 1);
  const { measure, locale } = composer;
  return Array.from({ length: Math.ceil(cells.length / most) }, (_, sheet) => [
    { kind: 'heading', level: 2, ops: [letter(say(locale, 'print.signatures'), measure, { hand: 'kop', sizeMm: 11.4, at: { x: LEFT, y: 38 } })] },
    cellsFrom(OWN_TOP + SIGN_ROOM, { cells: cells.slice(sheet * most, (sheet + 1) * most), columns: 3 }, sheet * most, composer),
  ]);
}
