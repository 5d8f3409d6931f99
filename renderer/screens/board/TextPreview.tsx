import { useWords } from '../../words.ts';
import styles from './TextPreview.module.css';

/** A text as it will stand in its file. */
export function TextPreview({ text }: { readonly text: string }) {
  const { t } = useWords();
  // The keys scroll it.
  return <pre className={styles['text']} tabIndex={0} role="region" aria-label={t('export.preview')}>{text}</pre>;
}
