import type { BoardId } from '../../shared/base/ids.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import type { ExportRequest } from '../../shared/contract/exportRequest.ts';
import type { WindowName } from './windowCalls.ts';

/**
 * Calls that only a shell can answer, because they need its dialogs, windows or displays. The services check
 * the arguments of these as of all others, then hand them over and say which window asks.
 */
export type ShellCalls = { readonly [Name in CallName]?: (input: Calls[Name]['in'], from: WindowName) => Promise<Calls[Name]['out']> };

/** What a shell asks of the services once its dialog has given a path. */
export type ShellFiles = {
  /**
   * Takes a `.doek` file in and gives the board that it became; the file stays the board's own file. Its opening has begun
   * when the board is told.
   * @throws TroubleError when it cannot be read
   */
  readonly openFile: (path: string) => Promise<BoardId>;
  /**
   * Takes a `.doek` file in that is only passing: the board does not keep to it.
   * @param sent what the page calls it that sent it and will open it, as `boards.firstMarks` says it: its opening has then
   * begun. Left out or null: nobody opens it, and it stays closed
   * @throws TroubleError when it cannot be read
   */
  readonly importFile: (path: string, sent?: string | null) => Promise<BoardId>;
  /**
   * Writes a board as `.doek` to a path that it keeps to from now on.
   * @throws TroubleError when it could not be written
   */
  readonly saveFile: (board: BoardId, path: string) => Promise<void>;
  /**
   * Writes a copy of a board as `.doek`; the board does not keep to it.
   * @throws TroubleError when it could not be written
   */
  readonly writeCopy: (board: BoardId, path: string) => Promise<void>;
  /**
   * The name without extension that a file of this board is proposed under, safe on every system.
   * @throws TroubleError when there is no such board
   */
  readonly fileName: (board: BoardId) => Promise<string>;
  /**
   * The name with extension that an export is proposed under: the board's, and what it is when that is not the board.
   * @throws TroubleError when there is no such board
   */
  readonly exportName: (board: BoardId, request: ExportRequest) => Promise<string>;
  /**
   * Writes all kept stamps to one file.
   * @throws TroubleError when it could not be written
   */
  readonly writeStamps: (path: string) => Promise<void>;
  /**
   * Remembers where the film that a window is making will be written.
   * @returns the name of the job
   */
  readonly startFilm: (path: string) => string;
  /**
   * Starts an export to a path; how it goes comes as `exports.progress` with that path.
   * @param name where the user finds it, when that is not the path
   * @returns the name of the job
   * @throws TroubleError when it cannot be started
   */
  readonly startExport: (board: BoardId, request: ExportRequest, path: string, name?: string) => Promise<string>;
  /**
   * Writes what a PDF would show as a page that a window prints, at a path of `printFolder.ts`: whoever printed it removes
   * it, and one that failed or was cancelled is gone. How the printing itself ends is told with `endPrint`.
   * @param cancelPrint gives up printing the page, should it be cancelled once it is written
   * @returns the name of the job
   * @throws TroubleError when it cannot be started
   */
  readonly startPrint: (board: BoardId, request: ExportRequest, cancelPrint: (job: string) => void) => Promise<string>;
  /** Says how the printing of a page ended: only what was printed counts as given out. */
  readonly endPrint: (job: string, isPrinted: boolean) => Promise<void>;
};
