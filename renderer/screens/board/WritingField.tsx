import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { markOf } from '../../../shared/board/buckets.ts';
import { layLines, type Hand } from '../../../shared/board/lettering.ts';
import type { ShapeMark, TextMark } from '../../../shared/board/marks.ts';
import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { PLAIN_TEXT } from '../../../shared/board/plainMarks.ts';
import { decompose, translation } from '../../../shared/geometry/matrix.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import { planRename } from '../../../shared/harvest/catchWord.ts';
import { FACES, FACES_OF_HAND } from '../../../shared/paint/faces.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { toScreen } from '../../stage/camera.ts';
import type { Writing } from '../../state/deskStore.ts';
import { useWords } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';
import { roomOfPage } from './roomOfPage.ts';
import styles from './WritingField.module.css';

/** Height of new lettering, board units. */
const TEXT_UNITS = 36;
/** Lettering in forms keeps this far from their line, share of the width. */
const SHAPE_MARGIN = 0.12;

type Lettered = { readonly text: string; readonly hand: Hand; readonly sizeUnits: number; readonly color: InkColor; readonly at: Point; readonly middle: boolean };

function letteredOf(desk: DeskSession, writing: Writing): Lettered | null {
  const view = desk.store.get();
  if (writing.mark === null) return { text: '', hand: 'kop', sizeUnits: TEXT_UNITS, color: desk.desk.getState().style.color, at: { x: writing.at.x, y: writing.at.y - TEXT_UNITS * 0.6 }, middle: false };
  const mark = markOf(view.board, writing.mark);
  if (!mark) return null;
  const box = markBox(mark, view);
  switch (mark.kind) {
    case 'text': return { text: mark.text, hand: mark.hand, sizeUnits: mark.sizeUnits * Math.abs(decompose(mark.matrix).sy), color: mark.color, at: { x: box.x, y: box.y }, middle: false };
    case 'card': return { text: mark.text, hand: 'kop', sizeUnits: mark.sizeUnits, color: mark.color, at: { x: box.x, y: box.y }, middle: false };
    case 'shape': {
      const heading = mark.form === 'frame';
      return { text: mark.text, hand: mark.hand, sizeUnits: mark.textSizeUnits, color: 'ink', at: heading ? { x: box.x + 32, y: box.y - mark.textSizeUnits * 0.6 } : { x: box.x + box.w / 2, y: box.y + box.h / 2 - mark.textSizeUnits * 0.6 }, middle: !heading };
    }
    default: return null;
  }
}

/** Puts what was written on the board as one command; empty new lettering leaves nothing. */
function commit(desk: DeskSession, writing: Writing, text: string): void {
  const { store, measure, context } = desk;
  const tidy = text.replace(/[ \t]+/g, ' ').trim();
  if (writing.mark === null) {
    if (tidy === '') return;
    const mark: TextMark = {
      kind: 'text', id: context.newMarkId(), page: context.page(), layer: 'harvest', order: context.topOrder(), locked: false,
      matrix: translation(writing.at.x, writing.at.y - TEXT_UNITS * 0.6), text: tidy, lines: layLines(tidy, 'kop', measure), hand: 'kop',
      sizeUnits: TEXT_UNITS, color: context.style().color, align: 'left', heading: false, ...PLAIN_TEXT,
    };
    if (store.do({ type: 'marks.put', what: 'write', marks: [mark] })) context.keep(mark);
    return;
  }
  const mark = markOf(store.get().board, writing.mark);
  if (!mark || !('text' in mark) || mark.text === tidy) return;
  if (mark.kind === 'card') {
    const command = planRename(store.get().board, mark, tidy, measure, roomOfPage(desk, mark.id));
    if (command) store.do(command);
  } else if (mark.kind === 'text') {
    if (tidy === '') store.do({ type: 'marks.remove', ids: [mark.id] });
    else store.do({ type: 'marks.put', what: 'edit', marks: [{ ...mark, text: tidy, lines: layLines(tidy, mark.hand, measure) }] });
  } else store.do({ type: 'marks.put', what: 'edit', marks: [{ ...mark, text: tidy, lines: linesInShape(mark, tidy, desk) }] });
}

/** Lettering of a form is broken to its width; a heading on a frame stays on one line. */
function linesInShape(mark: ShapeMark, text: string, { measure }: DeskSession): ShapeMark['lines'] {
  if (text === '') return [];
  const width = mark.w * Math.abs(decompose(mark.matrix).sx) * (1 - 2 * SHAPE_MARGIN);
  return layLines(text, mark.hand, measure, mark.form === 'frame' ? Infinity : width / mark.textSizeUnits);
}

/** The lettering editor: writes right on the board, in the hand and size in which it will stand there. */
export function WritingField({ desk }: { readonly desk: DeskSession }) {
  const writing = useStore(desk.desk, (state) => state.writing);
  if (!writing) return null;
  return <OpenField key={writing.mark ?? `${writing.at.x},${writing.at.y}`} desk={desk} writing={writing} />;
}

function OpenField({ desk, writing }: { readonly desk: DeskSession; readonly writing: Writing }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [lettered] = useState(() => letteredOf(desk, writing));
  const [text, setText] = useState(lettered?.text ?? '');
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  const done = useRef(false);
  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  useEffect(() => {
    if (writing.mark !== null) desk.canvas.hide([writing.mark]);
    field.current?.focus();
    field.current?.select();
    return () => desk.canvas.hide([]);
  }, [desk, writing]);
  if (!lettered) return null;

  const finish = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    if (keep) commit(desk, writing, text);
    desk.desk.setState({ writing: null });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      finish(true);
    } else if (event.key === 'Escape') finish(text !== '');
  };
  const px = toScreen(camera, lettered.at);
  const rows = text.split('\n');
  return (
    <textarea
      ref={field}
      className={styles['field']}
      aria-label={t('tools.text')}
      value={text}
      rows={rows.length}
      cols={Math.max(4, ...rows.map((row) => row.length + 1))}
      spellCheck
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      style={{
        left: px.x, top: px.y, color: hexOf(lettered.color), fontSize: lettered.sizeUnits * camera.scale,
        fontFamily: `"${FACES[FACES_OF_HAND[lettered.hand][0] ?? 'PatrickHand'].family}"`, transform: lettered.middle ? 'translateX(-50%)' : undefined, textAlign: lettered.middle ? 'center' : 'left',
      }}
    />
  );
}
