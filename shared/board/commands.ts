import type { InkId, MarkId, PageId, RoundId } from '../base/ids.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { InkText } from '../ink/inkCodec.ts';
import type { Charter, Layer, Page, SamenessRuling, Table } from './board.ts';
import type { Grouping } from './groups.ts';
import type { LayerName, Mark, Mention } from './marks.ts';
import type { InkColor } from './palette.ts';
import type { Round } from './round.ts';
import type { Running, Step } from './runningOrder.ts';

/** Ink that comes into the board with a command, by id. */
export type NewInks = { readonly [id: InkId]: InkText };

/** The looks of marks that can be changed together; a mark takes of it what it has. */
export type Style = {
  readonly color?: InkColor;
  readonly fill?: InkColor | null;
  readonly widthUnits?: number;
  readonly thinning?: number;
  readonly smoothing?: number;
  readonly dashed?: boolean;
  readonly shadow?: boolean;
  /** How much a picture covers, 0–1. */
  readonly opacity?: number;
};

/** Place in the painting order, lock and layer of one mark. */
export type Arrangement = { readonly order?: string; readonly locked?: boolean; readonly layer?: LayerName };

/**
 * Everything that changes a board. One gesture is one command, one undo step and one line in the journal.
 * Ids, times and orders come in with the command, so that applying it gives the same on every machine.
 */
export type Command =
  /**
   * Adds marks, or replaces those that are there already, and takes away those whose place they take; `what` names the
   * gesture in the undo button. Rulings say which of their words are not the same.
   */
  | { readonly type: 'marks.put'; readonly what: Gesture; readonly marks: readonly Mark[]; readonly removes?: readonly MarkId[]; readonly inks?: NewInks; readonly rulings?: readonly SamenessRuling[] }
  | { readonly type: 'marks.remove'; readonly ids: readonly MarkId[] }
  | { readonly type: 'marks.transform'; readonly ids: readonly MarkId[]; readonly matrix: Matrix }
  | { readonly type: 'marks.restyle'; readonly ids: readonly MarkId[]; readonly style: Style }
  | { readonly type: 'marks.arrange'; readonly arrangements: { readonly [id: MarkId]: Arrangement } }
  /** Moves marks each to a place of its own. */
  | { readonly type: 'marks.place'; readonly places: readonly (readonly [MarkId, Matrix])[] }
  /** Says which groups marks belong to, the largest first. */
  | { readonly type: 'marks.group'; readonly groups: Grouping }
  | { readonly type: 'card.mention'; readonly id: MarkId; readonly mention: Mention; readonly sizeUnits: number; readonly matrix: Matrix }
  | { readonly type: 'card.reattribute'; readonly id: MarkId; readonly mention: number; readonly table: Mention['table']; readonly color: InkColor }
  | { readonly type: 'card.merge'; readonly into: Mark; readonly from: readonly MarkId[] }
  | { readonly type: 'page.put'; readonly page: Page }
  | { readonly type: 'page.remove'; readonly id: PageId }
  | { readonly type: 'table.put'; readonly table: Table }
  | { readonly type: 'round.put'; readonly round: Round; readonly marks?: readonly Mark[] }
  | { readonly type: 'round.remove'; readonly id: RoundId }
  | { readonly type: 'layer.set'; readonly name: LayerName; readonly layer: Layer }
  | { readonly type: 'charter.set'; readonly charter: Charter }
  | { readonly type: 'nextSteps.set'; readonly steps: readonly string[] }
  /** Puts the steps of the session; none at all takes the running order away. */
  | { readonly type: 'order.set'; readonly steps: readonly Step[] }
  /** Begins, holds or ends a step: something that happened, and that nobody takes back. */
  | { readonly type: 'order.run'; readonly running: Running | null }
  | { readonly type: 'sameness.rule'; readonly ruling: SamenessRuling }
  | { readonly type: 'board.rename'; readonly title: string };

/** Whether a command is a gesture that can be taken back: not what the room saw happen, a step, a reveal or lots. */
export function isUndoable({ type }: Command): boolean {
  return type !== 'order.run' && type !== 'round.put';
}

export type CommandType = Command['type'];

/** What a `marks.put` was, for the undo button and the time-lapse. */
export type Gesture = 'draw' | 'write' | 'catch' | 'shape' | 'connect' | 'stamp' | 'image' | 'paste' | 'duplicate' | 'name' | 'place' | 'split' | 'import' | 'edit' | 'erase';

/** Applied as a whole or not at all: the reason why a command cannot be applied to this board. */
export type Refusal = 'unknown page' | 'unknown mark' | 'last page' | 'unknown ink' | 'unknown table' | 'unknown round' | 'not a card' | 'flattening' | 'unknown step';

/** Thrown by `applyCommand`; the board is then unchanged. */
export class CommandRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail: string) {
    super(`${refusal}: ${detail}`);
    this.name = 'CommandRefused';
    this.refusal = refusal;
  }
}
