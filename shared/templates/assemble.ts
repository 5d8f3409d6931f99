import { generateNKeysBetween } from 'fractional-indexing';
import { asId, type MarkId, type PageId, type StepId } from '../base/ids.ts';
import { PAGE_SIZE, type Board, type Charter, type Page } from '../board/board.ts';
import { bucketOf } from '../board/buckets.ts';
import { emptyBoard } from '../board/emptyBoard.ts';
import type { Mark } from '../board/marks.ts';
import type { Step } from '../board/runningOrder.ts';
import { prepareSheet, type PreparedSheet } from './preparedSheet.ts';
import type { TemplateDocument, TemplateInput } from './template.ts';

/** What the facilitator has before them in a step of the day: how long it takes, and what not to forget. */
export type StepPlan = { readonly minutes: number; readonly reminders: readonly string[] };

/** One page of a template: its title, the step of the day that it serves, and what is prepared on it. */
export type PagePlan = { readonly title: string; readonly step: string; readonly plan: StepPlan | undefined; readonly prepare: (sheet: PreparedSheet) => void };

/** Puts the pages of a template together to a board without ink. */
export function assemble(template: string, input: TemplateInput, plans: readonly PagePlan[], charter: Partial<Charter> = {}): TemplateDocument {
  const start = emptyBoard(input.seed);
  const orders = generateNKeysBetween(null, null, plans.length);
  const pages: Record<PageId, Page> = {};
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  const steps: Step[] = [];
  plans.forEach(({ title, step, plan, prepare }, i) => {
    const id = asId<PageId>(`p${i + 1}`);
    pages[id] = { id, title, step, order: orders[i] as string, size: PAGE_SIZE };
    if (plan) steps.push({ id: asId<StepId>(`s${i + 1}`), title: step, page: id, frame: null, ...plan });
    const sheet = prepareSheet(id, input.measure, input.newId);
    prepare(sheet);
    for (const mark of sheet.marks()) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  });
  const board: Board = { ...start, template, pages, buckets, charter: { ...start.charter, ...charter }, ...(steps.length > 0 ? { runningOrder: { steps, running: null } } : {}) };
  return { board, inks: {} };
}
