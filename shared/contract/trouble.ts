/**
 * What can go wrong, as a closed list. Each has a text in both languages that says what happened,
 * what is safe and what to do (`strings`); `detail` fills its blanks and never holds a person's data.
 */
export type TroubleCode =
  | 'file.unreadable' | 'file.damaged' | 'file.foreign' | 'file.tooLarge' | 'file.tooNew' | 'file.openElsewhere'
  | 'disk.full' | 'disk.readOnly' | 'disk.gone' | 'disk.failed'
  | 'board.unknown' | 'board.notOpen' | 'command.refused' | 'call.invalid'
  | 'round.unknown' | 'round.notOpen' | 'round.tooManyDots' | 'round.candidates' | 'round.tableUnknown' | 'round.otherOpen'
  | 'export.cancelled' | 'export.failed' | 'export.broke' | 'export.nothing' | 'file.held' | 'file.nameTooLong' | 'print.noPrinter' | 'print.failed' | 'people.damaged' | 'people.agreed' | 'people.tooMuch' | 'people.over' | 'image.unreadable'
  | 'door.ballots' | 'stamp.unknown' | 'stamp.tooLarge' | 'stamps.foreign' | 'stamps.setAside' | 'internal';

/** A failure as it crosses from the services to a window or the command line. */
export type Trouble = { readonly code: TroubleCode; readonly detail: string };

/** What a call gives: its value, or why not. Errors lose their class on the way between processes, so they travel as data. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: Trouble };

/** A failure that the services throw and the shells turn into a `Result`. */
export class TroubleError extends Error {
  readonly trouble: Trouble;
  constructor(code: TroubleCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'TroubleError';
    this.trouble = { code, detail };
  }
}
