import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MarkId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board } from '../../../shared/board/board.ts';
import type { findMarks, Hit } from '../../../shared/outline/findMarks.ts';
import { closeSearch, showHit } from '../../actions/searchActions.ts';
import { SearchBar } from '../../panels/search/SearchBar.tsx';
import { useWords, type Say } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** The sheet moves only when the hand rests a moment, not with every letter. */
const REST_MS = 220;

/** What a hit is and where: "verbinding · kenmerk · blad 2". */
function saidOf(t: Say, board: Board, hit: Hit): string {
  const pages = pagesOf(board);
  const number = pages.findIndex(({ id }) => id === hit.page) + 1;
  const title = pages[number - 1]?.title ?? '';
  const place = t('desk.page', { number });
  const where = hit.waits ? t('search.waits') : title === '' ? place : `${place}, ${title}`;
  return `${hit.text} · ${t(`search.kind.${hit.kind}`)} · ${where}`;
}

/** Wires the search: keeps the hits in step with the board, and shows one of them. */
export function DeskSearch({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const view = useBoard(desk.store);
  const asked = useStore(desk.desk, (state) => state.search?.asked ?? 0);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<MarkId | null>(null);
  const field = useRef<HTMLInputElement | null>(null);
  const [find, setFind] = useState<typeof findMarks | null>(null);
  // The field is there at once; what searches comes after it.
  useEffect(() => { void import('../../../shared/outline/findMarks.ts').then((finder) => setFind(() => finder.findMarks)); }, []);
  const hits = useMemo(() => find?.(view, query) ?? [], [find, view, query]);
  // The hit that is shown stays while others come and go; the first is the next one on the page in view.
  const kept = hits.findIndex(({ mark }) => mark === current);
  const { page } = desk.desk.getState();
  const at = kept >= 0 ? kept : Math.max(0, hits.findIndex((hit) => hit.page === page && !hit.waits));
  const hit = hits[at];

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  // Only another hit moves the sheet: a change of the board beside it does not.
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (!hit) desk.desk.setState({ found: null });
      else if (hit.mark !== current) {
        setCurrent(hit.mark);
        showHit(desk, hit);
      }
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [desk, hit, current]);

  const step = (by: 1 | -1): void => {
    const next = hits[(at + (kept < 0 && by === 1 ? 0 : by) + hits.length) % hits.length];
    if (!next) return;
    setCurrent(next.mark);
    showHit(desk, next);
  };
  return (
    <SearchBar
      query={query}
      onQuery={setQuery}
      at={hits.length === 0 ? 0 : at + 1}
      of={hits.length}
      said={hit ? saidOf(t, view.board, hit) : t('search.none')}
      onStep={step}
      onBack={() => closeSearch(desk, true)}
      fieldRef={(element) => { field.current = element; }}
    />
  );
}
