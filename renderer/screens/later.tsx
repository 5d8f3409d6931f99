import { useEffect, useState, type FunctionComponent } from 'react';

/** A part of a screen whose code is fetched when it is first shown; `fetch` brings it earlier. */
export type Later<Props extends object> = FunctionComponent<Props> & { readonly fetch: () => Promise<FunctionComponent<Props>> };

/**
 * Makes a component that shows nothing until its code has come, and at once when it is there already. A part that
 * cannot be fetched leaves everything around it standing and is fetched again when it is shown the next time.
 */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Later<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  const fetch = async (): Promise<FunctionComponent<Props>> => (loaded ??= await load());
  const Shown: FunctionComponent<Props> = (props) => {
    const [Part, setPart] = useState<FunctionComponent<Props> | null>(() => loaded);
    useEffect(() => {
      if (Part) return undefined;
      let gone = false;
      fetch().then((part) => { if (!gone) setPart(() => part); }, (error: unknown) => { console.warn(error); });
      return () => { gone = true; };
    }, [Part]);
    return Part && <Part {...props} />;
  };
  return Object.assign(Shown, { fetch });
}
