import type { BallotRequest } from '../../shared/contract/phone.ts';
import { chance } from './chance.ts';

/** What stays on the phone while the page sleeps or is opened anew; nothing of it ever leaves the phone but pass, device and ballot. */
export type Keepsake = {
  readonly pass: string | null;
  /** What this phone comes in with: the code of a seat lets no other in. */
  readonly device: string;
  /** A whole number by which this phone shuffles. */
  readonly seed: number;
  readonly locale: 'nl' | 'en' | null;
  /** A ballot that was sent and not yet acknowledged. */
  readonly sending: BallotRequest | null;
};

/** Reads what was kept and keeps what is new. */
export type Memory = {
  readonly read: () => Keepsake;
  readonly keep: (change: Partial<Keepsake>) => void;
  /** False when this browser forgets everything with the page (private windows, blocked storage). */
  readonly lasts: boolean;
};

const KEY = 'droomdoek';

function parsed(text: string | null): Partial<Keepsake> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function storageOf(window: Window): Storage | null {
  try {
    const storage = window.localStorage;
    storage.setItem(`${KEY}.try`, '1');
    storage.removeItem(`${KEY}.try`);
    return storage;
  } catch {
    return null;
  }
}

/** The phone's memory: the browser's storage, or this page alone where storage is blocked. */
export function memoryOf(window: Window): Memory {
  const storage = storageOf(window);
  const drawn = window.crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  const empty: Keepsake = { pass: null, device: chance(), seed: drawn, locale: null, sending: null };
  let kept: Keepsake = { ...empty, ...parsed(storage && storage.getItem(KEY)) };
  const keep = (change: Partial<Keepsake>): void => {
    kept = { ...kept, ...change };
    try {
      if (storage) storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A full storage: the page itself still knows it.
    }
  };
  // At once: a mark that changes would be another phone, and an order that changes confuses.
  keep({});
  return { read: () => kept, keep, lasts: storage !== null };
}
