import { escapeXml } from '../../../shared/paint/svgText.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { latePdfKit } from './latePackages.ts';
import { nodeAdvanceEm } from './measure.ts';
import { packQuickly } from './pdfPacking.ts';
import { knowColourProfile } from './pdfProfile.ts';
import type { Pdf, PdfTools } from './pdfSurface.ts';

/** Declares that the file means to be PDF/UA-1, and describes that property to PDF/A (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3). */
const UA_SCHEMA = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
const UA_PART = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

/** A title that is never empty: readers show it instead of the file's name. */
export const titleOf = ({ document: { board } }: Pick<ExportJob, 'document'>): string => board.title.trim() || 'Droomdoek';

/** PDFKit 0.20 writes the title into its XML metadata as it is: with a `&` in it the file is no PDF/A any more. */
function escapeTitle(pdf: Pdf, title: string): void {
  const append = pdf.appendXML.bind(pdf);
  pdf.appendXML = (xml, newLine) => append(xml.replace(`>${title}<`, () => `>${escapeXml(title)}<`), newLine);
}

/** An empty document that declares PDF/A-2a and PDF/UA-1. */
function openPdf(job: ExportJob, title: string): Pdf {
  knowColourProfile();
  const PDFDocument = latePdfKit();
  const pdf = new PDFDocument({
    autoFirstPage: false,
    subset: 'PDF/A-2a',
    pdfVersion: '1.7',
    tagged: true,
    lang: job.request.locale === 'nl' ? 'nl-BE' : 'en-GB',
    displayTitle: true,
    // Otherwise PDFKit opens Helvetica, which it cannot embed.
    font: job.fonts.get('AtkinsonHyperlegible') as string,
    info: { Title: title, Creator: `Droomdoek ${job.version}` },
  }) as Pdf;
  escapeTitle(pdf, title);
  packQuickly(pdf);
  pdf.appendXML(UA_SCHEMA);
  pdf.appendXML(UA_PART);
  return pdf;
}

/** The document that is being written, for whoever paints its sheets. `root` is the structure element that holds everything. */
export type OpenPdf = { readonly pdf: Pdf; readonly root: ReturnType<Pdf['struct']>; readonly tools: PdfTools };

/**
 * Writes a PDF step by step, handing over what is finished after each.
 * @param title what readers show as its name
 * @param begin gives the steps, each of which paints sheets and tells how many
 * @throws TroubleError from the pieces: export.cancelled, export.nothing when no sheet was painted
 */
export async function* pdfDocument(job: ExportJob, title: string, begin: (open: OpenPdf) => readonly (() => number)[]): ExportPieces {
  const pdf = openPdf(job, title);
  const ready: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => { pdf.on('end', resolve).on('error', reject); });
  pdf.on('data', (bytes: Uint8Array) => ready.push(bytes));
  // PDFKit gives thousands of small pieces, each of which would be a write of its own.
  const inOne = (): Uint8Array => Buffer.concat(ready.splice(0));
  const tools = { fonts: job.fonts, pictures: job.pictures, advanceEm: nodeAdvanceEm(job.fonts) };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const steps = begin({ pdf, root, tools });
  let painted = 0;
  for (const [i, step] of steps.entries()) {
    goOn(job);
    painted += step();
    // Lets the stream hand over what is finished, and a wish to cancel come in.
    await new Promise((resolve) => { setImmediate(resolve); });
    yield inOne();
    job.onShare((0.9 * (i + 1)) / steps.length);
  }
  if (painted === 0) throw new TroubleError('export.nothing', title);
  root.end();
  pdf.end();
  await ended;
  goOn(job);
  yield inOne();
}
