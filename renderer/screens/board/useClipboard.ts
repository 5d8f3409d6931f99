import { useEffect } from 'react';
import type { AssetId, InkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { NewInks } from '../../../shared/board/commands.ts';
import type { Mark, TextMark } from '../../../shared/board/marks.ts';
import { PLAIN_TEXT } from '../../../shared/board/plainMarks.ts';
import { relettered } from '../../../shared/scene/writtenMark.ts';
import type { AssetData } from '../../../shared/contract/boards.ts';
import { translation } from '../../../shared/geometry/matrix.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { copiesOf } from '../../actions/editActions.ts';
import { editsText } from '../../keys/nativeEditing.ts';
import { newId } from '../../state/newId.ts';
import { toBoard } from '../../stage/camera.ts';
import { withPictures } from '../../tools/selectTool.ts';
import type { Clip } from './clip.ts';
import type { DeskSession } from './deskSession.ts';
import { putImage } from './putImage.ts';
import { isBoardAway } from './sidePanel.ts';

/** Marks on the clipboard, for this app only. */
const CLIP_TYPE = 'application/x-droomdoek-marks+json';
/** A pasted copy on the same page lies this far off, board units. */
const PASTE_OFFSET = 24;
/** A pasted picture is at most this wide, share of the page. */
const IMAGE_SHARE = 0.4;

/** The selection with its ink, still without its pictures; of what was rubbed just now only what is left. */
export function selectedClip(desk: DeskSession): Clip {
  desk.context.afterwork.finish();
  const view = desk.store.get();
  const marks = withPictures(desk.desk.getState().selection, view).flatMap((id) => markOf(view.board, id) ?? []);
  const inks: Record<InkId, string> = {};
  for (const mark of marks) {
    const ink = mark.kind === 'stroke' ? view.inks.get(mark.ink) : undefined;
    if (mark.kind === 'stroke' && ink) inks[mark.ink] = encodeInk(ink);
  }
  return { board: desk.store.id, marks, inks, assets: [] };
}

async function withAssets(desk: DeskSession, clip: Clip): Promise<Clip> {
  const assets: AssetData[] = [];
  for (const mark of clip.marks) {
    if (mark.kind !== 'image') continue;
    const asset = await desk.host.call('assets.get', { board: clip.board, asset: mark.asset });
    if (asset.ok) assets.push(asset.value);
  }
  return { ...clip, assets };
}

/** The last copy; the clipboard event cannot wait for pictures, so it carries marks and ink, and pictures stay here. */
let copied: Clip | null = null;

function copy(desk: DeskSession, event: ClipboardEvent): boolean {
  const clip = selectedClip(desk);
  if (clip.marks.length === 0 || !event.clipboardData) return false;
  event.clipboardData.setData(CLIP_TYPE, JSON.stringify(clip));
  event.clipboardData.setData('text/plain', clip.marks.flatMap((mark) => ('text' in mark && mark.text !== '' ? [mark.text] : [])).join('\n'));
  event.preventDefault();
  void withAssets(desk, clip).then((whole) => { copied = whole; });
  return true;
}

async function pasteMarks(desk: DeskSession, clip: Clip): Promise<void> {
  const assets = new Map<AssetId, AssetId>();
  if (clip.board !== desk.store.id) {
    // Another window's copy brings no pictures, and what was copied here before is not what is pasted now.
    const own = copied !== null && copied.marks.every(({ id }, i) => clip.marks[i]?.id === id) && copied.marks.length === clip.marks.length;
    for (const asset of own ? (copied?.assets ?? []) : clip.assets) {
      const put = await desk.host.call('assets.put', { board: desk.store.id, mime: asset.mime, base64: asset.base64 });
      if (put.ok) assets.set(asset.asset, put.value.asset);
    }
  }
  const inks: Record<InkId, string> = {};
  const copies = copiesOf(clip.marks, desk, clip.board === desk.store.id ? PASTE_OFFSET : 0).map((mark): Mark => {
    if (mark.kind === 'image') return { ...mark, asset: assets.get(mark.asset) ?? mark.asset };
    if (mark.kind !== 'stroke') return mark;
    const ink = newId<InkId>();
    inks[ink] = clip.inks[mark.ink] ?? '';
    return { ...mark, ink };
  });
  if (desk.store.do({ type: 'marks.put', what: 'paste', marks: copies, inks: inks as NewInks })) desk.desk.setState({ tool: 'select', selection: copies.map(({ id }) => id) });
}

/** The middle of what the window shows. */
function middle(desk: DeskSession): { x: number; y: number } {
  const { w, h } = desk.canvas.windowPx();
  const { left, right, top, bottom } = desk.insets();
  return toBoard(desk.canvas.camera.get(), { x: left + (w - left - right) / 2, y: top + (h - top - bottom) / 2 });
}

function pasteText(desk: DeskSession, text: string): void {
  const tidy = text.replace(/\r\n?/g, '\n').trim().slice(0, 4000);
  if (tidy === '') return;
  const at = middle(desk);
  const mark: TextMark = {
    kind: 'text', id: desk.context.newMarkId(), page: desk.context.page(), layer: 'harvest', order: desk.context.topOrder(), locked: false,
    matrix: translation(at.x - 200, at.y), text: tidy, lines: [], hand: 'hand', sizeUnits: 26, color: 'ink', align: 'left', heading: false, ...PLAIN_TEXT, breakUnits: 468,
  };
  if (desk.store.do({ type: 'marks.put', what: 'paste', marks: [relettered(mark, {}, desk.measure)] })) desk.desk.setState({ tool: 'select', selection: [mark.id] });
}

/** Puts a picture on the board at a place of the page, as large as its pixels or two fifths of the sheet. */
async function placeImage(desk: DeskSession, file: File, at = middle(desk)): Promise<void> {
  const mark = await putImage(desk, file, (pixels, page) => {
    const w = Math.min(pixels.w, page.w * IMAGE_SHARE);
    const h = (w * pixels.h) / pixels.w;
    return { layer: 'harvest', w, h, matrix: translation(at.x - w / 2, at.y - h / 2) };
  });
  if (mark) desk.desk.setState({ tool: 'select', selection: [mark.id] });
}

/** What lies on the clipboard: marks as text, a picture, text. */
type Pasted = { readonly marks: string; readonly image: File | null; readonly text: string };

/** Puts the best of it on the board. What checks marks from outside is fetched when there are some. */
async function paste(desk: DeskSession, { marks, image, text }: Pasted): Promise<void> {
  const clip = marks === '' ? null : (await import('./clip.ts')).readClip(marks);
  if (clip) await pasteMarks(desk, clip);
  else if (image) await placeImage(desk, image);
  else pasteText(desk, text);
}

/** Cut, copy and paste of marks within and between boards, and of text and pictures from outside; also what is dropped. */
export function useClipboard(desk: DeskSession): void {
  useEffect(() => {
    /** Whoever signs, exports or looks at the time-lapse does not see the board: nothing is done to it. */
    const isAway = (): boolean => isBoardAway(desk.desk.getState());
    const isNotOurs = (): boolean => isAway() || editsText(document);
    const onCopy = (event: ClipboardEvent): void => { if (!isNotOurs()) copy(desk, event); };
    const onCut = (event: ClipboardEvent): void => {
      if (isNotOurs() || !copy(desk, event)) return;
      desk.store.do({ type: 'marks.remove', ids: desk.desk.getState().selection });
      desk.desk.setState({ selection: [] });
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isNotOurs() || !event.clipboardData) return;
      event.preventDefault();
      // The event's data are gone when it has been told.
      const { clipboardData } = event;
      const image = [...clipboardData.files].find((file) => file.type.startsWith('image/')) ?? null;
      void paste(desk, { marks: clipboardData.getData(CLIP_TYPE), image, text: clipboardData.getData('text/plain') });
    };
    const onDragOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      if (isAway()) return;
      const image = [...(event.dataTransfer?.files ?? [])].find((file) => file.type.startsWith('image/'));
      if (image) void placeImage(desk, image, toBoard(desk.canvas.camera.get(), { x: event.clientX, y: event.clientY }));
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
    };
  }, [desk]);
}
