import { Phone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import { SIGNATURE_FIELD } from '../../../shared/charter/signer.ts';
import type { Person } from '../../../shared/contract/people.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './People.module.css';

type PeopleListProps = { readonly people: readonly Person[]; readonly onRemove: (id: PersonId) => void };

type RowProps = { readonly person: Person; readonly asking: boolean; readonly onAsk: (asking: boolean) => void; readonly onRemove: () => void };

function PersonRow({ person: { name, role, phone, signature }, asking, onAsk, onRemove }: RowProps) {
  const { t } = useWords();
  const who = name || role || t('print.nameless');
  return (
    <li className={styles.person}>
      <span className={styles.paper}>
        {signature === ''
          ? <span className={styles.byHand}>{t('people.onPaper')}</span>
          : <svg viewBox={`0 0 ${SIGNATURE_FIELD.w} ${SIGNATURE_FIELD.h}`} role="img" aria-label={t('people.ink', { who })}><path d={signature} /></svg>}
      </span>
      {asking
        ? (
          <span className={styles.ask} role="alert">
            <span>{t('people.removeAsk')}</span>
            <Button onPress={() => onAsk(false)}>{t('people.removeNo')}</Button>
            <Button kind="quiet" onPress={onRemove}>{t('people.removeYes')}</Button>
          </span>
        )
        : (
          <>
            <span className={styles.who}>
              <span className={styles.name}>{who}</span>
              <span className={styles.more}>{name !== '' && role}{phone !== '' && <span className={styles.phone}><Phone size={14} strokeWidth={1.9} aria-hidden />{phone}</span>}</span>
            </span>
            <IconButton icon={<Trash2 size={19} />} label={t('people.remove', { who })} side="left" onPress={() => onAsk(true)} />
          </>
        )}
    </li>
  );
}

/** Who stands under the charter; one is erased after a question in the same place. */
export function PeopleList({ people, onRemove }: PeopleListProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<PersonId | null>(null);
  if (people.length === 0) return <p className={styles.quiet}>{t('people.none')}</p>;
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          asking={asked === person.id}
          onAsk={(asking) => setAsked(asking ? person.id : null)}
          onRemove={() => { setAsked(null); onRemove(person.id); }}
        />
      ))}
    </ul>
  );
}
