import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PeopleErased } from '../../../shared/contract/people.ts';
import { useWords } from '../../words.ts';
import { whenText } from '../parts/whenText.ts';
import styles from './People.module.css';

type ErasedReportProps = {
  readonly erased: PeopleErased;
  readonly nowMs: number;
  /** Takes the focus when it comes: what was pressed for it is gone. */
  readonly focused?: boolean;
};

/** That it is done, and everything that somebody still has to throw away, by name where the app knows it. */
export function ErasedReport({ erased: { outOfReach, given, stopped }, nowMs, focused = false }: ErasedReportProps) {
  const { t, locale, n } = useWords();
  const report = useRef<HTMLDivElement>(null);
  useEffect(() => { if (focused) report.current?.focus(); }, [focused]);
  return (
    <div ref={report} tabIndex={-1} className={styles.report} role="status">
      <p className={styles.done}><Check size={18} strokeWidth={2.2} aria-hidden />{t('people.erased')}</p>
      {stopped > 0 && <p>{t('people.stopped', { count: stopped, n: n(stopped) })}</p>}
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
