import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { Step } from '../../../shared/board/runningOrder.ts';
import { useWords } from '../../words.ts';
import { KeptField } from '../parts/KeptField.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { timeText } from '../parts/whenText.ts';
import styles from './OrderPanel.module.css';

/** A page as a step can show it, with the frames on it that have a name. */
export type StepPage = { readonly id: PageId; readonly name: string; readonly frames: readonly { readonly id: MarkId; readonly name: string }[] };

export type StepRowProps = {
  readonly step: Step;
  readonly number: number;
  readonly state: 'over' | 'running' | 'coming';
  /** Whether its fields are shown. */
  readonly open: boolean;
  /** When it ends if all keep to their time, ms since 1970; null when nothing runs. */
  readonly endsMs: number | null;
  readonly pages: readonly StepPage[];
  readonly onOpen: () => void;
  readonly onChange: (step: Step) => void;
  /** Null at an end of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
};

/** One step of a session: its name and time, and when it is open all that belongs to it. */
export function StepRow({ step, number, state, open, endsMs, pages, onOpen, onChange, onUp, onDown, onRemove }: StepRowProps) {
  const { t, locale } = useWords();
  const shown = pages.find(({ id }) => id === step.page);
  const items: readonly MenuItem[] = [
    { kind: 'choice', id: 'none', label: t('order.noPage'), chosen: step.page === null, onPress: () => onChange({ ...step, page: null, frame: null }) },
    ...pages.map(({ id, name }): MenuItem => ({ kind: 'choice', id, label: t('order.page', { page: name }), chosen: step.page === id, onPress: () => onChange({ ...step, page: id, frame: null }) })),
    ...(shown && shown.frames.length > 0 ? [{ kind: 'line', id: 'frames' } as const] : []),
    ...(shown?.frames ?? []).map(({ id, name }): MenuItem => ({ kind: 'choice', id, label: t('order.frame', { frame: name }), chosen: step.frame === id, onPress: () => onChange({ ...step, frame: step.frame === id ? null : id }) })),
    { kind: 'line', id: 'line' },
    { kind: 'do', id: 'up', label: t('order.up'), icon: <ArrowUp size={18} aria-hidden />, disabled: onUp === null, onPress: () => onUp?.() },
    { kind: 'do', id: 'down', label: t('order.down'), icon: <ArrowDown size={18} aria-hidden />, disabled: onDown === null, onPress: () => onDown?.() },
    { kind: 'do', id: 'remove', label: t('order.remove'), icon: <Trash2 size={18} aria-hidden />, onPress: onRemove },
  ];
  const time = endsMs !== null ? t('order.until', { time: timeText(locale, endsMs) }) : state === 'over' ? t('order.done') : t('order.minutes', { count: step.minutes });
  return (
    <li className={styles.step} data-state={state} data-open={open} aria-current={state === 'running' ? 'step' : undefined}>
      <div className={styles.head}>
        <button type="button" className={styles.summary} aria-expanded={open} aria-label={t('order.open', { number })} onClick={onOpen}>
          <span className={styles.number} aria-hidden>{number}</span>
          <span className={styles.name}>{step.title || t('order.stepNew', { number })}</span>
          <span className={styles.time}>{time}</span>
        </button>
        <Menu label={t('order.more', { number })} align="end" items={items} trigger={<button type="button" className={styles.more} aria-label={t('order.more', { number })}><Ellipsis size={20} aria-hidden /></button>} />
      </div>
      {state === 'running' && !open && <Reminders reminders={step.reminders} />}
      {open && (
        <div className={styles.fields}>
          <div className={styles.first}>
            <KeptField hideLabel label={t('order.stepName', { number })} maxLength={80} value={step.title} onKeep={(title) => onChange({ ...step, title })} />
            <Stepper name={t('order.minutesOf', { number })} value={step.minutes} min={1} max={480} onChange={(minutes) => onChange({ ...step, minutes })} />
          </div>
          <KeptField
            label={t('order.reminders')} lines={Math.max(3, step.reminders.length)} keepsLines maxLength={2000} value={step.reminders.join('\n')}
            onKeep={(text) => onChange({ ...step, reminders: text.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 50) })}
          />
        </div>
      )}
    </li>
  );
}

function Reminders({ reminders }: { readonly reminders: readonly string[] }) {
  if (reminders.length === 0) return null;
  return <ul className={styles.reminders}>{reminders.map((line) => <li key={line}>{line}</li>)}</ul>;
}
