/** Signs of a seat's code: no 0 O 1 I L 5 S 8 B Z, which are read for one another. */
const SIGNS = /[ACDEFGHJKMNPQRTUVWXY234679]/;

/** How many signs a code has. */
export const CODE_LENGTH = 6;

/**
 * A code as somebody typed, pasted or scanned it, in capitals and without spaces, hyphens and other signs that no
 * code has. Of a pasted address only what stands behind `#` is taken. May be shorter than a code, never longer.
 */
export function tidyCode(typed: string): string {
  const hash = typed.indexOf('#');
  const text = typed.slice(hash + 1).toUpperCase();
  return [...text].filter((sign) => SIGNS.test(sign)).slice(0, CODE_LENGTH).join('');
}

/** A code as it stands on its card: three signs, a space, three signs. Also for a code that is not complete. */
export function codeOnCard(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}
