import type { BarrelButton } from '../../shared/contract/settings.ts';
import type { ToolName } from '../tools/tool.ts';

/** Bits of `buttons` and values of `button` (Pointer Events, "Chorded button interactions"): a pen's barrel is the right button, its other end has one of its own. */
const BARREL = 2, BARREL_BIT = 2, MIDDLE = 1, MIDDLE_BIT = 4, ERASER = 5, ERASER_BIT = 32;

type Buttons = Pick<PointerEvent, 'button' | 'buttons' | 'pointerType'>;

const BARREL_TOOLS = { pan: 'hand', eraser: 'eraser', lasso: 'lasso', none: null } as const satisfies Record<BarrelButton, ToolName | null>;

/** Whether a press with this button begins something: the right button of a mouse does not. */
export function beginsGesture({ button, pointerType }: Buttons): boolean {
  return button === 0 || button === MIDDLE || (pointerType === 'pen' && (button === BARREL || button === ERASER));
}

/** The tool that a button calls for whatever tool is taken: the middle one moves the paper, a pen's other end rubs out, its barrel as set. */
export function toolOfButtons({ button, buttons, pointerType }: Buttons, barrel: BarrelButton): ToolName | null {
  if (button === MIDDLE || buttons === MIDDLE_BIT) return 'hand';
  if (pointerType !== 'pen') return null;
  if (button === ERASER || (buttons & ERASER_BIT) !== 0) return 'eraser';
  return button === BARREL || (buttons & BARREL_BIT) !== 0 ? BARREL_TOOLS[barrel] : null;
}
