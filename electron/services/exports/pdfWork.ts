import { compose, scaling, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { ExportJob } from './exportJob.ts';
import type { Outline } from '../../../shared/outline/outline.ts';
import type { Pdf, PdfTools } from './pdfSurface.ts';
import type { HeadingLevels } from './pdfTags.ts';

export const PT_PER_MM = 72 / 25.4;

/** What stays the same for all pages of a document. `root` is the structure element that holds everything. */
export type PdfWork = { readonly job: ExportJob; readonly pdf: Pdf; readonly root: ReturnType<Pdf['struct']>; readonly levels: HeadingLevels; readonly outline: Outline; readonly tools: PdfTools };

/** From board units to points, given the way to mm. */
export const toPoints = (toMm: Matrix): Matrix => compose(scaling(PT_PER_MM, PT_PER_MM), toMm);
