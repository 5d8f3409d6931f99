import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import { useWords } from '../../words.ts';
import { Kbd } from '../parts/Kbd.tsx';
import { Segment } from '../parts/Segment.tsx';
import { CatchMessage, type CatchPreview } from './CatchMessage.tsx';
import { TableChips } from './TableChips.tsx';
import styles from './WordCatcher.module.css';

export type CatchRole = 'trait' | 'metaphor';

export type WordCatcherProps = {
  readonly tables: readonly Table[];
  /** Who is speaking; null is the whole room. */
  readonly table: TableId | null;
  readonly onTable: (table: TableId | null) => void;
  readonly role: CatchRole;
  readonly onRole: (role: CatchRole) => void;
  /** A word on the board that starts with the text, whole, or null. */
  readonly complete: (text: string, role: CatchRole) => string | null;
  /** What would happen with the text, said before it happens. */
  readonly preview: (text: string, role: CatchRole) => CatchPreview;
  /** `apart` says that it is another word than the one it looks like. */
  readonly onCatch: (text: string, apart: boolean) => void;
  /** So that a key elsewhere can bring the focus here. */
  readonly fieldRef?: Ref<HTMLInputElement | null>;
};

/** At this length a completion would no longer stand where the word ends. */
const LONGEST_COMPLETED = 24;

/**
 * The bar under the sheet: type what a table names, press Enter, and it stands on the board.
 * A word of the board is completed while one types; Delete drops the completion. In an empty field 1–7 choose the table and 0 the whole room.
 */
export function WordCatcher({ tables, table, onTable, role, onRole, complete, preview, onCatch, fieldRef }: WordCatcherProps) {
  const { t } = useWords();
  const messageId = useId();
  const field = useRef<HTMLInputElement | null>(null);
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState(false);

  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(fieldRef, () => field.current, []);

  const whole = dropped || text.trim() === '' || text.length > LONGEST_COMPLETED ? null : complete(text, role);
  const ghost = whole === null ? '' : whole.slice(text.length);
  const word = whole ?? text.trim();
  const speaking = tables.find(({ id }) => id === table) ?? null;

  const write = (next: string): void => { setText(next); setDropped(next.length < text.length); };
  const catchWord = (apart: boolean): void => {
    const said = apart ? text.trim() : word;
    if (said === '') return;
    onCatch(said, apart);
    setText('');
    setDropped(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While an accent or a character is being composed, Enter and Esc belong to the composition.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const atEnd = event.currentTarget.selectionStart === text.length;
    const digit = /^Digit([0-9])$/.exec(event.code)?.[1] ?? (/^[0-9]$/.test(event.key) ? event.key : undefined);
    if (digit !== undefined && !event.ctrlKey && !event.metaKey && (event.altKey || (text === '' && event.key === digit))) {
      const chosen = tables.find(({ number }) => number === Number(digit));
      if (chosen || digit === '0') { event.preventDefault(); onTable(chosen?.id ?? null); }
      return;
    }
    switch (event.key) {
      case 'Enter': event.preventDefault(); catchWord(event.shiftKey); break;
      case 'ArrowUp': case 'ArrowDown': event.preventDefault(); onRole(role === 'trait' ? 'metaphor' : 'trait'); break;
      case 'Tab': case 'ArrowRight':
        if (ghost !== '' && atEnd && !event.shiftKey) { event.preventDefault(); setText(word); }
        break;
      case 'Delete':
        if (ghost !== '' && atEnd) { event.preventDefault(); setDropped(true); }
        break;
      case 'Escape':
        event.stopPropagation();
        if (ghost !== '') setDropped(true);
        else if (text !== '') setText('');
        else event.currentTarget.blur();
        break;
      default:
    }
  };

  return (
    // A press on the empty part of the bar still lands in the field.
    <form className={styles.bar} aria-label={t('catcher.name')} onSubmit={(event) => { event.preventDefault(); catchWord(false); }} onClick={(event) => { if (event.target instanceof Element && !event.target.closest('button, [role="menu"]')) field.current?.focus(); }}>
      <TableChips tables={tables} table={speaking} onTable={onTable} onDone={() => field.current?.focus()} />
      <div className={styles.line} />
      <div className={styles.field}>
        <span className={styles.mirror} aria-hidden><span className={styles.typed}>{text === '' ? t('catcher.placeholder') : text}</span>{ghost}</span>
        <input
          ref={field}
          className={styles.input}
          value={text}
          placeholder={t('catcher.placeholder')}
          aria-label={t('catcher.field')}
          aria-describedby={messageId}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={80}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <CatchMessage id={messageId} preview={word === '' ? null : preview(word, role)} completed={ghost !== ''} />
      <span className={styles.enter}><Kbd keys="Enter" /></span>
      <Segment
        name={t('catcher.role')}
        keepsFocus
        value={role}
        onChange={onRole}
        options={[{ value: 'trait', label: t('catcher.trait') }, { value: 'metaphor', label: t('catcher.metaphor') }]}
      />
    </form>
  );
}
