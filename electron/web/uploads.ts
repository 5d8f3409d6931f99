import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BoardId } from '../../shared/base/ids.ts';
import type { OpenedBoard } from '../../shared/contract/boards.ts';
import { OPENING_HEADER, type Uploaded } from '../../shared/contract/socketMessages.ts';
import { TroubleError, type Result } from '../../shared/contract/trouble.ts';
import { fileTrouble } from '../services/files/fileTrouble.ts';

export type UploadParts = {
  /** A folder of this run alone. */
  readonly folder: string;
  readonly mostBytes: number;
  /** Takes a file in that lies at a path. @param sent what the page calls it that will open it, else null @throws TroubleError */
  readonly importFile: (path: string, sent: string | null) => Promise<BoardId>;
  /** The board as a window gets it that opens it. */
  readonly open: (board: BoardId) => Promise<Result<OpenedBoard>>;
};

/**
 * Takes in the `.doek` file that is the body of a request, piece by piece to the disk, and opens it when the page says that
 * it wants to see it (`OPENING_HEADER`). Whatever goes wrong comes back as data.
 */
export type Upload = (request: IncomingMessage) => Promise<Uploaded>;

/** Makes the answer to uploads; nothing of them stays behind but the board. */
export function createUpload({ folder, mostBytes, importFile, open }: UploadParts): Upload {
  return async (request) => {
    const place = await mkdtemp(join(folder, 'in-'));
    // What a virus scanner still holds goes with the folder of the run.
    const remove = (): Promise<void> => rm(place, { recursive: true, force: true }).catch(() => undefined);
    try {
      const path = join(place, 'board.doek');
      await pipeline(request, upTo(mostBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      const sent = request.headers[OPENING_HEADER];
      const board = await importFile(path, typeof sent === 'string' ? sent : null);
      const opening = sent === undefined ? null : open(board);
      const [opened] = await Promise.all([opening, remove()]);
      return { ok: true, value: { board, opened: opened?.ok ? opened.value : null } };
    } catch (error) {
      await remove();
      return { ok: false, trouble: fileTrouble(error) };
    }
  };
}

/** Counts what really comes, whatever the request says of its length. */
function upTo(mostBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > mostBytes) done(new TroubleError('file.tooLarge', `${size}`));
      else done(null, piece);
    },
  });
}
