import type { MarkId, PageId, StepId } from '../base/ids.ts';

/** One step of a session: how long it takes, where it is drawn, and what only the desk is reminded of. */
export type Step = {
  readonly id: StepId;
  readonly title: string;
  readonly minutes: number;
  /** The page that is shown when the step begins; null leaves the page as it is. */
  readonly page: PageId | null;
  /** A frame on that page that fills the room's picture; null shows the whole page. */
  readonly frame: MarkId | null;
  /** For the facilitator, a thought each; the room never sees them. */
  readonly reminders: readonly string[];
};

/** The step that runs. While its clock is held, `heldMs` is what has passed of it. */
export type Running = { readonly step: StepId; readonly startedMs: number; readonly heldMs: number | null };

/** The running order of a session (draaiboek). */
export type RunningOrder = { readonly steps: readonly Step[]; readonly running: Running | null };

/** A session without running order. */
export const NO_ORDER: RunningOrder = { steps: [], running: null };

/** The step that runs, or null. */
export function runningStep({ steps, running }: RunningOrder): Step | null {
  return steps.find(({ id }) => id === running?.step) ?? null;
}

/** The step after the one that runs: the first before anything ran, null after the last. */
export function nextStep(order: RunningOrder): Step | null {
  const at = order.steps.findIndex(({ id }) => id === order.running?.step);
  return order.steps[at + 1] ?? null;
}

/** The clock of a step that begins. */
export function begun(step: StepId, nowMs: number): Running {
  return { step, startedMs: nowMs, heldMs: null };
}

/** What has passed of the step that runs, ms. */
export function passedMs({ startedMs, heldMs }: Running, nowMs: number): number {
  return heldMs ?? Math.max(0, nowMs - startedMs);
}

/** Holds the clock, or lets it go on from where it was held. */
export function heldOrGoneOn(running: Running, nowMs: number): Running {
  return running.heldMs === null ? { ...running, heldMs: passedMs(running, nowMs) } : { ...running, startedMs: nowMs - running.heldMs, heldMs: null };
}

/** What is left of the step that runs, ms; below zero when it takes longer. Null when none runs. */
export function leftMs(order: RunningOrder, nowMs: number): number | null {
  const step = runningStep(order);
  return step && order.running ? step.minutes * 60_000 - passedMs(order.running, nowMs) : null;
}

/** When the step that runs is over, ms since 1970; null while none runs, or its clock is held. */
export function endOfStep(order: RunningOrder): number | null {
  const { running } = order;
  const step = runningStep(order);
  return step && running && running.heldMs === null ? running.startedMs + step.minutes * 60_000 : null;
}

/** When each step from the one that runs onwards ends if all keep to their time, ms since 1970; steps that are over have null. */
export function plannedEnds(order: RunningOrder, nowMs: number): readonly (number | null)[] {
  const at = order.steps.findIndex(({ id }) => id === order.running?.step);
  const left = leftMs(order, nowMs);
  if (at < 0 || left === null) return order.steps.map(() => null);
  let end = nowMs + Math.max(0, left);
  return order.steps.map((step, i) => {
    if (i < at) return null;
    if (i > at) end += step.minutes * 60_000;
    return end;
  });
}
