import { useStore } from 'zustand';
import type { IdeaId, MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import type { Idea } from '../../../shared/contract/ideas.ts';
import { groupSame } from '../../../shared/harvest/groupSame.ts';
import { findSame } from '../../../shared/harvest/sameness.ts';
import { catchWordsOf, mergeWordInto } from '../../actions/harvestActions.ts';
import { IdeasPanel, type IdeaGroup } from '../../panels/ideas/IdeasPanel.tsx';
import { newOpId } from '../../state/newId.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { placeIdeas, type PlacingParts } from './placeIdeas.ts';

/** Ideas that each desk has put on its board and that are still in the box, also while its panel is closed. */
const caught = new WeakMap<DeskSession, Map<IdeaId, string>>();

function caughtOn(desk: DeskSession): Map<IdeaId, string> {
  const known = caught.get(desk) ?? new Map<IdeaId, string>();
  caught.set(desk, known);
  return known;
}

/** What waits, put together as the board would. */
function groupsOf(board: Board, ideas: readonly Idea[]): readonly IdeaGroup[] {
  return groupSame(ideas.filter(({ state }) => state === 'waiting')).flatMap((group): IdeaGroup[] => {
    const [first] = group;
    if (!first) return [];
    const there = findSame(board, first.kind, first.text);
    const tables = [...new Set(group.map(({ table }) => table))].flatMap((id) => board.tables[id] ?? []).sort((a, b) => a.number - b.number);
    return [{ ideas: group, word: first.text, kind: first.kind, tables, times: (there?.mentions.length ?? 0) + group.length }];
  });
}

/** Wires the inbox: what is placed is caught as if its table had said it. */
export function DeskIdeas({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { board } = useBoard(desk.store);
  const { open, ideas } = useStore(desk.desk, (state) => state.ideas);
  const doorOpen = useStore(desk.desk, (state) => state.door.open && state.door.board === desk.store.id);
  const tell = async <Name extends Extract<CallName, `ideas.${string}`>>(name: Name, input: Calls[Name]['in']): Promise<boolean> => {
    const result = await desk.host.call(name, input);
    if (!result.ok) desk.notices.tell(result.trouble);
    return result.ok;
  };
  const change = (name: 'ideas.drop' | 'ideas.restore', ids: readonly IdeaId[]): Promise<boolean> => tell(name, { board: desk.store.id, ideas: ids });
  const placeWith = (ideas: readonly Idea[], catchIdeas: PlacingParts['catchIdeas']): void => {
    void placeIdeas(ideas, caughtOn(desk), { newOpId, catchIdeas, settled: () => desk.store.settled(), taken: (ids, opId) => tell('ideas.taken', { board: desk.store.id, ideas: ids, opId }) });
  };
  const saidBy = ({ table }: Idea): TableId | null => (board.tables[table] ? table : null);
  const place = (groups: readonly IdeaGroup[]): void => placeWith(groups.flatMap((group) => group.ideas), (ideas, opId) => {
    const caught = catchWordsOf(desk, ideas.map((idea) => ({ text: idea.text, role: idea.kind, table: saidBy(idea) })), opId);
    return ideas.filter((_, i) => caught.includes(i));
  });
  const merge = ({ ideas, word }: IdeaGroup, into: MarkId): void => placeWith(ideas, (fresh, opId) => (mergeWordInto(desk, into, word, fresh.map(saidBy), opId) ? fresh : []));
  const cards = marksOfKind(board, 'card').flatMap(({ id, text, role, mentions }) => (role === 'trait' || role === 'metaphor' ? [{ id, text: text.replace(/\s+/g, ' '), kind: role, times: mentions.length }] : []));
  const dropped = ideas.filter(({ state }) => state === 'dropped');
  return (
    <IdeasPanel
      open={open}
      doorOpen={doorOpen}
      groups={groupsOf(board, ideas)}
      dropped={dropped.length}
      onOpen={(next) => void tell('ideas.open', { board: desk.store.id, open: next })}
      onDoor={() => desk.desk.setState({ panel: 'door' })}
      cards={cards}
      onPlace={place}
      onMerge={merge}
      onDrop={(group) => void change('ideas.drop', group.ideas.map(({ id }) => id))}
      onRestore={() => { const last = dropped[dropped.length - 1]; if (last) void change('ideas.restore', [last.id]); }}
      onDismiss={onDismiss}
    />
  );
}
