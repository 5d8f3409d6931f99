import type { WordKey } from '../../shared/strings/words.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';

/** One key with what must be held; `key` as KeyboardEvent.key in lower case, `mod` is Ctrl (⌘ on a Mac). */
export type Shortcut = { readonly key: string; readonly mod?: boolean; readonly shift?: boolean; readonly alt?: boolean };

/** Everything a user can trigger: menus, keys, buttons and the palette run the same object. */
export type Action = {
  /** `noun.verb`. */
  readonly id: string;
  readonly label: WordKey;
  /** Fills the blanks of the label. */
  readonly values?: { readonly [name: string]: string | number };
  readonly shortcuts: readonly Shortcut[];
  readonly enabled: (desk: DeskSession) => boolean;
  readonly run: (desk: DeskSession) => void;
  /** A key that is held runs it no second time: it opens, prints, or goes to and fro. */
  readonly once?: true;
};

/** The same actions, which a held key runs once. */
export const onceEach = (actions: readonly Action[]): readonly Action[] => actions.map((action) => ({ ...action, once: true }));

/** The same actions, for those that look at marks: what a hand has left to be worked out is on the board by then. */
export const afterHand = (actions: readonly Action[]): readonly Action[] => actions.map((action) => ({
  ...action,
  run(desk) {
    desk.context.afterwork.finish();
    action.run(desk);
  },
}));

/** An action that can always be run. */
export const always = (): boolean => true;
