import { generateNKeysBetween } from 'fractional-indexing';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { planRename, planRole } from '../../../shared/harvest/catchWord.ts';
import { planMerge, planSplit } from '../../../shared/harvest/mergeCards.ts';
import { showMark } from '../../actions/harvestActions.ts';
import type { HarvestCard } from '../../panels/harvest/harvestCard.ts';
import { HarvestPanel } from '../../panels/harvest/HarvestPanel.tsx';
import { orderAbove } from '../../state/orders.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { cardOf, placeWaiting } from './placeWaiting.ts';
import { roomOfPage } from './roomOfPage.ts';

const doIf = (desk: DeskSession, command: Command | null): void => { if (command) desk.store.do(command); };

function splitOff(desk: DeskSession, id: MarkId): void {
  const card = cardOf(desk, id);
  if (!card) return;
  const { board } = desk.store.get();
  const orders = generateNKeysBetween(orderAbove(board, card.page), null, card.merged.length);
  doIf(desk, planSplit({ board, card, newIds: card.merged.map(() => desk.context.newMarkId()), orders, measure: desk.measure, roomOf: roomOfPage(desk) }));
}

/** Wires the harvest: all words, and what can be done with them. */
export function DeskHarvest({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { board } = useBoard(desk.store);
  const cards: HarvestCard[] = [];
  for (const mark of marksOfKind(board, 'card')) {
    const tables = [...new Set(mark.mentions.flatMap(({ table }): TableId[] => (table === null ? [] : [table])))].flatMap((id) => board.tables[id] ?? []);
    cards.push({ id: mark.id, role: mark.role, text: mark.text, times: mark.mentions.length, tables, placed: mark.placed, hasPicture: mark.picture.length > 0, merged: mark.merged.map(({ text }) => text) });
  }
  return (
    <HarvestPanel
      cards={cards}
      onGoTo={(id) => showMark(desk, id)}
      onRename={(id, text) => { const card = cardOf(desk, id); if (card) doIf(desk, planRename(board, card, text, desk.measure, roomOfPage(desk, id))); }}
      onRole={(id, role) => { const card = cardOf(desk, id); if (card) doIf(desk, planRole(board, card, role, desk.measure, roomOfPage(desk, id))); }}
      onSplit={(id) => splitOff(desk, id)}
      onPlace={(id) => placeWaiting(desk, id)}
      onRemove={(id) => desk.store.do({ type: 'marks.remove', ids: [id] })}
      onMerge={(into, from) => {
        const target = cardOf(desk, into);
        if (target) doIf(desk, planMerge(board, [target, ...from.flatMap((id) => cardOf(desk, id) ?? [])], target, roomOfPage(desk)));
      }}
      onDismiss={onDismiss}
    />
  );
}
