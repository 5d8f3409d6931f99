import { generateNKeysBetween } from 'fractional-indexing';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { CardMark } from '../../../shared/board/marks.ts';
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

/** Does what is planned for a card, if it is still there. */
function change(desk: DeskSession, id: MarkId, plan: (card: CardMark, board: Board) => Command | null): void {
  desk.store.do(({ board }) => {
    const card = cardOf(desk, id);
    return card && plan(card, board);
  });
}

function splitOff(desk: DeskSession, id: MarkId): void {
  change(desk, id, (card, board) => {
    const orders = generateNKeysBetween(orderAbove(board, card.page), null, card.merged.length);
    return planSplit({ board, card, newIds: card.merged.map(() => desk.context.newMarkId()), orders, measure: desk.measure, roomOf: roomOfPage(desk) });
  });
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
      onRename={(id, text) => change(desk, id, (card, now) => planRename(now, card, text, desk.measure, roomOfPage(desk, id)))}
      onRole={(id, role) => change(desk, id, (card, now) => planRole(now, card, role, desk.measure, roomOfPage(desk, id)))}
      onSplit={(id) => splitOff(desk, id)}
      onPlace={(id) => placeWaiting(desk, id)}
      onRemove={(id) => desk.store.do({ type: 'marks.remove', ids: [id] })}
      onMerge={(into, from) => change(desk, into, (target, now) => planMerge(now, [target, ...from.flatMap((id) => cardOf(desk, id) ?? [])], target, roomOfPage(desk)))}
      onDismiss={onDismiss}
    />
  );
}
