import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BoardId } from '../../shared/base/ids.ts';
import { TroubleError, type Result } from '../../shared/contract/trouble.ts';
import { fileTrouble } from '../services/files/fileTrouble.ts';

export type UploadParts = {
  /** A folder of this run alone. */
  readonly folder: string;
  readonly mostBytes: number;
  /** Takes a file in that lies at a path. @throws TroubleError */
  readonly importFile: (path: string) => Promise<BoardId>;
};

/** Takes in the `.doek` file that is the body of a request, piece by piece to the disk; whatever goes wrong comes back as data. */
export type Upload = (request: IncomingMessage) => Promise<Result<{ readonly board: BoardId }>>;

/** Makes the answer to uploads; nothing of them stays behind but the board. */
export function createUpload({ folder, mostBytes, importFile }: UploadParts): Upload {
  return async (request) => {
    const place = await mkdtemp(join(folder, 'in-'));
    try {
      const path = join(place, 'board.doek');
      await pipeline(request, upTo(mostBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return { ok: true, value: { board: await importFile(path) } };
    } catch (error) {
      return { ok: false, trouble: fileTrouble(error) };
    } finally {
      await rm(place, { recursive: true, force: true });
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
