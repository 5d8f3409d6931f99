import { Check, X } from 'lucide-react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './StampWish.module.css';

export type StampWishProps = {
  readonly name: string;
  /** Whether anything was drawn for it yet. */
  readonly drawn: boolean;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
};

/** A quiet line over the word catcher while a missing stamp is drawn. */
export function StampWish({ name, drawn, onKeep, onCancel }: StampWishProps) {
  const { t } = useWords();
  return (
    <div className={styles.wish} role="group" aria-label={t('stamps.wish', { name })}>
      <p className={styles.words} role="status">{t('stamps.wish', { name })}</p>
      <Button onPress={onKeep} disabled={!drawn}>{t('actions.stamp.keep')}</Button>
      <Button kind="quiet" onPress={onCancel}>{t('app.cancel')}</Button>
    </div>
  );
}

/** Says that a drawing is an own stamp now, until it is read. */
export function KeptWord({ name, onDismiss }: { readonly name: string; readonly onDismiss: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.wish}>
      <Check size={18} strokeWidth={2.4} aria-hidden />
      <p className={styles.words} role="status">{t('stamps.kept', { name })}</p>
      <IconButton icon={<X size={20} />} label={t('notices.dismiss')} side="top" onPress={onDismiss} />
    </div>
  );
}
