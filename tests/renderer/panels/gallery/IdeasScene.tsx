import { asId, type IdeaId } from '../../../../shared/base/ids.ts';
import type { Idea, IdeaKind } from '../../../../shared/contract/ideas.ts';
import { IdeasPanel, type IdeaGroup } from '../../../../renderer/panels/ideas/IdeasPanel.tsx';
import { DeskScene } from './DeskScene.tsx';
import { markId, TABLES, tableId } from './kielDay.ts';
import type { SceneProps } from './scenes.tsx';

const nothing = (): void => undefined;

function group(word: string, kind: IdeaKind, by: readonly number[], onBoard = 0): IdeaGroup {
  const ideas = by.map((table, i): Idea => ({ id: asId<IdeaId>(`${word}${i}`), kind, text: word, table: tableId(table), state: 'waiting' }));
  return { ideas, word, kind, tables: TABLES.filter(({ number }) => by.includes(number)), times: onBoard + by.length };
}

const CARDS = [
  ...['verbinding', 'bruisend', 'samen', 'eigenheid'].map((text, i) => ({ id: markId(text), text, kind: 'trait' as const, times: 4 - i })),
  { id: markId('braderie'), text: 'braderie', kind: 'metaphor' as const, times: 1 },
];

/** The inbox with what phones sent: words that the board has, words that it has otherwise, and new ones. */
export function IdeasScene({ hand }: SceneProps) {
  return (
    <DeskScene
      hand={hand}
      panel={(
        <IdeasPanel
          open
          doorOpen={false}
          groups={[group('verbondenheid', 'trait', [2, 5]), group('bruisend', 'trait', [3], 2), group('warm', 'trait', [7]), group('markt', 'metaphor', [1])]}
          cards={CARDS}
          dropped={1}
          onOpen={nothing}
          onDoor={nothing}
          onPlace={nothing}
          onMerge={(_, into) => { document.title += ` ${into}`; }}
          onDrop={nothing}
          onRestore={nothing}
          onDismiss={nothing}
        />
      )}
    />
  );
}
