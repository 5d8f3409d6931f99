import type { AssetId, BoardId } from '../../../shared/base/ids.ts';
import type { AssetData } from '../../../shared/contract/boards.ts';
import type { Host } from '../../../shared/contract/contract.ts';

/** A pasted picture of the first of these boards that has it, in the order in which an export looks; null when none has. */
export async function assetOfBoards(host: Pick<Host, 'call'>, boards: readonly BoardId[], asset: AssetId): Promise<AssetData | null> {
  for (const board of boards) {
    const got = await host.call('assets.get', { board, asset });
    if (got.ok) return got.value;
  }
  return null;
}
