import type { Board } from '../board/board.ts';
import { marksOf } from '../board/buckets.ts';
import type { Hand } from '../board/lettering.ts';
import type { Mark } from '../board/marks.ts';
import { FACES_OF_HAND, SPARE_FACES, type Face } from './faces.ts';
import { cutByCoverage } from './glyphRuns.ts';

/** What every hand can write by itself or with the help of another: Dutch, English, and most of what else is written in Latin letters. */
const PLAIN = /^[\n\x20-\x7E\xA0-\xAC\xAE-\xB4\xB6-\xFF\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u20AC]*$/;
const HANDS = Object.keys(FACES_OF_HAND) as readonly Hand[];

/** The spare faces that a text needs in one hand or another, capitals included. */
export function spareFacesOf(text: string): readonly Face[] {
  if (PLAIN.test(text)) return [];
  const needed = new Set(HANDS.flatMap((hand) => cutByCoverage(text + text.toUpperCase(), hand).map(({ face }) => face)));
  return SPARE_FACES.filter((face) => needed.has(face));
}

const textOf = (mark: Mark): string => ('text' in mark ? mark.text : '');

/** The spare faces that marks need. */
export function spareFacesOfMarks(marks: Iterable<Mark>): readonly Face[] {
  const needed = new Set<Face>();
  for (const mark of marks) for (const face of spareFacesOf(textOf(mark))) needed.add(face);
  return [...needed];
}

/** The spare faces that a board needs on its pages, the questions and candidates of its rounds included. */
export function spareFacesOfBoard(board: Board): readonly Face[] {
  const needed = new Set(spareFacesOfMarks(marksOf(board)));
  for (const { question, candidates } of Object.values(board.rounds)) {
    for (const text of [question, ...candidates.map(({ label }) => label)]) for (const face of spareFacesOf(text)) needed.add(face);
  }
  return [...needed];
}
