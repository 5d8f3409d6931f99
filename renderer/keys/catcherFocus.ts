/** The focus of the word catcher, which can be asked for before the catcher stands there. */
export type CatcherFocus = {
  /** Gives the catcher the focus, now or when it comes. */
  readonly ask: () => void;
  /** The catcher stands there, and says how it gets the focus; whoever still waits for it has it then. */
  readonly comes: (focus: () => void) => void;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
};

/** The focus of a catcher that has not come. */
export function createCatcherFocus(): CatcherFocus {
  let focus: (() => void) | null = null;
  let isAsked = false;
  return {
    ask() {
      if (focus) focus();
      else isAsked = true;
    },
    comes(next) {
      focus = next;
      if (isAsked) next();
      isAsked = false;
    },
    forget() {
      isAsked = false;
    },
  };
}
