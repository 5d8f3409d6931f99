import { Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { spokenList } from '../../../shared/strings/numberWord.ts';
import { useWords } from '../../words.ts';
import { Disk } from '../parts/Disk.tsx';
import { EditableName } from '../parts/EditableName.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import type { HarvestCard } from './harvestCard.ts';
import styles from './HarvestRow.module.css';

/** What one can do with a word. */
export type HarvestActions = {
  readonly onGoTo: (id: HarvestCard['id']) => void;
  readonly onRename: (id: HarvestCard['id'], text: string) => void;
  readonly onRole: (id: HarvestCard['id'], role: 'trait' | 'metaphor') => void;
  readonly onSplit: (id: HarvestCard['id'], merged: number) => void;
  readonly onPlace: (id: HarvestCard['id']) => void;
  readonly onRemove: (id: HarvestCard['id']) => void;
};

type HarvestRowProps = HarvestActions & { readonly card: HarvestCard; readonly chosen: boolean; readonly onChoose: (id: HarvestCard['id']) => void };

/** A word with how often and by whom it was named; the tick chooses it for merging. */
export function HarvestRow({ card, chosen, onChoose, onGoTo, onRename, onRole, onSplit, onPlace, onRemove }: HarvestRowProps) {
  const { t } = useWords();
  const [renaming, setRenaming] = useState(false);
  const { id, text: word } = card;
  const tables = spokenList(card.tables.map(({ number }) => number), t('voting.and'));
  const said = `${t('harvest.times', { count: card.times })}, ${card.tables.length === 0 ? t('harvest.byEveryone') : t('harvest.by', { tables: t('voting.tableList', { count: card.tables.length, list: tables }) })}`;
  const items: readonly MenuItem[] = [
    ...(card.placed ? [] : [{ kind: 'do' as const, id: 'place', label: t('harvest.place'), onPress: () => onPlace(id) }]),
    { kind: 'do', id: 'rename', label: t('harvest.newName'), onPress: () => setRenaming(true) },
    ...(card.role === 'trait' ? [] : [{ kind: 'do' as const, id: 'trait', label: t('harvest.makeTrait'), onPress: () => onRole(id, 'trait') }]),
    ...(card.role === 'metaphor' ? [] : [{ kind: 'do' as const, id: 'metaphor', label: t('harvest.makeMetaphor'), onPress: () => onRole(id, 'metaphor') }]),
    ...card.merged.map((part, i) => ({ kind: 'do' as const, id: `split-${i}`, label: t('harvest.splitFrom', { part }), onPress: () => onSplit(id, i) })),
    { kind: 'line', id: 'line' },
    { kind: 'do', id: 'remove', label: t('harvest.remove'), onPress: () => onRemove(id) },
  ];
  return (
    <li className={styles.row}>
      <button type="button" role="checkbox" aria-checked={chosen} aria-label={t('harvest.select', { word })} className={styles.choose} onClick={() => onChoose(id)}>
        <span className={styles.tick}>{chosen && <Check size={14} strokeWidth={3} aria-hidden />}</span>
      </button>
      {renaming
        ? <EditableName editing value={word} label={t('harvest.newName')} editLabel={t('harvest.rename', { word })} onRename={(next) => onRename(id, next)} onDone={() => setRenaming(false)} className={styles.field} />
        : (
          <button type="button" className={styles.word} onClick={() => onGoTo(id)}>
            <span className={styles.text}>{word}</span>
            {card.times > 1 && <span className={styles.times} aria-hidden>{t('catcher.times', { count: card.times })}</span>}
            <span className={styles.disks}>{card.tables.map((table) => <Disk key={table.id} number={table.number} color={table.color} sizePx={21} />)}</span>
            <span className="aloud">, {said}{card.hasPicture && `, ${t('harvest.hasPicture')}`}, {t('outline.goTo')}</span>
          </button>
        )}
      <Menu
        align="end"
        label={t('harvest.actions', { word })}
        items={items}
        trigger={<button type="button" className={styles.more} aria-label={t('harvest.actions', { word })}><Ellipsis size={20} aria-hidden /></button>}
      />
      {card.merged.length > 0 && <p className={styles.merged}>{t('harvest.merged', { words: card.merged.join(', ') })}</p>}
    </li>
  );
}
