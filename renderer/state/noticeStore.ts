import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Trouble } from '../../shared/contract/trouble.ts';

/** Something that went wrong, until the user has read it. */
export type Notice = { readonly id: number; readonly trouble: Trouble };

export type NoticeStore = StoreApi<readonly Notice[]> & { readonly tell: (trouble: Trouble) => void; readonly drop: (id: number) => void };

/** More than this at once nobody reads; the oldest goes. */
const MOST_NOTICES = 3;

/** The quiet place for troubles: the same trouble twice is said once. */
export function createNoticeStore(): NoticeStore {
  const store = createStore<readonly Notice[]>(() => []);
  let last = 0;
  return Object.assign(store, {
    tell(trouble: Trouble) {
      const rest = store.getState().filter((notice) => notice.trouble.code !== trouble.code);
      store.setState([...rest, { id: ++last, trouble }].slice(-MOST_NOTICES), true);
    },
    drop(id: number) {
      store.setState(store.getState().filter((notice) => notice.id !== id), true);
    },
  });
}
