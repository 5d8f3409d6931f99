import type { MarkId } from '../../shared/base/ids.ts';
import { markOf, marksOnPage } from '../../shared/board/buckets.ts';
import type { ImageMark, LayerName, Mark } from '../../shared/board/marks.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { chooseImageFile } from '../host/chooseImageFile.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { putImage } from '../screens/board/putImage.ts';
import { namedMarks } from '../state/namedMarks.ts';
import { withPictures } from '../tools/selectTool.ts';
import { always, type Action } from './action.ts';

/** How much a picture to trace covers at first: pale enough for a line to stand out on it. */
export const TRACING_OPACITY = 0.28;

/** How much of the sheet's width or height a picture to trace takes. */
const SHEET_SHARE = 0.9;

const marksOf = (desk: DeskSession, ids: readonly MarkId[]): readonly Mark[] => namedMarks(ids, desk.store.get().board);
const selected = (desk: DeskSession): readonly Mark[] => marksOf(desk, withPictures(desk.desk.getState().selection, desk.store.get()));

/** The pictures that lie on the tracing layer of the page in view. */
export function tracedOn(desk: DeskSession): readonly ImageMark[] {
  const page = marksOnPage(desk.store.get().board, desk.desk.getState().page);
  return page.flatMap((mark) => (mark.kind === 'image' && mark.layer === 'tracing' ? [mark] : []));
}

/** Changes how a layer is shown or held. What lies on it is let go of when it is held again. */
export function setLayer(desk: DeskSession, name: LayerName, part: { readonly locked?: boolean; readonly visible?: boolean; readonly inRoom?: boolean }): void {
  const layer = { ...desk.store.get().board.layers[name], ...part };
  if (!desk.store.do({ type: 'layer.set', name, layer }) || (!layer.locked && layer.visible)) return;
  const { selection } = desk.desk.getState();
  desk.desk.setState({ selection: selection.filter((id) => markOf(desk.store.get().board, id)?.layer !== name) });
}

/** Puts what is chosen on another layer; a picture that was to be traced covers wholly again elsewhere. */
function moveTo(desk: DeskSession, layer: LayerName, marks = selected(desk)): void {
  const moved = marks.filter((mark) => mark.layer !== layer);
  if (moved.length === 0) return;
  const pale = moved.some((mark) => mark.kind === 'image' && (layer === 'tracing') !== (mark.layer === 'tracing'));
  const looked = (mark: Mark): Mark => {
    if (mark.kind !== 'image') return { ...mark, layer, locked: false };
    const { opacity: _, ...rest } = mark;
    return { ...rest, layer, locked: false, ...(layer === 'tracing' ? { opacity: TRACING_OPACITY } : {}) };
  };
  const done = pale
    ? desk.store.do({ type: 'marks.put', what: 'edit', marks: moved.map(looked) })
    : desk.store.do({ type: 'marks.arrange', arrangements: Object.fromEntries(moved.map(({ id }) => [id, { layer, locked: false }])) });
  if (done && desk.store.get().board.layers[layer].locked) desk.desk.setState({ selection: [], inside: null });
}

/** Asks for a picture and lays it pale below everything, as large as the sheet takes it; the one before it goes. */
export async function chooseTracing(desk: DeskSession): Promise<void> {
  const file = await chooseImageFile();
  if (!file) return;
  const { tracing } = desk.store.get().board.layers;
  const before = tracedOn(desk).map(({ id }) => id);
  const put = await putImage(desk, file, (pixels, page) => {
    const scale = Math.min((page.w * SHEET_SHARE) / pixels.w, (page.h * SHEET_SHARE) / pixels.h);
    const w = pixels.w * scale, h = pixels.h * scale;
    return { layer: 'tracing', opacity: TRACING_OPACITY, w, h, matrix: translation((page.w - w) / 2, (page.h - h) / 2) };
  }, before);
  if (put && !tracing.visible) setLayer(desk, 'tracing', { visible: true });
}

const hasOther = (desk: DeskSession, layer: LayerName): boolean => selected(desk).some((mark) => mark.layer !== layer);

/** What was prepared before the meeting, and what lies below everything to be traced. */
export const layerActions: readonly Action[] = [
  { id: 'layer.toPrepared', label: 'actions.layer.toPrepared', shortcuts: [], enabled: (desk) => hasOther(desk, 'prepared'), run: (desk) => moveTo(desk, 'prepared') },
  { id: 'layer.toHarvest', label: 'actions.layer.toHarvest', shortcuts: [], enabled: (desk) => hasOther(desk, 'harvest'), run: (desk) => moveTo(desk, 'harvest') },
  {
    id: 'layer.prepared', label: 'actions.layer.prepared', shortcuts: [], enabled: always,
    run: (desk) => setLayer(desk, 'prepared', { locked: !desk.store.get().board.layers.prepared.locked }),
  },
  {
    id: 'layer.tracing', label: 'actions.layer.tracing', shortcuts: [], enabled: always,
    run: (desk) => setLayer(desk, 'tracing', { visible: !desk.store.get().board.layers.tracing.visible }),
  },
  { id: 'trace.choose', label: 'actions.trace.choose', shortcuts: [], enabled: always, run: (desk) => void chooseTracing(desk) },
  {
    id: 'trace.selection', label: 'actions.trace.selection', shortcuts: [], enabled: (desk) => selected(desk).some((mark) => mark.kind === 'image' && mark.layer !== 'tracing'),
    run: (desk) => moveTo(desk, 'tracing', selected(desk).filter(({ kind }) => kind === 'image')),
  },
  {
    id: 'trace.remove', label: 'actions.trace.remove', shortcuts: [], enabled: (desk) => tracedOn(desk).length > 0,
    run: (desk) => void desk.store.do({ type: 'marks.remove', ids: tracedOn(desk).map(({ id }) => id) }),
  },
];
