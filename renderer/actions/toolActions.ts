import type { WordKey } from '../../shared/strings/words.ts';
import { takeTool } from '../state/deskStore.ts';
import type { ToolName } from '../tools/tool.ts';
import { always, type Action } from './action.ts';

/** The tools and their one key each (a variant has the key of its kind with shift), in the order of the dock. */
export const TOOL_KEYS: readonly { readonly tool: ToolName; readonly key: string; readonly shift?: true; readonly label: WordKey }[] = [
  { tool: 'pen', key: 'p', label: 'tools.pen' },
  { tool: 'highlighter', key: 'm', label: 'tools.highlighter' },
  { tool: 'shadow', key: 'd', label: 'tools.shadow' },
  { tool: 'eraser', key: 'g', label: 'tools.eraser' },
  { tool: 'select', key: 'v', label: 'tools.select' },
  { tool: 'lasso', key: 'l', label: 'tools.lasso' },
  { tool: 'text', key: 't', label: 'tools.text' },
  { tool: 'stamp', key: 's', label: 'tools.stamp' },
  { tool: 'rectangle', key: 'r', label: 'tray.form.rectangle' },
  { tool: 'shadowBox', key: 'r', shift: true, label: 'tray.form.shadowBox' },
  { tool: 'ellipse', key: 'o', label: 'tray.form.ellipse' },
  { tool: 'diamond', key: 'o', shift: true, label: 'tray.form.diamond' },
  { tool: 'banner', key: 'n', label: 'tray.form.banner' },
  { tool: 'bubble', key: 'k', label: 'tray.form.bubble' },
  { tool: 'thought', key: 'k', shift: true, label: 'tray.form.thought' },
  { tool: 'cloud', key: 'c', label: 'tray.form.cloud' },
  { tool: 'sun', key: 'z', label: 'tray.form.sun' },
  { tool: 'block', key: 'a', shift: true, label: 'tray.form.block' },
  { tool: 'frame', key: 'f', label: 'tray.form.frame' },
  { tool: 'arrow', key: 'a', label: 'tools.connector' },
  { tool: 'hand', key: 'h', label: 'tools.hand' },
  { tool: 'laser', key: 'x', label: 'tools.laser' },
];

/** One action per tool, and the other way to rub out. */
export const toolActions: readonly Action[] = [
  ...TOOL_KEYS.map(({ tool, key, shift, label }): Action => ({
    id: `tool.${tool}`, label, shortcuts: [shift ? { key, shift } : { key }], enabled: always, run: (desk) => takeTool(desk.desk, tool),
  })),
  {
    // The arrows themselves take it out; this is for whoever looks for it by name.
    id: 'tool.byKeys', label: 'actions.tool.byKeys', shortcuts: [], enabled: always,
    run(desk) {
      if (desk.desk.getState().tool === 'hand') takeTool(desk.desk, 'pen');
      desk.nib.show();
    },
  },
  {
    id: 'tool.eraserPart', label: 'actions.tool.eraserPart', shortcuts: [{ key: 'g', shift: true }], enabled: always,
    run(desk) {
      takeTool(desk.desk, 'eraser');
      desk.desk.setState(({ style }) => ({ style: { ...style, eraserPart: !style.eraserPart } }));
    },
  },
];
