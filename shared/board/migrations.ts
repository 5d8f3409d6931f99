import { BOARD_VERSION } from './board.ts';
import { toVersion2 } from './toVersion2.ts';

/** Takes a plain document of one version, of which only the version is known for sure, to the next. */
export type MigrationStep = (document: unknown) => unknown;

/**
 * The ladder: the step at index 0 takes version 1 to 2, the next 2 to 3, and so on. A list cannot have a gap;
 * that it is as long as the version asks is shown by a test. A step that was shipped is never changed again.
 */
export const MIGRATIONS: readonly MigrationStep[] = [toVersion2];

/**
 * Takes a plain document to the newest version, one step at a time.
 * @param from its version, a whole number from 1 to the newest
 * @throws RangeError when the ladder does not begin or end where it is asked to
 */
export function migrate(document: unknown, from: number, ladder: readonly MigrationStep[] = MIGRATIONS, to: number = BOARD_VERSION): unknown {
  if (!Number.isInteger(from) || from < 1 || from > to || ladder.length !== to - 1) {
    throw new RangeError(`No migration from version ${from} to ${to}`);
  }
  return ladder.slice(from - 1).reduce((migrated, step) => step(migrated), document);
}
