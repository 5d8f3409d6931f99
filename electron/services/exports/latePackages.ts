import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/*
 * Packages of which loading takes a tenth of a second or more, and which not every export needs. A bundle would load
 * them at its start, even where the source imports them late.
 */

/** Node's canvas, loaded when it is first asked for. */
export const lateCanvas = (): typeof import('@napi-rs/canvas') => load('@napi-rs/canvas') as typeof import('@napi-rs/canvas');

/** The reader of fonts, loaded when it is first asked for. */
export const lateFontkit = (): typeof import('fontkit') => load('fontkit') as typeof import('fontkit');

/** The writer of PDF, loaded when it is first asked for. */
export const latePdfKit = (): typeof import('pdfkit') => load('pdfkit') as typeof import('pdfkit');
