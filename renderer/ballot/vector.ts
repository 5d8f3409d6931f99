const SVG = 'http://www.w3.org/2000/svg';

/** A small drawing in ink, said by the words beside it and therefore silent: paths in a box of 24 × 24. */
export function vector(name: string, ...paths: readonly { readonly d: string; readonly kind: 'line' | 'area' }[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const { d, kind } of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', kind);
    svg.append(path);
  }
  return svg;
}

const DOT = 'M12.2 2.2c5.6-.2 9.7 4.1 9.6 9.7-.1 5.7-4.2 9.9-9.9 9.9S2.1 17.7 2.2 12 6.5 2.4 12.2 2.2z';

/** A sticker dot as one cuts it from a sheet; empty, it is the place of one. */
export const dotMark = (name: string): SVGSVGElement => vector(name, { d: DOT, kind: 'area' });

/** A tick on a dot. */
export const tickMark = (name: string): SVGSVGElement => vector(name, { d: DOT, kind: 'area' }, { d: 'M6.3 12.700c1.5 1.3 2.6 2.7 3.9 4.3 2.3-4.1 4.6-7.2 7.7-10', kind: 'line' });

/** Plus, or minus. */
export const stepMark = (sign: '+' | '-'): SVGSVGElement => vector('step', { d: sign === '+' ? 'M12 5v14M5 12h14' : 'M5 12h14', kind: 'line' });
