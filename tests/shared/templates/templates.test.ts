import { describe, expect, it } from 'vitest';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board, type Locale } from '../../../shared/board/board.ts';
import { marksOf, marksOnPage } from '../../../shared/board/buckets.ts';
import { widestEm } from '../../../shared/board/lettering.ts';
import type { Mark, TextMark } from '../../../shared/board/marks.ts';
import { contains, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { occupancyOf } from '../../../shared/harvest/occupancy.ts';
import { pageRoom } from '../../../shared/harvest/pageRoom.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { drawnStamp } from '../../../shared/stamps/drawn.ts';
import { TEMPLATES, templateOf } from '../../../shared/templates/list.ts';
import { measureEm } from '../../support/measureEm.ts';

const inks = new Map<never, never>();

function built(id: string, locale: Locale): Board {
  let made = 0;
  const template = templateOf(id);
  if (!template) throw new Error(`No template ${id}`);
  return template.build({ seed: { id: asId('b1'), title: 'Bord', locale, createdMs: 7 }, measure: measureEm, newId: () => asId<MarkId>(`m${made++}`) }).board;
}

/** Where a letter can have ink: from the top of a capital to the tail of a g. */
function inkOf(text: TextMark): Box {
  const [, , , , x, y] = text.matrix;
  const height = (0.92 - 0.72 + 0.72 + 0.27 + (text.lines.length - 1) * 1.22) * text.sizeUnits;
  return { x, y: y + 0.2 * text.sizeUnits, w: widestEm(text.lines) * text.sizeUnits, h: height - 0.2 * text.sizeUnits };
}

const boxOf = (board: Board) => (mark: Mark): Box => (mark.kind === 'text' ? inkOf(mark) : markBox(mark, { board, inks }));
const cases = TEMPLATES.flatMap(({ id }) => (['nl', 'en'] as const).map((locale) => [id, locale] as const));

describe.each(cases)('the template %s in %s', (id, locale) => {
  const board = built(id, locale);
  const marks = [...marksOf(board)];

  it('is locked on the prepared layer, painted in the order in which it was prepared, with alt texts on its stamps', () => {
    expect(board).toMatchObject({ template: id, locale, title: 'Bord', createdMs: 7 });
    for (const mark of marks) {
      expect(mark).toMatchObject({ locked: true, layer: 'prepared' });
      if (mark.kind !== 'stamp') continue;
      expect(drawnStamp(mark.stamp), mark.stamp).toBeDefined();
      expect(mark.alt).toMatch(/^\p{Lu}.* ?\p{L}+/u);
    }
    expect(new Set(marks.map(({ page, order }) => `${page} ${order}`)).size).toBe(marks.length);
  });

  it('keeps all ink a centimetre off the edge on A4', () => {
    const inside: Box = { x: 36, y: 36, w: 1128, h: 777 };
    for (const mark of marks) expect(contains(inside, boxOf(board)(mark)), `${mark.kind} ${'text' in mark ? mark.text : ''} ${JSON.stringify(boxOf(board)(mark))}`).toBe(true);
  });

  it('has no lettering over other lettering or over a stamp', () => {
    for (const page of pagesOf(board)) {
      const all = marksOnPage(board, page.id);
      const texts = all.filter((mark): mark is TextMark => mark.kind === 'text');
      for (const text of texts) {
        const over = all.filter((mark) => mark.id !== text.id && (mark.kind === 'text' || mark.kind === 'stamp') && overlaps(boxOf(board)(mark), inkOf(text)));
        expect(over.map((mark) => ('text' in mark ? mark.text : mark.kind)), `${page.title}: ${text.text}`).toEqual([]);
      }
    }
  });

  it('has headings that fit on their ribbons and frames', () => {
    for (const mark of marks) {
      if (mark.kind !== 'shape' || (mark.form !== 'banner' && mark.form !== 'frame')) continue;
      expect(mark.lines.length, mark.text).toBeLessThanOrEqual(1);
      expect(widestEm(mark.lines) * mark.textSizeUnits, mark.text).toBeLessThanOrEqual(mark.w - (mark.form === 'banner' ? 200 : 90));
      if (mark.text !== '') expect(mark.textSizeUnits, mark.text).toBeGreaterThanOrEqual(24);
    }
  });

  it('leaves at least a quarter of every sheet free', () => {
    for (const page of pagesOf(board)) {
      const room = pageRoom(board, inks, page.id, boxOf(board));
      const { sums, cols, rows } = occupancyOf({ x: 0, y: 0, ...page.size }, room!.taken.map(({ box }) => box));
      expect((sums[sums.length - 1] ?? 0) / (cols * rows), page.title).toBeLessThan(0.6);
    }
  });
});

describe('the templates', () => {
  it('have the same sheets, areas and parts in both languages, in other words', () => {
    for (const { id } of TEMPLATES) {
      const shape = (locale: Locale) => {
        const board = built(id, locale);
        return pagesOf(board).map((page) => marksOnPage(board, page.id).map((mark) => `${mark.kind} ${mark.kind === 'shape' ? mark.area : ''}`));
      };
      expect(shape('en')).toEqual(shape('nl'));
    }
    for (const { name, about } of TEMPLATES) {
      expect(name.nl).not.toBe(name.en);
      expect(about.nl.length).toBeLessThan(40);
    }
  });

  it('give the same board for the same seed', () => {
    expect(built('kiel', 'nl')).toEqual(built('kiel', 'nl'));
  });

  it('the Kiel day has its five steps, three questions, areas for traits and metaphors, and a charter of five points', () => {
    const board = built('kiel', 'nl');
    expect(pagesOf(board).map(({ step }) => step)).toEqual(['Welkom', 'Ontwikkelcirkels', 'Droomwijk', "Thema's", 'Charter']);
    const areas = (page: string) => marksOnPage(board, asId(page)).flatMap((mark) => (mark.kind === 'shape' && mark.area !== 'none' ? [mark.area] : []));
    expect(areas('p2')).toEqual(['question', 'question', 'question']);
    expect(areas('p3')).toEqual(['traits', 'metaphors', 'charter']);
    expect(areas('p5')).toEqual(['charter', 'charter', 'charter', 'charter', 'charter']);
    expect(Object.values(board.tables)).toHaveLength(7);
    expect(board.charter).toMatchObject({ heading: 'Samenwerkingscharter Kiel', carriedBy: 'de stadsmarinier' });
  });

  it('an unknown template is not there', () => {
    expect(templateOf('nope')).toBeUndefined();
  });
});
