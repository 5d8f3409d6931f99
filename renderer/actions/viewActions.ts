import { generateKeyBetween } from 'fractional-indexing';
import type { PageId } from '../../shared/base/ids.ts';
import { PAGE_SIZE, pagesOf } from '../../shared/board/board.ts';
import { fitted, zoomed } from '../stage/camera.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { newId } from '../state/newId.ts';
import { selectionBox } from '../tools/selectTool.ts';
import { always, type Action } from './action.ts';

const SOFT_MS = 200;
const STEP = 1.25;

function zoom(desk: DeskSession, factor: number): void {
  const { w, h } = desk.canvas.windowPx();
  desk.canvas.camera.glide(zoomed(desk.canvas.camera.get(), factor, { x: w / 2, y: h / 2 }), SOFT_MS / 2);
}

function turnPage(desk: DeskSession, by: number): void {
  const pages = pagesOf(desk.store.get().board);
  const at = pages.findIndex(({ id }) => id === desk.desk.getState().page);
  const next = pages[at + by];
  if (next) desk.desk.setState({ page: next.id });
}

/** Adds an empty page after the one in view. */
export function addPage(desk: DeskSession): void {
  const pages = pagesOf(desk.store.get().board);
  const at = pages.findIndex(({ id }) => id === desk.desk.getState().page);
  const order = generateKeyBetween(pages[at]?.order ?? null, pages[at + 1]?.order ?? null);
  const page = { id: newId<PageId>(), title: '', order, size: pages[at]?.size ?? PAGE_SIZE, step: '' };
  if (desk.store.do({ type: 'page.put', page })) desk.desk.setState({ page: page.id });
}

/** Where the desk looks, and which page. */
export const viewActions: readonly Action[] = [
  { id: 'view.fit', label: 'actions.view.fit', shortcuts: [{ key: '0', mod: true }], enabled: always, run: (desk) => desk.fit(SOFT_MS) },
  { id: 'view.zoomIn', label: 'actions.view.zoomIn', shortcuts: [{ key: '+', mod: true }, { key: '=', mod: true }], enabled: always, run: (desk) => zoom(desk, STEP) },
  { id: 'view.zoomOut', label: 'actions.view.zoomOut', shortcuts: [{ key: '-', mod: true }], enabled: always, run: (desk) => zoom(desk, 1 / STEP) },
  { id: 'view.actual', label: 'actions.view.actual', shortcuts: [{ key: '1', mod: true }], enabled: always, run: (desk) => zoom(desk, 1 / desk.canvas.camera.get().scale) },
  {
    id: 'view.selection', label: 'actions.view.selection', shortcuts: [{ key: '2', mod: true }], enabled: (desk) => desk.desk.getState().selection.length > 0,
    run(desk) {
      const box = selectionBox(desk.desk.getState().selection, desk.store.get());
      if (box) desk.canvas.camera.glide(fitted({ x: box.x - 20, y: box.y - 20, w: box.w + 40, h: box.h + 40 }, desk.canvas.windowPx(), desk.insets()), SOFT_MS);
    },
  },
  { id: 'page.add', label: 'actions.page.add', shortcuts: [], enabled: always, run: addPage },
  { id: 'page.next', label: 'actions.page.next', shortcuts: [{ key: 'pagedown' }], enabled: always, run: (desk) => turnPage(desk, 1) },
  { id: 'page.previous', label: 'actions.page.previous', shortcuts: [{ key: 'pageup' }], enabled: always, run: (desk) => turnPage(desk, -1) },
  {
    id: 'page.remove', label: 'actions.page.remove', shortcuts: [], enabled: (desk) => pagesOf(desk.store.get().board).length > 1,
    run: (desk) => void desk.store.do({ type: 'page.remove', id: desk.desk.getState().page }),
  },
];
