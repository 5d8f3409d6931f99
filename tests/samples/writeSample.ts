import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type AssetId } from '../../shared/base/ids.ts';
import { BOARD_VERSION } from '../../shared/board/board.ts';
import { writeBoardFile } from '../../electron/services/boardFile/writeBoardFile.ts';
import { greyPng } from '../electron/services/pictures.ts';
import { everyKind } from './everyKind.ts';

/**
 * Writes the samples of this version into a folder: `board-v<version>.doek` and `.json`. Run once, when a version is
 * about to be shipped; a sample that was shipped is never written again, since it stands for the files people have.
 */
export async function writeSample(folder: string): Promise<void> {
  const name = join(folder, `board-v${BOARD_VERSION}`);
  await writeFile(`${name}.json`, `${JSON.stringify(everyKind)}\n`);
  const content = { document: everyKind, seq: 0, playback: null, assets: [{ asset: asId<AssetId>('foto'), name: 'foto.png', bytes: greyPng(8, 6) }], thumbnail: greyPng(4, 3), people: null };
  await writeBoardFile(`${name}.doek`, content, { savedMs: 1_700_000_500_000, app: '0.1.0', mark: '0123456789abcdef' });
}
