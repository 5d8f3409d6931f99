import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import type { BoardId } from '../../../shared/base/ids.ts';
import { errnoOf } from '../files/fileTrouble.ts';

/** Where the parts of a working copy lie. */
export type BoardFolder = {
  readonly board: BoardId;
  readonly root: string;
  readonly lock: string;
  /** There while the board is open; still there after a crash. */
  readonly openMark: string;
  readonly card: string;
  readonly thumbnail: string;
  readonly assets: string;
  readonly rounds: string;
  readonly people: string;
  /** The secret that seat codes follow from, which seats are in use, and how the room door was opened last. */
  readonly seatKey: string;
  readonly seatClaims: string;
  readonly door: string;
  /** Which results the room has been told. */
  readonly told: string;
  /** What phones sent, until it is placed. */
  readonly ideas: string;
  /** Ends of journals that were cut at a recovery, kept as they were found. */
  readonly cut: string;
  readonly snapshot: (generation: number) => string;
  readonly journal: (generation: number) => string;
};

/** The working copy of a board: `<dataFolder>/boards/<id>/`, or wherever `root` says. */
export function boardFolder(dataFolder: string, board: BoardId, root = join(dataFolder, 'boards', board)): BoardFolder {
  const inRoot = (name: string): string => join(root, name);
  return {
    board, root, lock: inRoot('lock'), openMark: inRoot('open'), card: inRoot('card.json'), thumbnail: inRoot('thumbnail.png'),
    assets: inRoot('assets'), rounds: inRoot('rounds'), people: inRoot('people.bin'), seatKey: inRoot('seats.key'), seatClaims: inRoot('seats.claims'), door: inRoot('door.json'), told: inRoot('told.json'), ideas: inRoot('ideas.json'), cut: inRoot('cut'),
    snapshot: (generation) => inRoot(`snapshot-${generation}.json`),
    journal: (generation) => inRoot(`journal-${generation}.log`),
  };
}

/** The numbers of the generations that lie in a working copy, lowest first. */
export type Generations = { readonly snapshots: readonly number[]; readonly journals: readonly number[] };

/** Looks which snapshots and journals are there. @throws the system's error, but not when the folder is missing */
export async function generationsIn(folder: BoardFolder): Promise<Generations> {
  const names = await readdir(folder.root).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [] as string[];
    throw error;
  });
  const numbers = (pattern: RegExp): number[] =>
    names.flatMap((name) => { const found = pattern.exec(name); return found ? [Number(found[1])] : []; }).sort((a, b) => a - b);
  return { snapshots: numbers(/^snapshot-(\d+)\.json$/), journals: numbers(/^journal-(\d+)\.log$/) };
}

/** The highest number of any generation, or -1. */
export function lastGeneration({ snapshots, journals }: Generations): number {
  return Math.max(-1, ...snapshots.slice(-1), ...journals.slice(-1));
}
