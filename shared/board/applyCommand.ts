import { produceWithPatches, type Draft } from 'immer';
import { assertNever } from '../base/assertNever.ts';
import type { InkId, MarkId } from '../base/ids.ts';
import { tidy, type Matrix } from '../geometry/matrix.ts';
import type { Board, SamenessRuling } from './board.ts';
import { bucketOf, markOf } from './buckets.ts';
import { applyChange, type Change } from './change.ts';
import { patchesThatPut } from './markPatches.ts';
import { CommandRefused, type Arrangement, type Command, type Style } from './commands.ts';
import type { Mark } from './marks.ts';
import { NO_ORDER, type RunningOrder, type Step } from './runningOrder.ts';

/** A board after a command, what changed and how to take it back. */
export type Outcome = { readonly board: Board; readonly change: Change; readonly inverse: Change };

/**
 * Applies a command to a board, as a whole or not at all.
 * @param hasInk whether an ink is there already (inks that come with the command count too)
 * @throws CommandRefused when the board does not have what the command names
 */
export function applyCommand(board: Board, command: Command, hasInk: (id: InkId) => boolean): Outcome {
  if (command.type === 'marks.transform') return transform(board, command.ids, command);
  if (command.type === 'marks.place') return place(board, command.places);
  check(board, command, hasInk);
  if (command.type === 'marks.put' && !command.rulings?.length) return put(board, command);
  if (command.type === 'marks.remove') return put(board, { marks: [], removes: command.ids });
  const [next, patches, inverse] = produceWithPatches(board, (draft) => mutate(draft, command));
  return { board: next, change: { kind: 'patches', patches }, inverse: { kind: 'patches', patches: inverse } };
}

function put(board: Board, { marks, removes = [] }: Pick<Extract<Command, { type: 'marks.put' }>, 'marks' | 'removes'>): Outcome {
  const change: Change = { kind: 'patches', patches: patchesThatPut(board, marks, removes) };
  return { change, ...applyChange(board, change) };
}

function transform(board: Board, ids: readonly MarkId[], command: Extract<Command, { type: 'marks.transform' }>): Outcome {
  const [a, b, c, d] = command.matrix;
  if (Math.abs(a * d - b * c) < 1e-9) throw new CommandRefused('flattening', command.matrix.join(' '));
  const change: Change = { kind: 'transform', ids, matrix: tidy(command.matrix) };
  const applied = applyChange(board, change);
  // Each mark that there is has told where it was.
  const isWhole = applied.inverse.kind === 'place' && applied.inverse.places.length === ids.length;
  const unknown = isWhole ? undefined : ids.find((id) => !markOf(board, id));
  if (unknown !== undefined) throw new CommandRefused('unknown mark', unknown);
  return { change, ...applied };
}

function place(board: Board, places: readonly (readonly [MarkId, Matrix])[]): Outcome {
  for (const [id, matrix] of places) {
    const [a, b, c, d] = matrix;
    if (Math.abs(a * d - b * c) < 1e-9) throw new CommandRefused('flattening', matrix.join(' '));
    if (!markOf(board, id)) throw new CommandRefused('unknown mark', id);
  }
  const change: Change = { kind: 'place', places: places.map(([id, matrix]) => [id, tidy(matrix)]) };
  return { change, ...applyChange(board, change) };
}

/** Everything that `mutate` then relies on. */
function check(board: Board, command: Command, hasInk: (id: InkId) => boolean): void {
  const needMark = (id: MarkId): Mark => {
    const mark = markOf(board, id);
    if (!mark) throw new CommandRefused('unknown mark', id);
    return mark;
  };
  const needCard = (id: MarkId): void => {
    if (needMark(id).kind !== 'card') throw new CommandRefused('not a card', id);
  };
  const needPage = (mark: Mark): void => {
    if (!board.pages[mark.page]) throw new CommandRefused('unknown page', mark.page);
  };
  switch (command.type) {
    case 'marks.put':
      command.removes?.forEach(needMark);
      for (const mark of command.marks) {
        needPage(mark);
        if (mark.kind === 'stroke' && !hasInk(mark.ink) && command.inks?.[mark.ink] === undefined) throw new CommandRefused('unknown ink', mark.ink);
      }
      return;
    case 'marks.remove': case 'marks.restyle': command.ids.forEach(needMark); return;
    case 'marks.arrange': (Object.keys(command.arrangements) as MarkId[]).forEach(needMark); return;
    case 'marks.group': (Object.keys(command.groups) as MarkId[]).forEach(needMark); return;
    case 'card.mention': case 'card.reattribute': needCard(command.id); return;
    case 'card.merge': needPage(command.into); command.from.forEach(needCard); return;
    case 'page.remove':
      if (!board.pages[command.id]) throw new CommandRefused('unknown page', command.id);
      if (Object.keys(board.pages).length === 1) throw new CommandRefused('last page', command.id);
      return;
    case 'round.put': command.marks?.forEach(needPage); return;
    case 'round.remove':
      if (!board.rounds[command.id]) throw new CommandRefused('unknown round', command.id);
      return;
    case 'order.run':
      if (command.running && !board.runningOrder?.steps.some(({ id }) => id === command.running?.step)) throw new CommandRefused('unknown step', command.running.step);
      return;
    case 'order.set': case 'marks.transform': case 'marks.place': case 'page.put': case 'table.put': case 'layer.set': case 'charter.set': case 'nextSteps.set': case 'sameness.rule': case 'board.rename':
      return;
    default: assertNever(command);
  }
}

function putMark(draft: Draft<Board>, mark: Mark): void {
  const key = bucketOf(mark.id);
  (draft.buckets[key] ??= {})[mark.id] = mark as Draft<Mark>;
}

function removeMark(draft: Draft<Board>, id: MarkId): void {
  delete draft.buckets[bucketOf(id)]?.[id];
}

function draftMark(draft: Draft<Board>, id: MarkId): Draft<Mark> {
  return (draft.buckets[bucketOf(id)] as Record<MarkId, Draft<Mark>>)[id] as Draft<Mark>;
}

function restyle(mark: Draft<Mark>, style: Style): void {
  if (style.color !== undefined && 'color' in mark) mark.color = style.color;
  if (style.fill !== undefined && mark.kind === 'shape') mark.fill = style.fill;
  if (style.widthUnits !== undefined && 'widthUnits' in mark) mark.widthUnits = style.widthUnits;
  if (style.thinning !== undefined && mark.kind === 'stroke') mark.thinning = style.thinning;
  if (style.smoothing !== undefined && mark.kind === 'stroke') mark.smoothing = style.smoothing;
  if (style.dashed !== undefined && mark.kind === 'shape') mark.dashed = style.dashed;
  if (style.shadow !== undefined && mark.kind === 'shape') mark.shadow = style.shadow;
  if (style.opacity !== undefined && mark.kind === 'image') mark.opacity = style.opacity;
}

function arrange(mark: Draft<Mark>, arrangement: Arrangement): void {
  if (arrangement.order !== undefined) mark.order = arrangement.order;
  if (arrangement.locked !== undefined) mark.locked = arrangement.locked;
  if (arrangement.layer !== undefined) mark.layer = arrangement.layer;
}

/** The latest ruling on two words counts; an older one on the same two goes. */
function rule(draft: Draft<Board>, ruling: SamenessRuling): void {
  draft.sameness = draft.sameness.filter(({ a, b }) => a !== ruling.a || b !== ruling.b);
  draft.sameness.push(ruling);
}

/** Field by field: taking it back must not take back which step runs. */
function setSteps(draft: Draft<Board>, steps: readonly Step[]): void {
  const order = draft.runningOrder;
  if (steps.length === 0) delete draft.runningOrder;
  else if (!order) draft.runningOrder = { ...NO_ORDER, steps } as Draft<RunningOrder>;
  else {
    order.steps = steps as Draft<Step[]>;
    if (order.running && !steps.some(({ id }) => id === order.running?.step)) order.running = null;
  }
}

function mutate(draft: Draft<Board>, command: Exclude<Command, { type: 'marks.transform' | 'marks.place' }>): void {
  switch (command.type) {
    case 'marks.put':
      for (const id of command.removes ?? []) removeMark(draft, id);
      for (const mark of command.marks) putMark(draft, mark);
      for (const ruling of command.rulings ?? []) rule(draft, ruling);
      return;
    case 'marks.remove': for (const id of command.ids) removeMark(draft, id); return;
    case 'marks.restyle': for (const id of command.ids) restyle(draftMark(draft, id), command.style); return;
    case 'marks.arrange':
      for (const [id, arrangement] of Object.entries(command.arrangements)) arrange(draftMark(draft, id as MarkId), arrangement);
      return;
    case 'marks.group':
      for (const [id, groups] of Object.entries(command.groups)) {
        const mark = draftMark(draft, id as MarkId);
        if (groups.length === 0) delete mark.groups; else mark.groups = [...groups];
      }
      return;
    case 'card.mention': {
      const card = draftMark(draft, command.id);
      if (card.kind !== 'card') return;
      card.mentions.push(command.mention);
      card.sizeUnits = command.sizeUnits;
      card.matrix = command.matrix as Draft<Mark>['matrix'];
      return;
    }
    case 'card.reattribute': {
      const card = draftMark(draft, command.id);
      const mention = card.kind === 'card' ? card.mentions[command.mention] : undefined;
      if (card.kind !== 'card' || !mention) return;
      mention.table = command.table;
      card.color = command.color;
      return;
    }
    case 'card.merge': for (const id of command.from) removeMark(draft, id); putMark(draft, command.into); return;
    case 'page.put': draft.pages[command.page.id] = command.page; return;
    case 'page.remove':
      delete draft.pages[command.id];
      for (const bucket of Object.values(draft.buckets)) {
        for (const mark of Object.values(bucket)) if (mark.page === command.id) delete bucket[mark.id];
      }
      return;
    case 'table.put': draft.tables[command.table.id] = command.table; return;
    case 'round.put':
      draft.rounds[command.round.id] = command.round as Draft<Board>['rounds'][typeof command.round.id];
      for (const mark of command.marks ?? []) putMark(draft, mark);
      return;
    case 'round.remove': delete draft.rounds[command.id]; return;
    case 'layer.set': draft.layers[command.name] = command.layer; return;
    case 'nextSteps.set':
      if (command.steps.length === 0) delete draft.nextSteps;
      else draft.nextSteps = [...command.steps];
      return;
    case 'charter.set': draft.charter = command.charter as Draft<Board>['charter']; return;
    case 'order.set': setSteps(draft, command.steps); return;
    case 'order.run': if (draft.runningOrder) draft.runningOrder.running = command.running; return;
    case 'sameness.rule': rule(draft, command.ruling); return;
    case 'board.rename': draft.title = command.title; return;
    default: assertNever(command);
  }
}
