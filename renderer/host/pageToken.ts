const KEY = 'droomdoek.token';

/** The secret that a tab keeps; it tells one run of the app from another. */
export const keptToken = (kept: Pick<Storage, 'getItem'>): string => kept.getItem(KEY) ?? '';

/**
 * The secret of this run: from the address that the shell printed (`#token=…`), or as the page kept it for
 * this tab, so that a reload finds it.
 * @returns an empty text when the page was opened without it; the server then refuses the socket
 */
export function readToken(location: { readonly hash: string }, kept: Pick<Storage, 'getItem' | 'setItem'>): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) kept.setItem(KEY, given);
  return given ?? keptToken(kept);
}

/** The address of the room screen for a window that the desk opens itself, in the browser. */
export function roomScreenAddress(location: { readonly href: string }, kept: Pick<Storage, 'getItem'>): string {
  const address = new URL(location.href);
  address.search = '?room';
  address.hash = `token=${keptToken(kept)}`;
  return address.href;
}
