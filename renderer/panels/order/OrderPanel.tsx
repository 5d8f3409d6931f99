import { Pause, Play, Plus, Timer } from 'lucide-react';
import { useState } from 'react';
import type { StepId } from '../../../shared/base/ids.ts';
import { endOfStep, leftMs, nextStep, plannedEnds, runningStep, type RunningOrder, type Step } from '../../../shared/board/runningOrder.ts';
import { useWords, type Say } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import { clockText } from '../../../shared/strings/clockText.ts';
import styles from './OrderPanel.module.css';
import { StepRow, type StepPage } from './StepRow.tsx';
import { useNow } from '../parts/useNow.ts';

export type OrderPanelProps = {
  readonly order: RunningOrder;
  readonly pages: readonly StepPage[];
  readonly clockInRoom: boolean;
  readonly onClockInRoom: (shown: boolean) => void;
  readonly onSteps: (steps: readonly Step[]) => void;
  /** A step of its own for each page. */
  readonly onFromPages: () => void;
  readonly onAdd: () => void;
  readonly onBegin: (step: Step) => void;
  readonly onHold: () => void;
  readonly onEnd: () => void;
  readonly onDismiss: () => void;
};

const LONGER_MINUTES = 5;

/** The length of a session in words. */
function totalText(t: Say, steps: readonly Step[]): string {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const time = minutes < 60 ? t('order.minutes', { count: minutes }) : t('order.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  return t('order.total', { time });
}

/** The steps of a session with their times: what runs, what comes, and what not to forget. */
export function OrderPanel({ order, pages, clockInRoom, onClockInRoom, onSteps, onFromPages, onAdd, onBegin, onHold, onEnd, onDismiss }: OrderPanelProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<StepId | null>(null);
  const { steps, running } = order;
  const nowMs = useNow(endOfStep(order));
  const step = runningStep(order);
  const next = nextStep(order);
  const left = leftMs(order, nowMs);
  const ends = plannedEnds(order, nowMs);
  const at = steps.findIndex(({ id }) => id === step?.id);
  const put = (changed: Step): void => onSteps(steps.map((one) => (one.id === changed.id ? changed : one)));
  const move = (from: number, to: number): void => {
    const rest = steps.filter((_, i) => i !== from);
    onSteps([...rest.slice(0, to), steps[from] as Step, ...rest.slice(to)]);
  };

  if (steps.length === 0) {
    return (
      <PanelFrame title={t('order.title')} onClose={onDismiss}>
        <p className={styles.none}><b>{t('order.none')}</b> {t('order.noneText')}</p>
        <div className={styles.buttons}>
          <Button kind="main" onPress={onFromPages}>{t('order.fromPages')}</Button>
          <Button kind="quiet" icon={<Plus size={18} aria-hidden />} onPress={onAdd}>{t('order.add')}</Button>
        </div>
      </PanelFrame>
    );
  }
  return (
    <PanelFrame
      title={t('order.title')}
      about={totalText(t, steps)}
      onClose={onDismiss}
      footer={(
        <div className={styles.foot}>
          {step && left !== null && running && (
            <div className={styles.clock} data-over={left < 0}>
              <span className={styles.left}>{t(left < 0 ? 'order.over' : 'order.left', { time: clockText(Math.abs(left)) })}</span>
              {running.heldMs !== null && <span className={styles.held} role="status">{t('order.held')}</span>}
              <span className={styles.buttons}>
                <Button kind="quiet" icon={running.heldMs === null ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />} onPress={onHold}>{t(running.heldMs === null ? 'order.hold' : 'order.goOn')}</Button>
                <Button kind="quiet" icon={<Timer size={18} aria-hidden />} onPress={() => put({ ...step, minutes: step.minutes + LONGER_MINUTES })}>{t('order.longer')}</Button>
              </span>
            </div>
          )}
          {next
            ? <Button kind="main" large onPress={() => onBegin(next)}>{t(step ? 'order.next' : 'order.begin', { step: next.title || t('order.stepNew', { number: at + 2 }) })}</Button>
            : <Button kind="main" large onPress={onEnd}>{t('order.end')}</Button>}
          <SwitchRow label={t('order.clockInRoom')} text={t('order.clockInRoomText')} on={clockInRoom} onChange={onClockInRoom} />
        </div>
      )}
    >
      <ol className={styles.list}>
        {steps.map((one, i) => (
          <StepRow
            key={one.id}
            step={one}
            number={i + 1}
            state={i === at ? 'running' : at >= 0 && i < at ? 'over' : 'coming'}
            open={opened === one.id}
            endsMs={ends[i] ?? null}
            pages={pages}
            onOpen={() => setOpened(opened === one.id ? null : one.id)}
            onChange={put}
            onUp={i === 0 ? null : () => move(i, i - 1)}
            onDown={i === steps.length - 1 ? null : () => move(i, i + 1)}
            onRemove={() => onSteps(steps.filter(({ id }) => id !== one.id))}
          />
        ))}
      </ol>
      <Button kind="quiet" icon={<Plus size={18} aria-hidden />} onPress={onAdd}>{t('order.add')}</Button>
    </PanelFrame>
  );
}
