import type { Locale } from '../board/board.ts';
import { layLines, type MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import type { ContactList } from '../charter/signer.ts';
import { dayText } from '../strings/dayText.ts';
import { say } from '../strings/say.ts';
import { LEFT, RIGHT, SHEET, WIDTH } from './charterLayout.ts';
import { boxCorners, fittedLetter, hairLines, letter, letterLines, markerFill, penLine } from './compose.ts';
import type { PrintedItem, PrintedPart, PrintedSheet } from './printedSheet.ts';

/** Where the columns begin, mm, and how wide they may be. */
const COLUMNS = { name: { x: LEFT, w: 72 }, role: { x: LEFT + 76, w: 56 }, phone: { x: LEFT + 136, w: 46 } } as const;
const ROW_H = 11;
const LAST_ROW_Y = SHEET.h - 26;
const PURPOSE = { sizeMm: 5, leadMm: 6.1 } as const;
/** More of the purpose than this many lines is what nobody reads on a list. */
const MOST_PURPOSE = 6;

type Writer = { readonly title: string; readonly locale: Locale; readonly measure: MeasureEm };

/** Why the list exists and until when it may: above the numbers, on every sheet. */
function headParts({ purpose, eraseOn }: ContactList, { title, locale, measure }: Writer): { readonly parts: readonly PrintedPart[]; readonly bottom: number } {
  const width = WIDTH - 12;
  const purposeLines = purpose.trim() === '' ? [] : layLines(say(locale, 'print.contactsFor', { purpose: purpose.trim() }), 'face', measure, width / PURPOSE.sizeMm);
  const shown = purposeLines.slice(0, MOST_PURPOSE).map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
  const lines = shown === '' ? [] : letterLines(shown, measure, { hand: 'face', sizeMm: PURPOSE.sizeMm, at: { x: LEFT + 6, y: 60 } }, width, PURPOSE.leadMm);
  const eraseY = 60 + lines.length * PURPOSE.leadMm;
  const hasErase = eraseOn !== '';
  const bottom = 52 + (lines.length + (hasErase ? 1 : 0)) * PURPOSE.leadMm + 6.4;
  const box = boxCorners(LEFT, 52, WIDTH, bottom - 52);
  const parts: PrintedPart[] = [
    { kind: 'heading', level: 1, ops: [letter(say(locale, 'print.contacts'), measure, { hand: 'kop', sizeMm: 15, at: { x: LEFT, y: 31 } })] },
    { kind: 'paragraph', ops: [fittedLetter(title, measure, { hand: 'face', sizeMm: 4.8, at: { x: LEFT, y: 42 }, color: PALETTE.stil }, WIDTH)] },
  ];
  if (lines.length > 0 || hasErase) parts.push({ kind: 'decoration', ops: [markerFill(box.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.4 })), PALETTE.perzik, 'contacts'), penLine(box, 0.7, true, 'contacts line')] });
  if (lines.length > 0) parts.push({ kind: 'paragraph', ops: lines });
  if (hasErase) parts.push({ kind: 'paragraph', ops: [letter(say(locale, 'print.contactsErase', { day: dayText(locale, eraseOn) }), measure, { hand: 'faceBold', sizeMm: PURPOSE.sizeMm, at: { x: LEFT + 6, y: eraseY } })] });
  return { parts, bottom: lines.length > 0 || hasErase ? bottom : 46 };
}

function row({ name, role, phone }: ContactList['contacts'][number], y: number, { locale, measure }: Writer): PrintedItem {
  const shown = name.trim() === '' ? say(locale, 'print.nameless') : name.trim();
  const ops = [
    fittedLetter(shown, measure, { hand: 'faceBold', sizeMm: 4.8, at: { x: COLUMNS.name.x, y }, ...(name.trim() === '' ? { color: PALETTE.stil } : {}) }, COLUMNS.name.w),
    ...(role.trim() === '' ? [] : [fittedLetter(role.trim(), measure, { hand: 'face', sizeMm: 4.8, at: { x: COLUMNS.role.x, y } }, COLUMNS.role.w)]),
    fittedLetter(phone.trim(), measure, { hand: 'face', sizeMm: 4.8, at: { x: COLUMNS.phone.x, y } }, COLUMNS.phone.w),
  ];
  return { ops, read: [shown, role.trim(), phone.trim()].filter((part) => part !== '').join(', ') };
}

/**
 * Whom to call about what was agreed, with why the list exists and when it has to be erased on every sheet of it; none
 * when nobody gave a number. The only output that has telephone numbers.
 */
export function contactSheets(list: ContactList, title: string, locale: Locale, measure: MeasureEm): readonly PrintedSheet[] {
  if (list.contacts.length === 0) return [];
  const writer: Writer = { title, locale, measure };
  const { parts: head, bottom } = headParts(list, writer);
  const namesY = bottom + 12;
  const most = Math.max(1, Math.floor((LAST_ROW_Y - namesY) / ROW_H));
  const sheets = Math.ceil(list.contacts.length / most);
  return Array.from({ length: sheets }, (_, i): PrintedSheet => {
    const rows = list.contacts.slice(i * most, (i + 1) * most);
    const lineYs = [namesY + 3, ...rows.map((_row, n) => namesY + (n + 1) * ROW_H + 3.6)];
    const names = (['name', 'role', 'phone'] as const).map((column) => letter(say(locale, ({ name: 'print.contactName', role: 'print.contactRole', phone: 'print.contactPhone' } as const)[column]), measure, { hand: 'face', sizeMm: 3.8, at: { x: COLUMNS[column].x, y: namesY }, color: PALETTE.stil }));
    return {
      sizeMm: SHEET,
      bookmark: i === 0 ? say(locale, 'print.contacts') : null,
      parts: [
        ...head,
        { kind: 'decoration', ops: [...names, hairLines(lineYs.map((y) => [LEFT, y, RIGHT, y]))] },
        { kind: 'list', items: rows.map((contact, n) => row(contact, namesY + (n + 1) * ROW_H, writer)) },
        { kind: 'paragraph', ops: [fittedLetter(say(locale, 'print.contactsSecret'), measure, { hand: 'face', sizeMm: 3.8, at: { x: LEFT, y: SHEET.h - 12 }, color: PALETTE.stil }, WIDTH - 34)] },
        ...(sheets === 1 ? [] : [{ kind: 'paragraph', ops: [letter(say(locale, 'print.sheetOf', { number: i + 1, sheets }), measure, { hand: 'face', sizeMm: 3.8, at: { x: RIGHT, y: SHEET.h - 12 }, align: 'right', color: PALETTE.stil })] } as const]),
      ],
    };
  });
}
