import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type StepId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { applyChange } from '../../../shared/board/change.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { begun, heldOrGoneOn, leftMs, nextStep, passedMs, plannedEnds, runningStep, type RunningOrder, type Step } from '../../../shared/board/runningOrder.ts';

const MINUTE = 60_000;
const step = (name: string, minutes: number): Step => ({ id: asId<StepId>(name), title: name, minutes, page: null, frame: null, reminders: [] });
const STEPS = [step('welkom', 20), step('kringen', 60), step('droom', 40)];
const at = (name: string, nowMs: number): RunningOrder => ({ steps: STEPS, running: begun(asId<StepId>(name), nowMs) });

describe('the clock of a step', () => {
  test('counts down from the minutes of the step, and below zero when it takes longer', () => {
    expect(leftMs(at('welkom', 1000), 1000)).toBe(20 * MINUTE);
    expect(leftMs(at('welkom', 1000), 1000 + 21 * MINUTE)).toBe(-MINUTE);
  });

  test('stands still while it is held, and goes on with what was left, however often', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(90_000), fc.nat(90_000)), { maxLength: 6 }), (turns) => {
      let running = begun(asId<StepId>('welkom'), 0);
      let now = 0, ran = 0;
      for (const [runs, rests] of turns) {
        now += runs;
        ran += runs;
        running = heldOrGoneOn(running, now);
        now += rests;
        expect(passedMs(running, now)).toBe(ran);
        running = heldOrGoneOn(running, now);
      }
      expect(passedMs(running, now)).toBe(ran);
    }));
  });

  test('a laptop whose clock was set back shows no more time than the step has', () => {
    expect(leftMs(at('welkom', 5000), 1000)).toBe(20 * MINUTE);
  });
});

describe('the order of the day', () => {
  test('begins with the first step and ends after the last', () => {
    expect(nextStep({ steps: STEPS, running: null })?.title).toBe('welkom');
    expect(nextStep(at('welkom', 0))?.title).toBe('kringen');
    expect(nextStep(at('droom', 0))).toBeNull();
  });

  test('tells when each step will be over, and pushes all of them when one takes longer', () => {
    expect(plannedEnds(at('kringen', 0), 10 * MINUTE)).toEqual([null, 60 * MINUTE, 100 * MINUTE]);
    expect(plannedEnds(at('kringen', 0), 75 * MINUTE)).toEqual([null, 75 * MINUTE, 115 * MINUTE]);
  });
});

describe('the commands', () => {
  const board = emptyBoard({ id: asId('b1'), title: '', locale: 'nl', createdMs: 0 });
  const apply = (...commands: Parameters<typeof applyCommand>[1][]) => commands.reduce((before, command) => applyCommand(before, command, () => false).board, board);

  test('a step that is not in the order cannot begin', () => {
    expect(() => apply({ type: 'order.run', running: begun(asId<StepId>('welkom'), 0) })).toThrow('unknown step');
  });

  test('no step runs any more when the one that ran is taken away', () => {
    const steps = (...kept: readonly Step[]) => apply({ type: 'order.set', steps: STEPS }, { type: 'order.run', running: begun(asId<StepId>('kringen'), 7) }, { type: 'order.set', steps: kept }).runningOrder as RunningOrder;
    expect(runningStep(steps(STEPS[0] as Step, STEPS[1] as Step))?.title).toBe('kringen');
    expect(steps(STEPS[0] as Step).running).toBeNull();
  });

  test('taking back what was planned leaves the step that has begun meanwhile', () => {
    const planned = apply({ type: 'order.set', steps: STEPS });
    const { board: later, inverse } = applyCommand(planned, { type: 'order.set', steps: [step('welkom', 25), ...STEPS.slice(1)] }, () => false);
    const running = begun(asId<StepId>('droom'), 9);
    const begunNow = applyCommand(later, { type: 'order.run', running }, () => false).board;
    expect(applyChange(begunNow, inverse).board.runningOrder).toEqual({ steps: STEPS, running });
  });

  test('an order without steps is none', () => {
    expect(apply({ type: 'order.set', steps: STEPS }, { type: 'order.set', steps: [] })).toEqual(board);
  });

  test('what begins stays begun when the minutes are changed', () => {
    const running = begun(asId<StepId>('welkom'), 7);
    expect(apply({ type: 'order.set', steps: STEPS }, { type: 'order.run', running }, { type: 'order.set', steps: [step('welkom', 25)] }).runningOrder).toEqual({ steps: [step('welkom', 25)], running });
  });
});
