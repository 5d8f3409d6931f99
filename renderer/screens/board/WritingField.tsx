import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { caretPlace, placeNear, type Shown } from '../../../shared/board/caretPlace.ts';
import { asList, counted, enterInList, hasList, listAt, nestInList, type ListKind, type TextEdit } from '../../../shared/board/listText.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import { writtenLines, type WrittenLines, type WrittenMark } from '../../../shared/scene/writtenMark.ts';
import { boardFonts } from '../../stage/boardFonts.ts';
import { toScreen, type CameraView } from '../../stage/camera.ts';
import type { Writing } from '../../state/deskStore.ts';
import { newId } from '../../state/newId.ts';
import { useWords } from '../../words.ts';
import { CardField } from './CardField.tsx';
import type { LetteringLooks } from '../../tools/tool.ts';
import type { DeskSession } from './deskSession.ts';
import { DraftPicture } from './DraftPicture.tsx';
import { commitDraft, draftOf, looksOf, withText } from './writingDraft.ts';
import styles from './WritingField.module.css';

/** The lettering editor: writes right on the board, in the hand and size in which it will stand there. */
export function WritingField({ desk }: { readonly desk: DeskSession }) {
  const writing = useStore(desk.desk, (state) => state.writing);
  if (!writing) return null;
  return <OpenField key={writing.mark ?? `${writing.at.x},${writing.at.y}`} desk={desk} writing={writing} />;
}

function OpenField({ desk, writing }: { readonly desk: DeskSession; readonly writing: Writing }) {
  const [mark] = useState(() => draftOf(desk, writing, newId()));
  return mark ? <DraftField desk={desk} writing={writing} mark={mark} /> : <CardField desk={desk} writing={writing} />;
}

/** Above and below its baseline a caret reaches this far, in ems. */
const CARET_UP_EM = 0.8;
const CARET_EM = 1.02;

/** Where a caret stands in the window, and a bar over letters begins. */
const caretStyle = (lines: WrittenLines, camera: CameraView, line: number, xEm: number): CSSProperties => {
  const foot = lines.at(line, xEm);
  const px = toScreen(camera, foot);
  const sizePx = lines.sizeUnits * camera.scale;
  return { left: px.x, top: px.y - CARET_UP_EM * sizePx, height: CARET_EM * sizePx, transformOrigin: `0 ${CARET_UP_EM * sizePx}px`, transform: `rotate(${foot.turn}rad)` };
};

/** What is chosen of each line, as bars over its letters. */
function chosenBars(lines: WrittenLines, camera: CameraView, from: number, to: number, shown: Shown): readonly CSSProperties[] {
  return lines.laid.flatMap((laid, i): CSSProperties[] => {
    if (from === to || laid.end < from || laid.start > to) return [];
    const a = caretPlace(lines.laid, Math.max(from, laid.start), shown), b = caretPlace(lines.laid, Math.min(to, laid.end), shown);
    if (a.line !== i || b.line !== i || a.xEm === b.xEm) return [];
    const left = Math.min(a.xEm, b.xEm);
    return [{ ...caretStyle(lines, camera, i, left), width: Math.abs(b.xEm - a.xEm) * lines.sizeUnits * camera.scale }];
  });
}

/** The place in the text that lies nearest to a point of the page. */
function placeAt(lines: WrittenLines, at: Point, shown: Shown): number {
  let best = { far: Infinity, place: 0 };
  lines.laid.forEach((laid, i) => {
    const start = lines.at(i, 0), end = lines.at(i, Math.max(laid.line.widthEm, 0.01));
    const turn = Math.atan2(end.y - start.y, end.x - start.x);
    const dx = at.x - start.x, dy = at.y - start.y;
    const far = Math.abs(dy * Math.cos(turn) - dx * Math.sin(turn) + 0.3 * lines.sizeUnits);
    if (far < best.far) best = { far, place: placeNear(laid, (dx * Math.cos(turn) + dy * Math.sin(turn)) / lines.sizeUnits, shown) };
  });
  return best.place;
}

/** A line up or down from a place, as near as can be below where the caret stands now; null past the first and last line. */
function lineFrom(lines: WrittenLines, place: number, step: number, shown: Shown): number | null {
  const { line, xEm } = caretPlace(lines.laid, place, shown);
  const other = lines.laid[line + step];
  if (!other) return null;
  const here = lines.at(line, xEm), start = lines.at(line + step, 0);
  const along = (here.x - start.x) * Math.cos(start.turn) + (here.y - start.y) * Math.sin(start.turn);
  return placeNear(other, along / lines.sizeUnits, shown);
}

type Chosen = TextEdit & { readonly backward: boolean };

/** All that is there already is chosen; new lettering begins as the list that was asked for. */
function firstEdit(desk: DeskSession, mark: WrittenMark): Chosen {
  const text = mark.text.normalize('NFC');
  const { nextList } = desk.desk.getState();
  return { ...(text === '' && mark.kind === 'text' && nextList ? asList({ text, from: 0, to: 0 }, nextList) : { text, from: 0, to: text.length }), backward: false };
}

function DraftField({ desk, writing, mark }: { readonly desk: DeskSession; readonly writing: Writing; readonly mark: WrittenMark }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [edit, setEdit] = useState<Chosen>(() => firstEdit(desk, mark));
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  const [anchor, setAnchor] = useState(0);
  const done = useRef(false);
  const looks: LetteringLooks = useStore(desk.desk, (state) => state.writingLooks) ?? looksOf(mark);
  const color = useStore(desk.desk, (state) => state.style.color);
  const coloured = useMemo(() => (writing.mark === null && mark.kind === 'text' ? { ...mark, color } : mark), [writing, mark, color]);
  // Letters of other scripts are measured once more when their face has come.
  const [measuring, setMeasuring] = useState(desk);
  useEffect(() => boardFonts().onMore(() => setMeasuring({ ...desk })), [desk]);
  const draft = useMemo(() => withText(measuring, coloured, edit.text, looks), [measuring, coloured, edit.text, looks]);
  const lines = useMemo(() => writtenLines(draft, measuring.measure), [draft, measuring]);
  const shown: Shown = { text: edit.text, hand: draft.hand, caps: draft.caps, measure: desk.measure };

  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  useEffect(() => {
    desk.desk.setState({ writingLooks: looksOf(mark) });
    if (writing.mark !== null) desk.canvas.hide([writing.mark]);
    field.current?.focus();
    return () => desk.canvas.hide([]);
  }, [desk, writing, mark]);
  const kind = listAt(edit);
  useEffect(() => {
    const take = (next: ListKind | null): void => setEdit((now) => ({ ...asList(now, next), backward: false }));
    desk.desk.setState({ writingList: { kind, take }, nextList: null });
    return () => desk.desk.setState({ writingList: null });
  }, [desk, kind]);
  const chosen = useRef(edit);
  // The field keeps the text and the choice; what is seen of both is painted beside it.
  useLayoutEffect(() => {
    const element = field.current;
    chosen.current = edit;
    if (element && (element.selectionStart !== edit.from || element.selectionEnd !== edit.to)) element.setSelectionRange(edit.from, edit.to, edit.backward ? 'backward' : 'forward');
  }, [edit]);

  const finish = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    if (keep) commitDraft(desk, writing, coloured, edit.text, looks);
    desk.desk.setState({ writing: null, writingLooks: null });
  };
  const apply = (next: TextEdit | null): boolean => {
    if (next) setEdit({ ...next, backward: false });
    return next !== null;
  };
  const caret = edit.backward ? edit.from : edit.to;
  const move = (place: number, extend: boolean): void => {
    const fixed = extend ? (edit.backward ? edit.to : edit.from) : place;
    setEdit({ ...edit, from: Math.min(place, fixed), to: Math.max(place, fixed), backward: place < fixed });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const upDown = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const isHandled = (): boolean => {
      if (event.key === 'Enter' && !event.shiftKey) {
        if (event.ctrlKey || event.metaKey || !apply(enterInList(edit))) {
          finish(true);
          // The next Enter is for the word catcher again.
          desk.desk.setState({ selection: [] });
        }
        return true;
      }
      if (event.key === 'Tab') return apply(nestInList(edit, !event.shiftKey));
      if (upDown === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
      const place = lineFrom(lines, caret, upDown, shown);
      if (place !== null) move(place, event.shiftKey);
      return place !== null;
    };
    if (isHandled()) event.preventDefault();
    else if (event.key === 'Escape') finish(edit.text !== '');
  };
  /** The caret stands where it stood: some browsers put it before the first letter of a field that was left. */
  const backToField = (): void => {
    const { from, to } = chosen.current;
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  const onBlur = (event: FocusEvent): void => {
    // What is chosen in the tray is for the lettering that is being written, which goes on.
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-lettering]')) requestAnimationFrame(backToField);
    else finish(true);
  };
  const onPoint = (at: Point, first: boolean, extend: boolean): void => {
    const place = placeAt(lines, at, shown);
    if (first && !extend) {
      setAnchor(place);
      move(place, false);
    } else setEdit({ ...edit, from: Math.min(anchor, place), to: Math.max(anchor, place), backward: place < anchor });
  };
  const stands = caretPlace(lines.laid, caret, shown);
  const at = caretStyle(lines, camera, stands.line, stands.xEm);
  return (
    <>
      <DraftPicture desk={desk} draft={draft} camera={camera} onPoint={onPoint} />
      {chosenBars(lines, camera, edit.from, edit.to, shown).map((style, i) => <div key={i} className={styles['chosen']} style={style} aria-hidden="true" />)}
      <div key={`${edit.text} ${caret}`} className={styles['caret']} style={{ ...at, background: hexOf('rood') }} aria-hidden="true" />
      <textarea
        ref={field}
        className={styles['keys']}
        aria-label={t('tools.text')}
        value={edit.text}
        spellCheck
        onChange={({ currentTarget: { value, selectionEnd }, nativeEvent }) => {
          const composing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true;
          setEdit({ ...(hasList(value) && !composing ? counted(value, selectionEnd) : { text: value, from: selectionEnd, to: selectionEnd }), backward: false });
        }}
        onSelect={({ currentTarget: { selectionStart, selectionEnd, selectionDirection, value } }) => {
          setEdit((before) => (before.text !== value || (before.from === selectionStart && before.to === selectionEnd) ? before : { text: value, from: selectionStart, to: selectionEnd, backward: selectionDirection === 'backward' }));
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        style={{ left: at.left, top: at.top, height: at.height, fontSize: lines.sizeUnits * camera.scale }}
      />
    </>
  );
}
