import { asId, type BoardId, type InkId, type MarkId, type PageId, type RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { CardMark, StrokeMark } from '../../../shared/board/marks.ts';
import type { Round } from '../../../shared/board/round.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';

export const BOARD = asId<BoardId>('kiel');
export const PAGE = asId<PageId>('p1');

/** An empty board with one page. */
export function sampleBoard(id: BoardId = BOARD): Board {
  return emptyBoard({ id, title: 'Droomwijk Kiel', locale: 'nl', createdMs: 1_700_000_000_000 });
}

/** A stroke of eight samples, different for each number. */
export function stroke(number: number): Extract<Command, { type: 'marks.put' }> {
  const ink = asId<InkId>(`i${number}`);
  const mark: StrokeMark = {
    kind: 'stroke', id: asId<MarkId>(`m${number}`), page: PAGE, layer: 'harvest', order: `a${number}`, matrix: [1, 0, 0, 1, 0, 0],
    locked: false, ink, tool: 'pen', color: 'ink', widthUnits: 3, thinning: 0.5, smoothing: 0.4,
  };
  const samples = Array.from({ length: 8 }, (_, i) => ({ x: number + i * 3, y: (number * 7 + i * i) % 800, pressure: 0.5, timeMs: i * 8 }));
  return { type: 'marks.put', what: 'draw', marks: [mark], inks: { [ink]: encodeInk(packInk(samples)) } };
}

/** A metaphor as a card. */
export function card(id: string, text: string): CardMark {
  return {
    kind: 'card', id: asId<MarkId>(id), page: PAGE, layer: 'harvest', order: 'a0', matrix: [1, 0, 0, 1, 100, 100], locked: false, role: 'metaphor',
    text, lines: [{ runs: [{ text, rtl: false, xEm: 0, widthEm: 2 }], widthEm: 2 }], sizeUnits: 50, color: 'petrol', mentions: [], picture: [], placed: true, merged: [],
  };
}

/** An open round on cards, one dot each. */
export function round(id: string, candidates: readonly CardMark[]): Round {
  return {
    id: asId<RoundId>(id), question: 'Welke metafoor past bij onze wijk?', candidates: candidates.map((mark) => ({ id: mark.id, label: mark.text })),
    rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, state: 'open', openedMs: 1_700_000_000_000, closedMs: null, tally: null, runOffOf: null, lots: null,
  };
}
