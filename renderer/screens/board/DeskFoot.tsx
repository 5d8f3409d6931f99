import { useStore } from 'zustand';
import { DeskCatcher } from './DeskCatcher.tsx';
import { DeskSearch } from './DeskSearch.tsx';
import type { DeskSession } from './deskSession.ts';
import styles from './DeskFoot.module.css';

/** What stands under the sheet: the word catcher, and in its place the search while somebody looks for a word. What was being typed stays. */
export function DeskFoot({ desk }: { readonly desk: DeskSession }) {
  const searching = useStore(desk.desk, (state) => state.search !== null);
  return (
    <>
      <div data-keeps-keys className={searching ? styles['away'] : undefined}><DeskCatcher desk={desk} /></div>
      {searching && <DeskSearch desk={desk} />}
    </>
  );
}
