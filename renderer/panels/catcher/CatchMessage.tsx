import { useWords } from '../../words.ts';
import styles from './WordCatcher.module.css';

/** What Enter would do: a new word, a new word without room, or an existing one that is named once more. */
export type CatchPreview =
  | { readonly kind: 'new' }
  | { readonly kind: 'waits' }
  /** `word` is how the board spells it, `count` how often it will have been named. */
  | { readonly kind: 'grows'; readonly word: string; readonly count: number; readonly spelledAlike: boolean };

type CatchMessageProps = { readonly id: string; readonly preview: CatchPreview | null; readonly completed: boolean };

/** Says beforehand what a word will do, quietly behind it, and aloud to a screen reader. */
export function CatchMessage({ id, preview, completed }: CatchMessageProps) {
  const { t } = useWords();
  return (
    <span id={id} className={styles.message} role="status">
      {preview?.kind === 'new' && t('catcher.isNew')}
      {preview?.kind === 'waits' && t('catcher.willWait')}
      {preview?.kind === 'grows' && (
        <>
          {preview.spelledAlike ? t('catcher.isThere') : t('catcher.isThereBefore', { word: preview.word })}
          {' '}
          <b className={styles.count}>{t('catcher.times', { count: preview.count })}</b>
          {!preview.spelledAlike && <> · {t('catcher.apart')}</>}
        </>
      )}
      {completed && <span className="aloud"> {t('catcher.takeCompletion')}</span>}
    </span>
  );
}
