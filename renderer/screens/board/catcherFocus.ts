/** The focus of the word catcher, which can be asked for before the catcher stands there. */
export type CatcherFocus = {
  /** Gives the catcher the focus, or says that it is waited for. */
  readonly ask: () => void;
  /** The catcher stands there, and says how it gets the focus; whoever still waits for it has it then. */
  readonly comes: (focus: () => void) => void;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
};

/** The focus of a catcher that has not come. @param wait keeps what is typed for it meanwhile */
export function createCatcherFocus(wait: () => void): CatcherFocus {
  let focus: (() => void) | null = null;
  let isAsked = false;
  return {
    ask() {
      if (focus) return focus();
      isAsked = true;
      wait();
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
