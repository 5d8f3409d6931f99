import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { AssetId, BoardId } from '../../../shared/base/ids.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { contactsOf, signersOf } from '../../../shared/contract/people.ts';
import { say } from '../../../shared/strings/say.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { readAsset } from '../assets/assetStore.ts';
import { safeFileName } from '../boardFile/fileName.ts';
import { importBoard } from '../boardFile/importBoard.ts';
import { readBoardFile, readFirstMarks } from '../boardFile/readBoardFile.ts';
import { readCard } from '../boards/boardCard.ts';
import type { ExportOrder, Exports } from '../exports/createExports.ts';
import type { ServiceParts } from '../serviceParts.ts';
import { fileTrouble, withFileTrouble } from '../files/fileTrouble.ts';
import { newPrint, removePrint } from '../exports/printFolder.ts';
import type { Loan, NamesOut } from '../people/lentPeople.ts';
import { HANDOUT_NAMES } from '../exports/handoutNames.ts';
import { writeSafely } from '../files/writeSafely.ts';
import type { ShellFiles } from '../shellCalls.ts';

/** What shells do with the paths that their dialogs give. */
export function shellFiles(parts: ServiceParts): ShellFiles {
  const { store, keeper, stamps, cancels } = parts;
  const prints: Prints = new Map();
  const fileName: ShellFiles['fileName'] = async (board) => {
    const title = store.openBoards.includes(board) ? store.get(board).open.board.title : (await readCard(store.folderOf(board)))?.title;
    if (title === undefined) throw new TroubleError('board.unknown', board);
    return safeFileName(title);
  };
  return {
    fileName,
    openFile: (path) => openFile(parts, resolve(path), { own: resolve(path), sent: null }),
    importFile: (path, sent = null) => (sent === null ? readFile(parts, path) : openFile(parts, path, { own: null, sent })),
    saveFile: (board, path) => withFileTrouble(() => keeper.saveAs(board, resolve(path))),
    writeCopy: (board, path) => withFileTrouble(() => keeper.writeCopy(board, resolve(path), false)),
    exportName: async (board, { content, format, locale }) => {
      const name = await fileName(board);
      // Before the title, which may be longer than a name can be.
      return content.kind === 'board' ? `${name}.${format}` : `${safeFileName(`${say(locale, HANDOUT_NAMES[content.kind])} ${name}`)}.${format}`;
    },
    writeStamps: (path) => withFileTrouble(async () => writeSafely(resolve(path), await stamps.whole())),
    startExport: async (board, request, path, name = resolve(path)) => (request.format === 'doek' ? startCopy(parts, board, request, path) : startExport(parts, board, request, { path, name, print: null })),
    startPrint: async (board, request, cancelPrint) => {
      const path = await newPrint(parts.dataFolder, board);
      try {
        return await startExport(parts, board, { ...request, format: 'pdf' }, { path, name: say(request.locale, 'print.onPaper'), print: { prints, cancelPrint } });
      } catch (error) {
        await removePrint(path).catch(() => undefined);
        throw error;
      }
    },
    endPrint: async (job, isPrinted) => {
      const over = prints.get(job);
      prints.delete(job);
      cancels.delete(job);
      await over?.(isPrinted);
    },
    startFilm: (path) => {
      const job = randomUUID();
      parts.films.set(job, resolve(path));
      return job;
    },
  };
}

/** Takes a file in that nobody opens: its board stays closed. */
function readFile({ store, tellBoards, newBoardId }: ServiceParts, path: string): Promise<BoardId> {
  return withFileTrouble(async () => {
    const board = await importBoard(store, await readBoardFile(path), null, newBoardId);
    tellBoards();
    return board;
  });
}

/** Takes a file in, shows what of it can be shown at once, and begins to open the board. @param own the path that the board keeps to @param sent what the page calls it that sent it */
function openFile(parts: ServiceParts, path: string, { own, sent }: { readonly own: string | null; readonly sent: string | null }): Promise<BoardId> {
  const { store, desk, tellBoards, newBoardId, emit } = parts;
  return withFileTrouble(async () => {
    const first = await readFirstMarks(path);
    if (first) emit('boards.firstMarks', { document: first, sent });
    try {
      const board = await importBoard(store, await readBoardFile(path), own, newBoardId);
      desk.prepare(board);
      tellBoards();
      return board;
    } catch (error) {
      if (first) emit('boards.firstMarks', { document: null, sent });
      throw error;
    }
  });
}

/** What to do at the end of each page that waits to be printed, by job: when it was printed, its names went out. */
type Prints = Map<string, (isOut: boolean) => Promise<void>>;

/** Where an export goes: `name` is what it is called for whoever asks later what names went out. */
type Destination = { readonly path: string; readonly name: string; readonly print: { readonly prints: Prints; readonly cancelPrint: (job: string) => void } | null };

/** Other boards for the same poster as they are now. Those that are closed stay so: a window may open them while the poster is made. */
function othersFor({ store }: Pick<ServiceParts, 'store'>, { content }: ExportRequest): Promise<NonNullable<ExportOrder['others']>> {
  return Promise.all((content.kind === 'sideBySide' ? content.boards : []).map(async (board) => {
    const { assets } = store.folderOf(board);
    return { document: await store.read(board), readAsset: (asset: AssetId) => readAsset(assets, asset) };
  }));
}

async function startExport(parts: ServiceParts, board: BoardId, request: ExportRequest, to: Destination): Promise<string> {
  const { store, exports, door, people } = parts;
  if (!exports) throw new TroubleError('export.failed', '');
  const { open } = store.get(board);
  // Codes go from the door to the paper; windows are told their number only.
  const seats = request.content.kind === 'seatCards' ? await door.seats.codes(board) : [];
  const loan = namesPeople(request) ? await loanFor(request, people.lend(board)) : null;
  try {
    const others = await othersFor(parts, request);
    return runExport(parts, exports, { board, document: open.document(), seats, others, loan, request }, to);
  } catch (error) {
    loan?.ends(null);
    throw error;
  }
}

type Gathered = Required<Pick<ExportOrder, 'document' | 'seats' | 'others' | 'request'>> & { readonly board: BoardId; readonly loan: Loan | null };

function runExport({ store, people, emit, cancels }: ServiceParts, exports: Exports, { board, loan, request, ...gathered }: Gathered, { path, name, print }: Destination): string {
  const isContacts = request.content.kind === 'contacts';
  const { job, cancel, done } = exports.start({
    ...gathered, request, forPrinter: print !== null, target: resolve(path),
    // Numbers go nowhere but to the sheet that is made for them.
    signers: loan && !isContacts ? signersOf(loan.part) : [],
    contacts: loan && isContacts ? contactsOf(loan.part) : null,
    readAsset: (asset) => readAsset(store.folderOf(board).assets, asset),
    onProgress: (progress) => { emit('exports.progress', progress); },
  });
  const stopsWith = (stop: () => void): void => {
    cancels.set(job, stop);
    loan?.runs(stop);
  };
  stopsWith(cancel);
  const over = async (isOut: boolean): Promise<void> => {
    const out: NamesOut | null = isOut && loan && loan.part.people.length > 0 ? { kind: isContacts ? 'contacts' : 'charter', name } : null;
    loan?.ends(out);
    // What cannot be written down is remembered until the app ends; the file itself is there and was asked for.
    if (out) await people.noteGiven(board, out.kind, out.name).then(loan?.noted, () => undefined);
  };
  print?.prints.set(job, over);
  void done.then(async ({ state }) => {
    cancels.delete(job);
    if (!print) await over(state === 'done');
    else if (state !== 'done') {
      print.prints.delete(job);
      await removePrint(path).catch(() => undefined);
      await over(false);
    } else if (print.prints.has(job)) {
      // A person may still close the dialog, and a window the page.
      stopsWith(() => { print.cancelPrint(job); });
    }
  });
  return job;
}

/** People who signed on another laptop cannot be read here: their charter is printed with lines, their numbers are not. */
function loanFor({ content }: ExportRequest, found: Promise<Loan>): Promise<Loan | null> {
  return content.kind === 'contacts' ? found : found.catch((error: unknown) => {
    if (error instanceof TroubleError && error.trouble.code === 'people.damaged') return null;
    throw error;
  });
}

/** Whether what is asked for has people in it: the charter and the list of numbers, never a public version. */
function namesPeople({ content, format, charter, publicVersion }: ExportRequest): boolean {
  return !publicVersion && (content.kind === 'charter' || content.kind === 'contacts' || (content.kind === 'board' && format === 'pdf' && charter));
}

/** A `.doek` file is written by the board's own services: only they have its journal and pictures. */
function startCopy({ keeper, emit }: ServiceParts, board: BoardId, request: ExportRequest, path: string): string {
  const job = randomUUID();
  emit('exports.progress', { job, state: 'running', share: 0 });
  keeper.writeCopy(board, resolve(path), request.publicVersion).then(
    () => { emit('exports.progress', { job, state: 'done', path: resolve(path), url: null }); },
    (error: unknown) => { emit('exports.progress', { job, state: 'failed', trouble: fileTrouble(error) }); },
  );
  return job;
}
