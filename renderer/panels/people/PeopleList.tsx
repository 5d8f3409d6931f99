import { Phone, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import { SIGNATURE_FIELD } from '../../../shared/charter/signer.ts';
import type { Person } from '../../../shared/contract/people.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './People.module.css';

type PeopleListProps = { readonly people: readonly Person[]; readonly onRemove: (id: PersonId) => void };

type RowProps = { readonly person: Person; readonly asking: boolean; readonly wasAsked: boolean; readonly onAsk: (asking: boolean) => void; readonly onRemove: () => void };

function PersonRow({ person: { id, name, role, phone, signature }, asking, wasAsked, onAsk, onRemove }: RowProps) {
  const { t } = useWords();
  const who = name || role || t('print.nameless');
  return (
    <li className={styles.person} data-person={id}>
      <span className={styles.paper}>
        {signature === ''
          ? <span className={styles.byHand}>{t('people.onPaper')}</span>
          : <svg viewBox={`0 0 ${SIGNATURE_FIELD.w} ${SIGNATURE_FIELD.h}`} role="img" aria-label={t('people.ink', { who })}><path d={signature} /></svg>}
      </span>
      {asking
        ? (
          <span className={styles.ask} role="alert">
            <span>{t('people.removeAsk')}</span>
            <Button kind="quiet" onPress={onRemove}>{t('people.removeYes')}</Button>
            {/* Where the first press was: a second one by accident keeps them. */}
            <Button focused onPress={() => onAsk(false)}>{t('people.removeNo')}</Button>
          </span>
        )
        : (
          <>
            <span className={styles.who}>
              <span className={styles.name}>{who}</span>
              <span className={styles.more}>{name !== '' && role}{phone !== '' && <span className={styles.phone}><Phone size={14} strokeWidth={1.9} aria-hidden />{phone}</span>}</span>
            </span>
            <IconButton icon={<Trash2 size={19} />} label={t('people.remove', { who })} side="left" focused={wasAsked} onPress={() => onAsk(true)} />
          </>
        )}
    </li>
  );
}

/** Who stands under the charter; one is erased after a question in the same place. */
export function PeopleList({ people, onRemove }: PeopleListProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<PersonId | null>(null);
  const [last, setLast] = useState<PersonId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const nobody = useRef<HTMLParagraphElement>(null);
  const isNobody = people.length === 0;
  // Whoever wiped the last one was here; at first nobody was.
  useEffect(() => { if (isNobody && last !== null) nobody.current?.focus(); }, [isNobody, last]);
  if (isNobody) return <p ref={nobody} tabIndex={-1} className={styles.quiet}>{t('people.none')}</p>;
  const remove = (at: number, id: PersonId): void => {
    // The focus would be lost with the row.
    const beside = people[at + 1] ?? people[at - 1];
    if (beside) list.current?.querySelector<HTMLElement>(`[data-person="${beside.id}"] button`)?.focus();
    setAsked(null);
    setLast(id);
    onRemove(id);
  };
  return (
    <ul ref={list} className={styles.people}>
      {people.map((person, at) => (
        <PersonRow
          key={person.id}
          person={person}
          asking={asked === person.id}
          wasAsked={last === person.id}
          onAsk={(asking) => { setAsked(asking ? person.id : null); setLast(person.id); }}
          onRemove={() => remove(at, person.id)}
        />
      ))}
    </ul>
  );
}
