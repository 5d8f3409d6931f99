import type { Page } from '../../../shared/board/board.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { escapeXml } from '../../../shared/paint/svgText.ts';
import { sheetFor } from '../../../shared/paint/sheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { latePdfKit } from './latePackages.ts';
import { nodeAdvanceEm } from './measure.ts';
import { paintTagged, tagPage } from './pdfTags.ts';
import { pdfSurface, type Pdf } from './pdfSurface.ts';
import { paintPoster } from './pdfPoster.ts';
import { knowColourProfile } from './pdfProfile.ts';
import { PT_PER_MM, toPoints, type PdfWork } from './pdfWork.ts';
import { withKnownPictures } from './knownPictures.ts';

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
const titleOf = ({ document: { board } }: ExportJob): string => board.title.trim() || 'Droomdoek';

/** PDFKit 0.20 writes the title into its XML metadata as it is: with a `&` in it the file is no PDF/A any more. */
function escapeTitle(pdf: Pdf, title: string): void {
  const append = pdf.appendXML.bind(pdf);
  pdf.appendXML = (xml, newLine) => append(xml.replace(`>${title}<`, () => `>${escapeXml(title)}<`), newLine);
}

/** An empty document that declares PDF/A-2a and PDF/UA-1. */
function openPdf(job: ExportJob): Pdf {
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
    info: { Title: titleOf(job), Creator: `Droomdoek ${job.version}` },
  }) as Pdf;
  escapeTitle(pdf, titleOf(job));
  pdf.appendXML(UA_SCHEMA);
  pdf.appendXML(UA_PART);
  return pdf;
}

/** Paints one page on a sheet of its own; gives the number of sheets. */
function paintPage({ job, pdf, root, levels, outline, tools }: PdfWork, page: Page): number {
  const { request, context, pictures } = job;
  const sheet = sheetFor(page.size, request.paper, request.orientation);
  pdf.addPage({ size: [sheet.wMm * PT_PER_MM, sheet.hMm * PT_PER_MM], margin: 0 });
  const outlined = outline.pages.find((candidate) => candidate.page === page.id);
  if (!outlined) return 1;
  pdf.outline.addItem(outlined.title.text);
  const nodes = pageScene(context, page.id, { print: true }).map((node) => withKnownPictures(node, pictures));
  const toPt = toPoints(sheet.toMm);
  const targets = tagPage(pdf, root, outlined, nodes, toPt, levels);
  const surface = printSurface(pdfSurface(pdf, tools));
  pdf.save().transform(...toPt);
  pdf.rect(0, 0, page.size.w, page.size.h).clip();
  paintTagged(pdf, surface, nodes, targets, () => goOn(job));
  pdf.restore();
  return 1;
}

/**
 * The pages of a board as a PDF that prints sharply at any size, can be read aloud (PDF/UA-1) and be kept (PDF/A-2a):
 * vector ink, real text in embedded faces, tags in reading order.
 */
export async function* pdfPieces(job: ExportJob): ExportPieces {
  const pdf = openPdf(job);
  const ready: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => { pdf.on('end', resolve).on('error', reject); });
  pdf.on('data', (bytes: Uint8Array) => ready.push(bytes));
  const tools = { fonts: job.fonts, pictures: job.pictures, advanceEm: nodeAdvanceEm(job.fonts) };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const work: PdfWork = { job, pdf, root, levels: { hasFirst: false }, outline: outlineOf(job.context, job.request.locale), tools };
  let painted = 0;
  for (const [i, page] of job.pages.entries()) {
    goOn(job);
    painted += job.request.tile === null ? paintPage(work, page) : paintPoster(work, page, job.request.tile);
    // Lets the stream hand over what is finished, and a wish to cancel come in.
    await new Promise((resolve) => { setImmediate(resolve); });
    yield* ready.splice(0);
    job.onShare((0.9 * (i + 1)) / job.pages.length);
  }
  if (painted === 0) throw new TroubleError('export.nothing', titleOf(job));
  root.end();
  pdf.end();
  await ended;
  goOn(job);
  yield* ready.splice(0);
}
