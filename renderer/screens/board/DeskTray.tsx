import { useStore } from 'zustand';
import { assertNever } from '../../../shared/base/assertNever.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { SHADOW_GREYS, type InkColor } from '../../../shared/board/palette.ts';
import { TOOL_KEYS } from '../../actions/toolActions.ts';
import { ToolIcon } from '../../panels/dock/ToolIcon.tsx';
import { FormDrawing } from '../../panels/tray/FormDrawing.tsx';
import { RubPartIcon, RubWholeIcon } from '../../panels/tray/RubIcons.tsx';
import { Tray, type TrayProps } from '../../panels/tray/Tray.tsx';
import { ERASER_WIDTHS, PEN_WIDTHS, takeColor, takeTool, type DeskState } from '../../state/deskStore.ts';
import { FORM_TOOLS, isFormTool, type FormTool } from '../../tools/formTools.ts';
import type { ToolName } from '../../tools/tool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { letteringFor } from './letteringChoice.ts';
import { looksOfSelection, rewidth } from './selectionLooks.ts';
import { FELTS, keyText } from './toolKeys.ts';

/** Gives the selection a colour, width or wash; nothing happens when nothing is selected. */
function recolour(desk: DeskSession, style: Extract<Command, { readonly type: 'marks.restyle' }>): void {
  if (style.ids.length > 0) desk.store.do(style);
}

function trayFor(desk: DeskSession, state: DeskState, settings: ReturnType<DeskSession['settings']['getState']>, t: ReturnType<typeof useWords>['t']): Omit<TrayProps, 'side'> | null {
  const { tool, style, selection } = state;
  const setStyle = (part: Partial<typeof style>): void => desk.desk.setState({ style: { ...style, ...part } });
  const label = t(TOOL_KEYS.find((entry) => entry.tool === tool)?.label ?? 'tools.pen');
  const lettering = letteringFor(desk, state);
  const looks = looksOfSelection(desk);
  const color = { value: style.color, onChange: (value: typeof style.color) => { takeColor(desk.desk, value); recolour(desk, { type: 'marks.restyle', ids: selection, style: { color: value } }); } };
  const widths = { options: PEN_WIDTHS, value: style.widthUnits, color: style.color, onChange: (widthUnits: number) => { setStyle({ widthUnits }); recolour(desk, { type: 'marks.restyle', ids: selection, style: { widthUnits } }); } };
  const fill = { value: style.fill, noneAllowed: true, onChange: (value: typeof style.fill) => { setStyle({ fill: value }); recolour(desk, { type: 'marks.restyle', ids: selection, style: { fill: value } }); } };
  if (isFormTool(tool)) {
    const named = (form: FormTool): string => `${t(`tray.form.${form}`)} (${keyText(TOOL_KEYS.find((entry) => entry.tool === form))})`;
    const choices = { name: t('tray.forms'), value: tool, onChange: (value: string) => takeTool(desk.desk, value as ToolName), options: FORM_TOOLS.map((form) => ({ value: form, label: t(`tray.form.${form}`), hint: named(form), icon: <FormDrawing form={form} /> })) };
    return { tool: label, color, wash: fill, widths, choices };
  }
  const felts = { name: t('tray.nibs'), value: tool, onChange: (value: string) => takeTool(desk.desk, value as ToolName), options: FELTS.map((felt) => ({ value: felt, label: t(`tools.${felt}`), icon: <ToolIcon name={felt} /> })) };
  switch (tool) {
    case 'pen': return {
      tool: label, color, widths,
      smoothing: { value: settings.smoothing, onChange: (smoothing) => desk.settings.change({ smoothing }) },
      pressure: { on: settings.pressure, onChange: (pressure) => desk.settings.change({ pressure }) },
    };
    case 'shadow': return {
      tool: label, choices: felts,
      color: { value: style.shadowColor, inks: SHADOW_GREYS, onChange: (value) => takeColor(desk.desk, value) },
      widths: { ...widths, color: style.shadowColor },
    };
    case 'highlighter': return {
      tool: label, choices: felts, color: { value: style.highlighterColor, onChange: (value) => takeColor(desk.desk, value) },
      wash: { value: style.highlighterColor, noneAllowed: false, onChange: (value) => { if (value) takeColor(desk.desk, value); } },
      widths: { ...widths, color: style.highlighterColor },
    };
    case 'eraser': return {
      tool: label,
      choices: {
        name: t('tray.rub'), value: style.eraserPart ? 'part' : 'whole', onChange: (value: string) => setStyle({ eraserPart: value === 'part' }),
        options: [{ value: 'whole', label: t('tray.rubWhole'), icon: <RubWholeIcon /> }, { value: 'part', label: t('tray.rubPart'), icon: <RubPartIcon /> }],
      },
      widths: { options: ERASER_WIDTHS, value: style.eraserUnits, color: 'grijs1', onChange: (eraserUnits) => setStyle({ eraserUnits }) },
    };
    case 'select': case 'lasso': return selection.length > 0 ? {
      tool: label, color: { ...color, value: looks.color }, wash: { ...fill, value: looks.fill },
      widths: { ...widths, value: looks.widthUnits, onChange: (widthUnits: number) => { setStyle({ widthUnits }); rewidth(desk, widthUnits); } },
      ...(lettering ? { lettering } : {}),
    } : null;
    case 'text': return {
      tool: label, color, ...(lettering ? { lettering } : {}),
      ...(lettering && lettering.value.accent !== 'none' ? { wash: { value: lettering.value.accentColor, noneAllowed: true, onChange: (accentColor: InkColor | null) => lettering.onChange({ accentColor }) } } : {}),
    };
    case 'stamp': return { tool: label, color };
    case 'arrow': return { tool: label, color, widths };
    case 'hand': case 'laser': return null;
    default: return assertNever(tool);
  }
}

/** What belongs to the active tool; nothing when it has nothing to choose. */
export function DeskTray({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const state = useStore(desk.desk);
  const settings = useStore(desk.settings);
  useBoard(desk.store);
  const tray = trayFor(desk, state, settings, t);
  return tray && <Tray {...tray} side={settings.drawingHand} />;
}
