import { isUndoable } from '../../../shared/board/commands.ts';
import type { AssetData } from '../../../shared/contract/boards.ts';
import { importBoard } from '../boardFile/importBoard.ts';
import { readBoardFile } from '../boardFile/readBoardFile.ts';
import { readPlainDocument } from '../boardFile/readPlainDocument.ts';
import { checkImage, getAsset, putAsset } from '../assets/assetStore.ts';
import { openPlayback, readPlayback } from '../boards/playback.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';
import { withTempFile } from '../files/tempFile.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

const bytesOf = (base64: string): Buffer => Buffer.from(base64.replace(/^data:[a-z/+.-]+;base64,/, ''), 'base64');

/** Calls about boards, the changes to them and their pictures. */
export function boardCalls(parts: ServiceParts): Answers<
  'boards.list' | 'boards.create' | 'boards.open' | 'boards.read' | 'boards.hold' | 'boards.takeOver' | 'boards.close' | 'boards.remove' | 'boards.importFile' | 'boards.setThumbnail' | 'boards.thumbnail'
  | 'board.do' | 'board.undo' | 'board.redo' | 'assets.put' | 'assets.get' | 'playback.open' | 'playback.read'
> {
  const { store, desk, holders, door, dataFolder, emit, tellBoards, newBoardId } = parts;
  return {
    'boards.list': () => store.list(),
    'boards.create': async ({ document, assets }) => {
      const board = await store.create(readPlainDocument(document), async ({ assets: folder }) => {
        await putAll(folder, assets);
        return 0;
      });
      tellBoards();
      return { board };
    },
    'boards.open': async ({ board }) => {
      const opened = await desk.open(board);
      await door.comeBack(board);
      return opened;
    },
    'boards.read': ({ board }) => store.read(board),
    'boards.hold': async ({ board }, from) => ({ elsewhere: !holders.hold(board, from) }),
    'boards.takeOver': async ({ board }, from) => {
      holders.takeOver(board, from);
      emit('boards.takenOver', { board });
      return null;
    },
    'boards.close': async ({ board }, from) => {
      if (!holders.letGo(board, from)) return null;
      await desk.close(board);
      tellBoards();
      return null;
    },
    'boards.remove': async ({ board }, from) => {
      if (!holders.letGo(board, from)) throw new TroubleError('file.openElsewhere', board);
      await desk.close(board);
      await store.remove(board);
      tellBoards();
      return null;
    },
    'boards.importFile': async ({ base64 }) => {
      const file = await withTempFile(dataFolder, bytesOf(base64), readBoardFile);
      const board = await importBoard(store, file, null, newBoardId);
      tellBoards();
      return { board };
    },
    'boards.setThumbnail': async ({ board, png }) => {
      const bytes = bytesOf(png);
      checkImage(bytes);
      await writeSafely(store.get(board).folder.thumbnail, bytes);
      return null;
    },
    'boards.thumbnail': async ({ board }) => (await readIfThere(store.folderOf(board).thumbnail))?.toString('base64') ?? null,
    'board.do': async ({ board, opId, command }) => ({ seq: await store.get(board).open.do(opId, command, isUndoable(command)) }),
    'board.undo': ({ board }) => store.get(board).open.undo(),
    'board.redo': ({ board }) => store.get(board).open.redo(),
    'assets.put': async ({ board, base64 }) => ({ asset: await putAsset(store.get(board).folder.assets, bytesOf(base64)) }),
    'playback.open': ({ board }) => openPlayback(store.get(board).open),
    'playback.read': ({ board, from, toSeq }) => readPlayback(store.get(board).folder, from, toSeq),
    'assets.get': ({ board, asset }) => getAsset(store.folderOf(board).assets, asset),
  };
}

async function putAll(folder: string, assets: readonly AssetData[]): Promise<void> {
  for (const { asset, base64 } of assets) await putAsset(folder, bytesOf(base64), asset);
}
