import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { markOf } from '../../../shared/board/buckets.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import { planRename } from '../../../shared/harvest/catchWord.ts';
import { FACES, FACES_OF_HAND } from '../../../shared/paint/faces.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { toScreen } from '../../stage/camera.ts';
import type { Writing } from '../../state/deskStore.ts';
import { useWords } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';
import { cardOf } from './placeWaiting.ts';
import { roomOfPage } from './roomOfPage.ts';
import styles from './WritingField.module.css';

/** Changes the word of a card where it stands. How large it becomes, and where it finds room, is the harvest's business. */
export function CardField({ desk, writing }: { readonly desk: DeskSession; readonly writing: Writing }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [card] = useState(() => {
    const mark = writing.mark === null ? undefined : markOf(desk.store.get().board, writing.mark);
    return mark?.kind === 'card' ? mark : null;
  });
  const [text, setText] = useState(card?.text ?? '');
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  const done = useRef(false);
  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  useEffect(() => {
    if (!card) {
      desk.desk.setState({ writing: null });
      return undefined;
    }
    desk.canvas.hide([card.id]);
    field.current?.focus();
    field.current?.select();
    return () => desk.canvas.hide([]);
  }, [desk, card]);
  if (!card) return null;

  const finish = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    const tidy = text.replace(/\s+/g, ' ').trim();
    if (keep) {
      desk.store.do(({ board }) => {
        const mark = cardOf(desk, card.id);
        return mark && mark.text !== tidy ? planRename(board, mark, tidy, desk.measure, roomOfPage(desk, mark.id)) : null;
      });
    }
    desk.desk.setState({ writing: null });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      finish(true);
    } else if (event.key === 'Escape') finish(text !== '');
  };
  const px = toScreen(camera, markBox(card, desk.store.get()));
  return (
    <textarea
      ref={field}
      className={styles['field']}
      aria-label={t('tools.text')}
      value={text}
      rows={1}
      cols={Math.max(4, text.length + 1)}
      spellCheck
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      style={{ left: px.x, top: px.y, color: hexOf(card.color), fontSize: card.sizeUnits * camera.scale, fontFamily: `"${FACES[FACES_OF_HAND.kop[0] ?? 'CaveatBrush'].family}"` }}
    />
  );
}
