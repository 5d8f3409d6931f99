import {
  Crosshair, Eraser, Hand, Highlighter, Lasso, MousePointer2, MoveUpRight, Paintbrush, PenLine, Redo2, Stamp, Type, Undo2, WholeWord, type LucideIcon,
} from 'lucide-react';

import { isFormTool, type FormTool } from '../../tools/formTools.ts';
import { FormIcon } from './FormIcon.tsx';

const ICONS = {
  pen: PenLine,
  highlighter: Highlighter,
  shadow: Paintbrush,
  eraser: Eraser,
  lasso: Lasso,
  select: MousePointer2,
  text: Type,
  stamp: Stamp,
  connector: MoveUpRight,
  hand: Hand,
  laser: Crosshair,
  catcher: WholeWord,
  undo: Undo2,
  redo: Redo2,
} as const satisfies Record<string, LucideIcon>;

/** The drawings of the dock. */
export type ToolIconName = keyof typeof ICONS | `form.${FormTool}`;

/** A tool's drawing, 24 px. */
export function ToolIcon({ name }: { readonly name: ToolIconName }) {
  const form = name.slice('form.'.length);
  if (name.startsWith('form.') && isFormTool(form)) return <FormIcon form={form} />;
  const Drawing = ICONS[name as keyof typeof ICONS];
  return <Drawing size={24} strokeWidth={1.9} aria-hidden />;
}
