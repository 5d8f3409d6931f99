import type { Candidate, Round } from '../../../shared/board/round.ts';
import { grow, type Box } from '../../../shared/geometry/box.ts';
import type { ResultRow } from '../../../shared/voting/ranking.ts';
import { resultRows } from '../../../shared/voting/ranking.ts';
import type { QrCode } from '../../../shared/print/qrCode.ts';
import type { HeroDrawing } from './heroDrawing.ts';
import { BAR_INKS, paintQuestion } from './paintVote.ts';
import { faded, paintMove, paintRace, paintSun, paintWaiting, paintWinner, placeInCell, type Contestant, type StartPlace, type WonPicture } from './paintReveal.ts';
import { paintLots, paintLotsAround, paintTie, type TiePicture } from './paintTie.ts';
import { LOTS, LOTS_LATER_MS, REVEAL, shareOf, soft, STILLS, TIE_MS, WON_MS } from './revealMotion.ts';
import type { RoomPen } from './roomPen.ts';
import type { TieLayout } from './tieLayout.ts';
import type { VoteLayout } from './voteLayout.ts';
import type { WonLayout } from './resultLayout.ts';
import { endOf, planTie, planWon, type RoundPicture } from './votePlan.ts';

/** A reveal as one can wind it: for every moment what lies still, and what moves over it. */
export type Reel = {
  readonly lastMs: number;
  /** Names what lies still at a moment: as long as it is the same, it need not be painted again. */
  readonly still: (ms: number) => string;
  readonly paintStill: (pen: RoomPen, ms: number) => void;
  readonly paintOver: (pen: RoomPen, ms: number) => void;
  /** The only part of the stage in which something changes at a moment; null when it may be anywhere. */
  readonly changes: (ms: number) => Box | null;
  /** Works out beforehand what the hand draws later: all at once would take longer than a frame. */
  readonly warm: (pen: RoomPen) => void;
  /** Moments that tell it all when less motion is wanted. */
  readonly stills: readonly number[];
};

export type ReelParts = {
  readonly picture: RoundPicture;
  readonly vote: VoteLayout;
  /** What fades at the beginning. */
  readonly fading: { readonly qr: QrCode | null; readonly cast: number };
  readonly pictureOf: (candidate: Pick<Candidate, 'id'>) => ImageBitmap | null;
  /** Only asked for a winner that somebody drew. */
  readonly heroOf: (winner: Candidate, won: WonLayout) => HeroDrawing | null;
};

const PAPER = 'paper';

/** The candidates of a round in the order of its result. */
function contestants(round: Round, pictureOf: ReelParts['pictureOf'], from: (row: ResultRow, place: number) => StartPlace | null): readonly Contestant[] {
  return resultRows(round).map((row) => {
    const place = round.candidates.findIndex(({ id }) => id === row.id);
    return { label: row.label, dots: row.dots, ink: BAR_INKS[place % BAR_INKS.length] ?? 'groen', place, picture: pictureOf(row), from: from(row, place) };
  });
}

/** The reel of a revealed round: a winner, a tie, or the lots that decide one. */
export function reelOf(parts: ReelParts): Reel {
  const { picture, vote, pictureOf } = parts;
  const { round } = picture;
  const most = Math.max(0, ...resultRows(round).map(({ dots }) => dots));
  const inCells = contestants(round, pictureOf, ({ dots }, place) => { const cell = vote.cells[place]; return cell ? placeInCell(cell, dots, most) : null; });
  const end = endOf(round);
  if (end.kind === 'tie') return tieReel(parts, inCells, end.leaders);
  if (end.kind === 'won') return wonReel(parts, inCells, end.winner, false);
  const before = planTie(picture, end.leaders, null);
  const tie = planTie(picture, end.leaders, round.lots?.seed ?? '');
  const fromTie = contestants(round, pictureOf, ({ id }) => startInTie(tie, end.leaders.findIndex((leader) => leader.id === id)));
  const leaders = end.leaders.flatMap(({ id }) => fromTie.find(({ place }) => round.candidates[place]?.id === id) ?? []);
  return lotsReel(wonReel(parts, fromTie, end.winner, true), before, { tie, leaders, others: [] }, end.drawn);
}

function startInTie(tie: TieLayout, at: number): StartPlace | null {
  const place = tie.leaders[at];
  return place ? { picture: place.picture, name: place.name, total: place.total, bar: null, cell: null } : null;
}

/** The first part, the same whoever wins: quiet, then bars. */
function raceReel({ vote, fading }: ReelParts, rows: readonly Contestant[]): Pick<Reel, 'paintStill' | 'paintOver'> {
  return { paintStill: (pen) => paintWaiting(pen, vote, rows), paintOver: (pen, ms) => paintRace(pen, vote, fading, rows, ms) };
}

function wonReel(parts: ReelParts, rows: readonly Contestant[], winner: Candidate | null, byLots: boolean): Reel {
  const won = planWon(parts.picture, winner, byLots);
  const whom = winner === null ? null : (rows.find(({ place }) => parts.picture.round.candidates[place]?.id === winner.id) ?? null);
  const isPictured = winner !== null && won.heroName.length === 0;
  const shown: WonPicture = { won, rows, winner: whom, hero: isPictured ? parts.heroOf(winner, won) : null };
  const race = raceReel(parts, rows);
  // Without a drawing there is nothing to draw again: its name is lettered at once.
  const skipped = isPictured ? 0 : REVEAL.name.from - REVEAL.ink.from;
  const momentOf = (ms: number): number => (ms > REVEAL.ink.from ? ms + skipped : ms);
  return {
    lastMs: WON_MS - skipped,
    stills: [STILLS.won[0], STILLS.won[1], WON_MS - skipped],
    still: (ms) => (ms < REVEAL.move.from ? 'waiting' : ms < REVEAL.move.to ? PAPER : 'rows'),
    warm(pen) { paintMove(pen, shown, REVEAL.move.to); paintSun(pen, won, WON_MS); },
    // While it is drawn again, nothing else moves.
    changes: (ms) => (isPictured && ms > REVEAL.move.to && ms < REVEAL.name.from ? grow(won.hero, 12) : null),
    paintStill(pen, ms) {
      if (ms < REVEAL.move.from) race.paintStill(pen, ms);
      else if (ms >= REVEAL.move.to) paintMove(pen, shown, REVEAL.move.to);
    },
    paintOver(pen, ms) {
      if (ms < REVEAL.move.from) { race.paintOver(pen, ms); return; }
      if (ms < REVEAL.move.to) {
        if (!byLots) faded(pen, 1 - shareOf(REVEAL.move, ms) * 3, () => paintQuestion(pen, parts.vote));
        paintMove(pen, shown, ms);
      }
      paintWinner(pen, shown, momentOf(ms));
    },
  };
}

function tieReel(parts: ReelParts, rows: readonly Contestant[], leaders: readonly Candidate[]): Reel {
  const tie = planTie(parts.picture, leaders, null);
  const { candidates } = parts.picture.round;
  const isLeader = ({ place }: Contestant): boolean => leaders.some(({ id }) => id === candidates[place]?.id);
  const shown: TiePicture = { tie, leaders: leaders.flatMap(({ id }) => rows.find(({ place }) => candidates[place]?.id === id) ?? []), others: rows.filter((row) => !isLeader(row)) };
  const race = raceReel(parts, rows);
  return {
    lastMs: TIE_MS,
    stills: STILLS.tie,
    still: (ms) => (ms < REVEAL.move.from ? 'waiting' : PAPER),
    changes: () => null,
    warm: (pen) => paintTie(pen, shown, TIE_MS),
    paintStill(pen, ms) { if (ms < REVEAL.move.from) race.paintStill(pen, ms); },
    paintOver(pen, ms) {
      if (ms < REVEAL.move.from) { race.paintOver(pen, ms); return; }
      faded(pen, 1 - shareOf(REVEAL.move, ms) * 3, () => paintQuestion(pen, parts.vote));
      paintTie(pen, shown, ms);
    },
  };
}

function lotsReel(after: Reel, before: TieLayout, picture: TiePicture, drawn: number): Reel {
  const isLots = (ms: number): boolean => ms < LOTS.rest.to;
  return {
    lastMs: after.lastMs + LOTS_LATER_MS,
    stills: [LOTS.seed.to, LOTS.rest.from, after.lastMs + LOTS_LATER_MS],
    still: (ms) => (isLots(ms) ? PAPER : after.still(ms - LOTS_LATER_MS)),
    warm: after.warm,
    changes: (ms) => (isLots(ms) ? null : after.changes(ms - LOTS_LATER_MS)),
    paintStill(pen, ms) { if (!isLots(ms)) after.paintStill(pen, ms - LOTS_LATER_MS); },
    paintOver(pen, ms) {
      if (isLots(ms)) paintLots(pen, before, picture, drawn, ms);
      else {
        paintLotsAround(pen, picture, drawn, 1 - soft(shareOf({ from: REVEAL.move.from, to: REVEAL.move.from + 500 }, ms - LOTS_LATER_MS)));
        after.paintOver(pen, ms - LOTS_LATER_MS);
      }
    },
  };
}
