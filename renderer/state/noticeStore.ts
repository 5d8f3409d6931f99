import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Trouble } from '../../shared/contract/trouble.ts';

/** What is told: a trouble, or that a board came back after a crash. */
export type NoticeAbout = { readonly kind: 'trouble'; readonly trouble: Trouble } | { readonly kind: 'recovered'; readonly cut: boolean };

/** Something to be told, until the user has read it. */
export type Notice = { readonly id: number; readonly about: NoticeAbout };

export type NoticeStore = StoreApi<readonly Notice[]> & {
  readonly tell: (trouble: Trouble) => void;
  readonly tellRecovered: (cut: boolean) => void;
  readonly drop: (id: number) => void;
};

/** More than this at once nobody reads; the oldest goes. */
const MOST_NOTICES = 3;

const sameAs = (a: NoticeAbout, b: NoticeAbout): boolean => (a.kind === 'trouble' && b.kind === 'trouble' ? a.trouble.code === b.trouble.code : a.kind === b.kind);

/** The quiet place for messages: the same one twice is said once. */
export function createNoticeStore(): NoticeStore {
  const store = createStore<readonly Notice[]>(() => []);
  let last = 0;
  const add = (about: NoticeAbout): void => {
    const rest = store.getState().filter((notice) => !sameAs(notice.about, about));
    store.setState([...rest, { id: ++last, about }].slice(-MOST_NOTICES), true);
  };
  return Object.assign(store, {
    tell: (trouble: Trouble) => add({ kind: 'trouble', trouble }),
    tellRecovered: (cut: boolean) => add({ kind: 'recovered', cut }),
    drop(id: number) {
      store.setState(store.getState().filter((notice) => notice.id !== id), true);
    },
  });
}
