import { Check } from 'lucide-react';
import type { PeopleErased } from '../../../shared/contract/people.ts';
import { useWords } from '../../words.ts';
import { whenText } from '../parts/whenText.ts';
import styles from './People.module.css';

/** That it is done, and everything that somebody still has to throw away, by name where the app knows it. */
export function ErasedReport({ erased: { outOfReach, given }, nowMs }: { readonly erased: PeopleErased; readonly nowMs: number }) {
  const { t, locale } = useWords();
  return (
    <div className={styles.report} role="status">
      <p className={styles.done}><Check size={18} strokeWidth={2.2} aria-hidden />{t('people.erased')}</p>
      <p>{t('people.stillThere')}</p>
      <ul className={styles.left}>
        {given.map(({ kind, name, atMs }) => <li key={`${kind} ${name}`}>{t(kind === 'contacts' ? 'people.contactList' : 'people.charter', { when: whenText(t, locale, nowMs, atMs), name })}</li>)}
        {outOfReach.map((path) => <li key={path}>{t('people.unreachable', { path })}</li>)}
        <li>{t('people.printed')}</li>
        <li>{t('people.elsewhere')}</li>
      </ul>
    </div>
  );
}
