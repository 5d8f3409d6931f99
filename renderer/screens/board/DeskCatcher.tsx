import { useCallback } from 'react';
import { useStore } from 'zustand';
import { tablesOf } from '../../../shared/board/board.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import { previewCatch } from '../../../shared/harvest/catchWord.ts';
import { catchWord } from '../../actions/harvestActions.ts';
import { closeSearch } from '../../actions/searchActions.ts';
import { WordCatcher, type CatchRole } from '../../panels/catcher/WordCatcher.tsx';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** Wires the word catcher to the board. */
export function DeskCatcher({ desk }: { readonly desk: DeskSession }) {
  const { board } = useBoard(desk.store);
  const table = useStore(desk.desk, (state) => state.table);
  const role = useStore(desk.desk, (state) => state.role);
  const complete = (text: string, of: CatchRole): string | null => {
    const start = text.toLocaleLowerCase(board.locale);
    for (const mark of marksOfKind(board, 'card')) if (mark.role === of && mark.text.toLocaleLowerCase(board.locale).startsWith(start)) return text + mark.text.slice(text.length);
    return null;
  };
  const hold = useCallback((input: HTMLInputElement | null) => {
    desk.setFocusCatcher(() => {
      if (desk.desk.getState().search === null) return input?.focus();
      // The catcher stands where the search is: that goes first, and the desk stays where it led.
      closeSearch(desk, false);
      requestAnimationFrame(() => input?.focus());
    });
  }, [desk]);
  return (
    <WordCatcher
      tables={tablesOf(board)}
      table={table}
      onTable={(next) => desk.desk.setState({ table: next })}
      role={role}
      onRole={(next) => desk.desk.setState({ role: next })}
      complete={complete}
      preview={(text, of) => {
        const preview = previewCatch(board, of, text);
        return preview?.kind === 'grows' ? { kind: 'grows', word: preview.card.text, count: preview.times, spelledAlike: preview.card.text.toLocaleLowerCase(board.locale) === text.toLocaleLowerCase(board.locale) } : { kind: 'new' };
      }}
      onCatch={(text, apart) => catchWord(desk, text, role, apart)}
      fieldRef={hold}
    />
  );
}
