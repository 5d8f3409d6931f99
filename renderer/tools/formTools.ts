import type { ShapeForm, ShapeMark } from '../../shared/board/marks.ts';
import { PLAIN_SHAPE } from '../../shared/board/plainMarks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { ribbonLetters } from '../../shared/scene/growShape.ts';

/** The forms that one can choose, in the order of the tray. `shadowBox` is a box with a grey shadow, `block` an arrow with room for words. */
export const FORM_TOOLS = ['rectangle', 'shadowBox', 'ellipse', 'diamond', 'banner', 'bubble', 'thought', 'cloud', 'sun', 'block', 'frame'] as const;
export type FormTool = (typeof FORM_TOOLS)[number];

/** Whether a tool pulls up a form. */
export const isFormTool = (tool: string): tool is FormTool => (FORM_TOOLS as readonly string[]).includes(tool);

/** What a form is before anybody has chosen otherwise. */
type FormLook = {
  readonly form: ShapeForm;
  readonly fill: InkColor | null;
  readonly shadow: boolean;
  readonly hand: ShapeMark['hand'];
  readonly textUnits: number;
  /** Size of one that is placed by a tap instead of a pull, board units. */
  readonly tap: Size;
  /** Whether one goes on writing after pulling it up; after a tap one always does. */
  readonly writes: boolean;
};

const box: FormLook = { form: 'rectangle', fill: null, shadow: false, hand: 'hand', textUnits: 32, tap: { w: 220, h: 110 }, writes: false };

const LOOKS: Readonly<Record<FormTool, FormLook>> = {
  rectangle: box,
  shadowBox: { ...box, fill: 'paper', shadow: true, writes: true },
  ellipse: { ...box, form: 'ellipse' },
  diamond: { ...box, form: 'diamond', tap: { w: 200, h: 140 } },
  banner: { ...box, form: 'banner', fill: 'perzik', hand: 'kop', textUnits: 44, tap: { w: 360, h: 84 }, writes: true },
  bubble: { ...box, form: 'bubble', tap: { w: 220, h: 104 }, writes: true },
  thought: { ...box, form: 'thought', tap: { w: 230, h: 128 }, writes: true },
  cloud: { ...box, form: 'cloud', tap: { w: 240, h: 140 }, writes: true },
  sun: { ...box, form: 'sun', fill: 'licht', hand: 'kop', textUnits: 36, tap: { w: 190, h: 190 } },
  block: { ...box, form: 'arrow', hand: 'kop', textUnits: 36, tap: { w: 260, h: 110 }, writes: true },
  frame: { ...box, form: 'frame', shadow: true, hand: 'kop', textUnits: 38, tap: { w: 320, h: 220 }, writes: true },
};

/** What a form tool begins with. */
export const formLook = (tool: FormTool): FormLook => LOOKS[tool];

/** Where the little bubbles of a thought lead when nobody has pulled them. */
const THOUGHT_TAIL = { x: 0.1, y: 1.42 };

/** A form in a box of the page, empty as yet. */
export function newShape(tool: FormTool, box: Box, style: Pick<ShapeMark, 'color' | 'fill' | 'widthUnits'>, place: Pick<ShapeMark, 'id' | 'page' | 'order'>): ShapeMark {
  const { form, fill, shadow, hand, textUnits } = LOOKS[tool];
  return {
    ...place, kind: 'shape', layer: 'harvest', matrix: translation(box.x, box.y), locked: false, form, w: box.w, h: box.h, points: [],
    color: style.color, widthUnits: style.widthUnits, fill: style.fill ?? fill, dashed: false, shadow, text: '', lines: [],
    textSizeUnits: form === 'banner' ? ribbonLetters(box.h) : textUnits, hand, area: 'none', ...PLAIN_SHAPE,
    tail: form === 'thought' ? { x: box.w * THOUGHT_TAIL.x, y: box.h * THOUGHT_TAIL.y } : null,
  };
}
