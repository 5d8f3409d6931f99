import { useState } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { harvestGroups, type HarvestCard } from './harvestCard.ts';
import styles from './HarvestPanel.module.css';
import { HarvestRow, type HarvestActions } from './HarvestRow.tsx';

export type HarvestPanelProps = HarvestActions & {
  readonly cards: readonly HarvestCard[];
  /** Several words become one; `into` is the one that stays. */
  readonly onMerge: (into: MarkId, from: readonly MarkId[]) => void;
  readonly onDismiss: () => void;
};

/** All that the room said, by what it is, most named first. Choose two words to merge them. */
export function HarvestPanel({ cards, onMerge, onDismiss, ...actions }: HarvestPanelProps) {
  const { t } = useWords();
  const [picked, setPicked] = useState<readonly MarkId[]>([]);
  const chosen = cards.filter(({ id }) => picked.includes(id));
  const choose = (id: MarkId): void => setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  const merge = (into: HarvestCard): void => {
    onMerge(into.id, chosen.filter(({ id }) => id !== into.id).map(({ id }) => id));
    setPicked([]);
  };
  return (
    <PanelFrame
      title={t('harvest.title')}
      onClose={onDismiss}
      footer={chosen.length === 0
        ? <p className={styles.quiet}>{t('harvest.mergeHint')}</p>
        : (
          <div className={styles.merge} role="group" aria-label={t('harvest.merge')}>
            <p className={styles.quiet} role="status">{chosen.length < 2 ? t('harvest.chosen', { count: chosen.length }) : t('harvest.mergeKeep')}</p>
            {chosen.length > 1 && chosen.map((card) => <Button key={card.id} label={t('harvest.mergeInto', { word: card.text })} onPress={() => merge(card)}>{card.text}</Button>)}
            <Button kind="quiet" onPress={() => setPicked([])}>{t('app.cancel')}</Button>
          </div>
        )}
    >
      {cards.length === 0 && <p className={styles.none}><b>{t('harvest.none')}</b> {t('harvest.noneText')}</p>}
      {harvestGroups(cards).map((group) => (
        <section key={group.key} className={styles.group} aria-label={t(`harvest.${group.key}`)}>
          <h3 className={styles.title}>{t(`harvest.${group.key}`)}</h3>
          <ul>
            {group.cards.map((card) => <HarvestRow key={card.id} card={card} chosen={picked.includes(card.id)} onChoose={choose} {...actions} />)}
          </ul>
        </section>
      ))}
    </PanelFrame>
  );
}
