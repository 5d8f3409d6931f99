import type { Handout } from '../../../shared/print/handout.ts';
import type { WordKey } from '../../../shared/strings/words.ts';

/** What a handout is called in its title and in the name of its file. */
export const HANDOUT_NAMES = { seatCards: 'print.seatCards', tableSigns: 'print.tableSigns', charter: 'print.charter', contacts: 'print.contacts', sideBySide: 'print.sideBySide', report: 'report.name' } as const satisfies Readonly<Record<Handout['kind'], WordKey>>;
