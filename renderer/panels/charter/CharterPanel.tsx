import { ChevronDown, ChevronUp, Image as ImageIcon, Plus, Printer, Signature, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Charter } from '../../../shared/board/board.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { KeptField } from '../parts/KeptField.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { moved, replaced, without } from './listEdit.ts';
import styles from './CharterPanel.module.css';

export type CharterPanelProps = {
  readonly charter: Charter;
  /** Told once for each thing that was changed. */
  readonly onChange: (charter: Charter) => void;
  /** Whether marks are selected that could be its picture; the board does not change while the panel is open. */
  readonly canTakePicture: boolean;
  readonly onTakePicture: () => void;
  readonly onWinnerPicture: () => void;
  /** Hands this window to whoever signs. */
  readonly onSign: () => void;
  readonly onPrint: () => void;
  /** Who signs: kept apart from the charter, so shown by somebody else. */
  readonly people: ReactNode;
  readonly onDismiss: () => void;
};

/** Longer points are shown on two lines. */
const ONE_LINE = 36;
const EMPTY_POINT = { text: '', more: '' } as const;

/** What the room agreed: heading, dream, points, who carries it, roles. No names: those are by choice and kept apart. */
export function CharterPanel({ charter, onChange, canTakePicture, onTakePicture, onWinnerPicture, onSign, onPrint, people, onDismiss }: CharterPanelProps) {
  const { t } = useWords();
  const set = (part: Partial<Charter>): void => onChange({ ...charter, ...part });
  const { points, roles } = charter;
  const footer = (
    <div className={styles.foot}>
      <Button kind="main" icon={<Signature size={20} strokeWidth={1.9} aria-hidden />} onPress={onSign}>{t('people.sign')}</Button>
      <Button icon={<Printer size={18} strokeWidth={1.8} aria-hidden />} onPress={onPrint}>{t('people.print')}</Button>
    </div>
  );
  return (
    <PanelFrame title={t('charter.title')} about={t('charter.forNow')} onClose={onDismiss} footer={footer}>
      <div className={styles.fields}>
        <KeptField lettered label={t('charter.heading')} value={charter.heading} placeholder={t('charter.headingFirst')} onKeep={(heading) => set({ heading })} />
        <KeptField label={t('charter.place')} value={charter.place} onKeep={(place) => set({ place })} />
        <KeptField label={t('charter.dream')} lines={2} value={charter.dream} placeholder={t('charter.dreamFirst')} onKeep={(dream) => set({ dream })} />
      </div>
      <div className={styles.picture} role="group" aria-label={t('charter.picture')}>
        <span className={styles.pictureNow}><ImageIcon size={18} strokeWidth={1.8} aria-hidden />{t('charter.picture')}: <b>{t(charter.picture ? 'charter.picturePart' : 'charter.pictureWinner')}</b></span>
        {canTakePicture && <Button kind="quiet" onPress={onTakePicture}>{t('charter.pictureTake')}</Button>}
        {charter.picture && <Button kind="quiet" onPress={onWinnerPicture}>{t('charter.pictureBack')}</Button>}
        {!canTakePicture && !charter.picture && <span className={styles.pictureHow}>{t('charter.pictureHow')}</span>}
      </div>
      <h3 className={styles.title}>{t('charter.points')}</h3>
      <ol className={styles.points}>
        {points.map((point, i) => {
          const number = i + 1;
          return (
            // Points have no id of their own: their place is what they are known by.
            <li key={i} className={styles.point}>
              <span className={styles.number} aria-hidden>{number}</span>
              <div className={styles.words}>
                <KeptField hideLabel lettered lines={point.text.length > ONE_LINE ? 2 : 1} label={t('charter.point', { number })} value={point.text} placeholder={t('charter.pointFirst')} onKeep={(text) => set({ points: replaced(points, i, { ...point, text }) })} />
                <KeptField hideLabel label={t('charter.pointMore', { number })} value={point.more} placeholder={`${t('charter.moreFirst')} (${t('app.optional')})`} onKeep={(more) => set({ points: replaced(points, i, { ...point, more }) })} />
              </div>
              <span className={styles.ways}>
                <IconButton icon={<ChevronUp size={20} />} label={t('charter.pointUp', { number })} side="left" disabled={i === 0} onPress={() => set({ points: moved(points, i, -1) })} />
                <IconButton icon={<ChevronDown size={20} />} label={t('charter.pointDown', { number })} side="left" disabled={i === points.length - 1} onPress={() => set({ points: moved(points, i, 1) })} />
                <IconButton icon={<Trash2 size={19} />} label={t('charter.removePoint', { number })} side="left" onPress={() => set({ points: without(points, i) })} />
              </span>
            </li>
          );
        })}
      </ol>
      <Button kind="quiet" icon={<Plus size={18} aria-hidden />} onPress={() => set({ points: [...points, EMPTY_POINT] })}>{t('charter.addPoint')}</Button>
      <div className={styles.fields}>
        <KeptField label={t('charter.carriedBy')} value={charter.carriedBy} placeholder={t('charter.carriedByFirst')} onKeep={(carriedBy) => set({ carriedBy })} />
      </div>
      <h3 className={styles.title}>{t('charter.roles')}</h3>
      <ul className={styles.roles}>
        {roles.map((role, i) => (
          <li key={i} className={styles.role}>
            <KeptField hideLabel label={t('charter.role', { number: i + 1 })} value={role} onKeep={(next) => set({ roles: replaced(roles, i, next) })} />
            <IconButton icon={<Trash2 size={19} />} label={t('charter.removeRole', { number: i + 1 })} side="left" onPress={() => set({ roles: without(roles, i) })} />
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon={<Plus size={18} aria-hidden />} onPress={() => set({ roles: [...roles, ''] })}>{t('charter.addRole')}</Button>
      {people}
    </PanelFrame>
  );
}
