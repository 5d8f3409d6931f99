import { compose, scaling, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { ExportJob } from './exportJob.ts';
import type { Outline } from '../../../shared/outline/outline.ts';
import type { OpenPdf } from './pdfDocument.ts';
import type { HeadingLevels } from './pdfTags.ts';

export const PT_PER_MM = 72 / 25.4;

/** What stays the same for all pages of a board. */
export type PdfWork = OpenPdf & { readonly job: ExportJob; readonly levels: HeadingLevels; readonly outline: Outline };

/** From board units to points, given the way to mm. */
export const toPoints = (toMm: Matrix): Matrix => compose(scaling(PT_PER_MM, PT_PER_MM), toMm);
