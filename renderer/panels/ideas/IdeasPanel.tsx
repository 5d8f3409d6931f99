import { CornerUpLeft, Merge, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { Idea, IdeaKind } from '../../../shared/contract/ideas.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Disk } from '../parts/Disk.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import styles from './IdeasPanel.module.css';
import { MergeChoice, type BoardWord } from './MergeChoice.tsx';

/** What several phones sent alike; `times` is how often the board will have it then, 1 for a new word. */
export type IdeaGroup = { readonly ideas: readonly Idea[]; readonly word: string; readonly kind: IdeaKind; readonly tables: readonly Table[]; readonly times: number };

export type IdeasPanelProps = {
  readonly open: boolean;
  readonly doorOpen: boolean;
  readonly groups: readonly IdeaGroup[];
  /** How many were laid aside and can be taken back. */
  readonly dropped: number;
  readonly onOpen: (open: boolean) => void;
  readonly onDoor: () => void;
  readonly onPlace: (groups: readonly IdeaGroup[]) => void;
  /** What stands on the board and can take up an idea. */
  readonly cards: readonly (BoardWord & { readonly kind: IdeaKind })[];
  /** The idea says the same as a word of the board, which then gets its tables. */
  readonly onMerge: (group: IdeaGroup, into: MarkId) => void;
  readonly onDrop: (group: IdeaGroup) => void;
  readonly onRestore: () => void;
  readonly onDismiss: () => void;
};

const KINDS = [['trait', 'ideas.traits'], ['metaphor', 'ideas.metaphors']] as const;

type IdeaRowProps = { readonly group: IdeaGroup; readonly words: readonly BoardWord[]; readonly onPlace: () => void; readonly onMerge: (into: MarkId) => void; readonly onDrop: () => void };

function IdeaRow({ group, words, onPlace, onMerge, onDrop }: IdeaRowProps) {
  const { t } = useWords();
  const [merging, setMerging] = useState(false);
  const { word, tables, ideas, times } = group;
  return (
    <li className={styles.idea}>
      <span className={styles.word}>{word}{ideas.length > 1 && <span className={styles.times}>{t('ideas.times', { count: ideas.length })}</span>}</span>
      <span className={styles.from}>
        {tables.map((table) => <Disk key={table.id} number={table.number} color={table.color} sizePx={22} />)}
        {times > ideas.length && <span className={styles.grows}>{t('ideas.grows', { count: times })}</span>}
      </span>
      <span className={styles.buttons}>
        <Button label={t('ideas.placeWord', { word })} onPress={onPlace}>{t('ideas.place')}</Button>
        {words.length > 0 && <IconButton icon={<Merge size={19} strokeWidth={1.9} />} label={t('ideas.mergeWord', { word })} expanded={merging} onPress={() => setMerging(!merging)} />}
        <IconButton icon={<X size={20} strokeWidth={1.9} />} label={t('ideas.dropWord', { word })} onPress={onDrop} />
      </span>
      {merging && <MergeChoice word={word} words={words} onMerge={(into) => { setMerging(false); onMerge(into); }} onCancel={() => setMerging(false)} />}
    </li>
  );
}

/** The facilitator's inbox: nothing that a phone sent is on the board before somebody put it there. */
export function IdeasPanel({ open, doorOpen, groups, cards, dropped, onOpen, onDoor, onPlace, onMerge, onDrop, onRestore, onDismiss }: IdeasPanelProps) {
  const { t } = useWords();
  const rows = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // A row that goes takes the focus with it: the keyboard goes on among those that are left.
  useEffect(() => {
    if (acted.current) rows.current?.focus();
    acted.current = false;
  }, [groups.length]);
  const then = (act: () => void): void => {
    acted.current = true;
    act();
  };
  return (
    <PanelFrame
      title={t('ideas.title')}
      about={t('ideas.about')}
      onClose={onDismiss}
      footer={(
        <div className={styles.foot}>
          {groups.length > 1 && <Button kind="main" large onPress={() => then(() => onPlace(groups))}>{t('ideas.placeAll')}</Button>}
          {dropped > 0 && (
            <p className={styles.dropped}>
              {t('ideas.dropped', { count: dropped })}
              <Button kind="quiet" icon={<CornerUpLeft size={18} strokeWidth={1.9} aria-hidden />} onPress={onRestore}>{t('ideas.restore')}</Button>
            </p>
          )}
          <SwitchRow label={t('ideas.open')} text={t('ideas.openText')} on={open} onChange={onOpen} />
          {open && !doorOpen && <p className={styles.shut} role="status">{t('ideas.doorShut')} <Button kind="quiet" onPress={onDoor}>{t('ideas.toDoor')}</Button></p>}
        </div>
      )}
    >
      {groups.length === 0 && <p className={styles.none}><b>{t('ideas.none')}</b> {t(open ? 'ideas.noneOpen' : 'ideas.noneShut')}</p>}
      <div ref={rows} tabIndex={-1} className={styles.rows}>
        {KINDS.map(([kind, heading]) => {
          const ofKind = groups.filter((group) => group.kind === kind);
          return ofKind.length > 0 && (
            <section key={kind}>
              <h3 className={styles.kind}>{t(heading)}</h3>
              <ul className={styles.list}>{ofKind.map((group) => <IdeaRow key={group.ideas[0]?.id} group={group} words={cards.filter((card) => card.kind === kind)} onPlace={() => then(() => onPlace([group]))} onMerge={(into) => then(() => onMerge(group, into))} onDrop={() => then(() => onDrop(group))} />)}</ul>
            </section>
          );
        })}
      </div>
    </PanelFrame>
  );
}
