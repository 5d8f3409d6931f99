import { Check, Clapperboard, FolderOpen } from 'lucide-react';
import { Fragment } from 'react';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import type { FilmSize } from '../../playback/saveFilm.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Segment } from '../parts/Segment.tsx';
import styles from './FilmSave.module.css';

/** How it stands with the file of a film. `path` is where it lies, or null when the browser has taken it. */
export type FilmSaving =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly share: number }
  /** The whole film is on its way to the disk; that cannot be stopped. */
  | { readonly kind: 'writing' }
  | { readonly kind: 'done'; readonly path: string | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly trouble: Trouble | null };

export type FilmSaveProps = {
  readonly size: FilmSize;
  readonly onSize: (size: FilmSize) => void;
  /** False where the window has no encoder. */
  readonly able: boolean;
  readonly saving: FilmSaving;
  readonly onSave: () => void;
  readonly onStop: () => void;
  readonly onReveal: () => void;
};

/** The film as a file: its size, the one button, and in its place how far it is. */
export function FilmSave({ size, onSize, able, saving, onSave, onStop, onReveal }: FilmSaveProps) {
  const { t } = useWords();
  if (!able) return <p className={styles['quiet']}>{t('playback.unable')}</p>;
  const isWriting = saving.kind === 'writing';
  const share = isWriting ? 1 : saving.kind === 'running' ? saving.share : 0;
  const percent = Math.round(share * 100);
  return (
    <div className={styles['save']}>
      {saving.kind === 'none' && <p className={styles['told']}>{t('playback.showsRubbed')}</p>}
      <div aria-live="polite" className={styles['state']}>
        {saving.kind === 'done' && <p className={styles['done']}><Check size={20} strokeWidth={2.2} aria-hidden />{t('playback.saved')}</p>}
        {saving.kind === 'stopped' && <p className={styles['quiet']}>{t('playback.stopped')}</p>}
        {saving.kind === 'failed' && <p className={styles['failed']}>{saving.trouble ? `${t(`notices.trouble.${saving.trouble.code}.what`)} ${t(`notices.trouble.${saving.trouble.code}.next`)}` : t('playback.failed')}</p>}
      </div>
      {saving.kind === 'done' && saving.path !== null && <Button kind="quiet" icon={<FolderOpen size={18} strokeWidth={1.8} aria-hidden />} onPress={onReveal}>{t('export.showInFolder')}</Button>}
      {saving.kind === 'running' || isWriting
        ? (
          <Fragment key="running">
            <span className={styles['track']} role="progressbar" aria-label={t('playback.making', { percent })} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
              <span className={styles['bar']} style={{ transform: `scaleX(${share})` }} />
              <span className={styles['percent']}>{t('playback.making', { percent })}</span>
            </span>
            <Button disabled={isWriting} onPress={onStop}>{t('export.stop')}</Button>
          </Fragment>
        )
        : (
          <Fragment key="begin">
            <Segment name={t('playback.size')} value={size} onChange={onSize} options={[{ value: 'hd', label: t('playback.hd') }, { value: 'fullHd', label: t('playback.fullHd') }]} />
            <Button kind="main" icon={<Clapperboard size={20} strokeWidth={1.9} aria-hidden />} onPress={onSave}>{t('playback.save')}</Button>
          </Fragment>
        )}
    </div>
  );
}
