import type { MarkId } from '../../shared/base/ids.ts';
import type { PhoneCandidate } from '../../shared/contract/phone.ts';
import { element, type Content } from './element.ts';
import { pictureOf, type Page } from './scene.ts';

/** The heading of a scene; it takes the focus when the scene comes on, so that a screen reader reads on from there. */
export const heading = (page: Page, text: string, ofBoard = false): HTMLElement =>
  element('h1', { tabindex: '-1', lang: ofBoard ? page.boardLang : null }, text);

/** A drawing that goes with a scene, from the files beside the page. */
export const drawing = (name: string): HTMLElement => element('img', { class: 'drawing', src: `./drawings/${name}.svg`, alt: '' });

/** The line of a marker under a question, as on the room screen. */
export const underline = (): HTMLElement => element('img', { class: 'underline', src: './drawings/underline.svg', alt: '' });

/** Strokes around what shines. */
export const shining = (...content: readonly Content[]): HTMLElement =>
  element('div', { class: 'shine' }, element('img', { class: 'rays', src: './drawings/rays.svg', alt: '' }), ...content);

/** A remark on a wash. */
export const note = (wash: 'hemel' | 'perzik' | 'munt', ...content: readonly Content[]): HTMLElement =>
  element('p', { class: `note ${wash}` }, ...content);

/** The picture of a candidate, or its letter where it has no drawing or the drawing does not come. */
export function face({ id, letter, picture }: PhoneCandidate, className: string): HTMLElement {
  const tile = (): HTMLElement => element('span', { class: `${className} tile`, 'aria-hidden': 'true' }, letter);
  if (!picture) return tile();
  const img: HTMLImageElement = element('img', { class: className, alt: '', decoding: 'async', error: () => img.replaceWith(tile()) });
  // After the listener, so that a picture which fails at once is heard.
  img.src = pictureOf(id);
  return img;
}

/** Letter and name of a candidate, as the room screen has them. */
export function named(page: Page, { letter, label, picture }: PhoneCandidate): HTMLElement {
  return element('span', { class: 'named' },
    // A tile shows the letter already.
    element('span', { class: picture ? 'letter' : 'aloud' }, `${letter} `),
    element('span', { class: 'label', lang: page.boardLang }, label));
}

/** The name of a candidate of the round. */
export function labelOf(candidates: readonly PhoneCandidate[], id: MarkId | undefined): string {
  const found = candidates.find((each) => each.id === id);
  return found ? found.label : '';
}
