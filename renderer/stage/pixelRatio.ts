/** Where device pixels per screen px are asked and watched: a window. */
export type RatioSource = { readonly devicePixelRatio: number; readonly matchMedia: (query: string) => Pick<MediaQueryList, 'addEventListener' | 'removeEventListener'> };

/**
 * Calls when a window's device pixels become finer or coarser: it was dragged to another display, or the page was zoomed.
 * Its size in screen px may be the same. The returned function stops that.
 */
export function onPixelRatio(of: RatioSource, listener: () => void): () => void {
  let stop = (): void => undefined;
  const watch = (): void => {
    // A query knows one ratio only: after each change the next one is asked for.
    const query = of.matchMedia(`(resolution: ${of.devicePixelRatio}dppx)`);
    const changed = (): void => {
      stop();
      watch();
      listener();
    };
    query.addEventListener('change', changed);
    stop = () => query.removeEventListener('change', changed);
  };
  watch();
  return () => stop();
}
