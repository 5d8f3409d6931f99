import { hexOf } from '../../../shared/board/palette.ts';
import { nibCursor } from '../../stage/nibCursor.ts';
import { fingerDrawsNow } from '../../stage/palmRule.ts';
import { listenToPointers } from '../../stage/pointerInput.ts';
import { toolOfButtons } from '../../stage/toolOfButtons.ts';
import { nibColor, nibWidth } from '../../tools/nib.ts';
import type { DeskSession } from './deskSession.ts';

/** A cursor is made anew this long after the last zoom, ms. */
const ZOOM_REST_MS = 120;

/** What the mouse looks like over the board: the tool's cursor, or its nib in size and colour. */
function cursorOf({ desk, canvas, toolNamed }: DeskSession): string {
  const { tool, style } = desk.getState();
  return tool === 'pen' || tool === 'highlighter' || tool === 'shadow'
    ? nibCursor(nibWidth(tool, style) * canvas.camera.get().scale, hexOf(nibColor(tool, style)))
    : toolNamed(tool).cursor;
}

function showCursor(element: HTMLElement, session: DeskSession): () => void {
  const show = (): void => {
    const cursor = cursorOf(session);
    if (element.style.cursor !== cursor) element.style.cursor = cursor;
  };
  const { camera } = session.canvas;
  let { scale } = camera.get();
  let timer = 0;
  const stops = [
    session.desk.subscribe((state, before) => {
      if (state.tool !== before.tool) session.context.overlay(null);
      if (state.tool !== before.tool || state.style !== before.style) show();
    }),
    camera.subscribe((view) => {
      if (view.scale === scale) return;
      scale = view.scale;
      clearTimeout(timer);
      timer = window.setTimeout(show, ZOOM_REST_MS);
    }),
  ];
  show();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Gives the board to the hand: pen, fingers, mouse and wheel, as this laptop's settings have it, and the cursor. */
export function handOnBoard(session: DeskSession): () => void {
  const { desk, settings, canvas, frame: { element }, toolNamed } = session;
  const down = (): void => session.hand().onDown();
  element.addEventListener('pointerdown', down);
  const stops = [
    showCursor(element, session),
    listenToPointers({
      element,
      camera: canvas.camera,
      toolFor: (event) => toolNamed(toolOfButtons(event, settings.getState().barrelButton) ?? desk.getState().tool),
      taken: (px) => desk.getState().selection.length > 0 && session.hand().handleAt(px),
      fingerDraws: (penSeen) => fingerDrawsNow(settings.getState().fingerDraws, matchMedia('(any-pointer: fine)').matches, penSeen),
      onFingerTap: (fingers) => { if (settings.getState().fingerTaps) session.hand().onFingerTap(fingers); },
      onGesture: session.holdStill,
      onPressure() { if (!desk.getState().pressureSeen) desk.setState({ pressureSeen: true }); },
    }),
  ];
  return () => {
    element.removeEventListener('pointerdown', down);
    for (const stop of stops) stop();
  };
}
