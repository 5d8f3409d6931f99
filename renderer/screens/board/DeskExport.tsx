import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { pagesOf } from '../../../shared/board/board.ts';
import type { PageId } from '../../../shared/base/ids.ts';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { signersOf } from '../../../shared/contract/people.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { cutPoster, OVERLAP_MM } from '../../../shared/paint/poster.ts';
import { handoutSheets } from '../../../shared/print/handout.ts';
import type { PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { questionsOf } from '../../../shared/print/questions.ts';
import { sheetFor } from '../../../shared/paint/sheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { ExportPanel, type ExportOutcome } from '../../panels/export/ExportPanel.tsx';
import { isPicture } from '../../panels/export/paperChoice.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import { keepExportChoice, lastExportChoice } from '../../state/exportChoice.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { SheetPreview } from './SheetPreview.tsx';
import { usePeople } from './usePeople.ts';
import { ExportPreview } from './ExportPreview.tsx';

/** What the request will give, by the same geometry as the export. */
function outcomeOf(desk: DeskSession, request: ExportRequest, pages: readonly PageId[]): ExportOutcome {
  const view = desk.store.get();
  const first = pages[0];
  const size = first && view.board.pages[first]?.size;
  if (!first || !size || !isPicture(request.format)) return { kind: 'text' };
  if (request.tile !== null) {
    const posters = pages.map((page) => cutPoster(view.board.pages[page]?.size ?? size, request.paper, request.orientation, request.tile ?? 'a4', pageScene(view, page, { print: true }).map(({ bounds }) => bounds)));
    const sheets = posters.reduce((sum, poster) => sum + poster.sheets.length, 0);
    // What stands on the wall once it is glued, which is a little less than the paper it is named after.
    const glued = transformBox(posters[0]?.toMm ?? IDENTITY, { x: 0, y: 0, ...size });
    return { kind: 'poster', widthMm: glued.w, heightMm: glued.h, sheets, overlapMm: OVERLAP_MM, tile: request.tile };
  }
  const sheet = sheetFor(size, request.paper, request.orientation, request.margins);
  if (request.format === 'png') return { kind: 'picture', widthPx: Math.round((sheet.wMm / 25.4) * request.dpi), heightPx: Math.round((sheet.hMm / 25.4) * request.dpi), sheets: pages.length };
  return { kind: 'sheet', widthMm: sheet.wMm, heightMm: sheet.hMm, sheets: pages.length + (request.charter && request.format === 'pdf' ? 1 : 0) };
}

/** What printed sheets come to. */
function sheetsOutcome(sheets: readonly PrintedSheet[]): ExportOutcome {
  const size = sheets[0]?.sizeMm;
  return size ? { kind: 'sheet', widthMm: size.w, heightMm: size.h, sheets: sheets.length } : { kind: 'text' };
}

/** Who asks for a picture means the page in view; a document has all pages. Whoever then chooses otherwise is not corrected. */
function onePicture(next: ExportRequest, before: ExportRequest, page: PageId): ExportRequest {
  const single = (format: ExportRequest['format']): boolean => format === 'png' || format === 'svg';
  if (single(next.format) === single(before.format)) return next;
  return { ...next, pages: single(next.format) ? [page] : 'all' };
}

/** Wires the export: choices, true preview, progress and cancel. */
export function DeskExport({ desk, onBack }: { readonly desk: DeskSession; readonly onBack: () => void }) {
  const { locale, t } = useWords();
  const { board, inks } = useBoard(desk.store);
  const page = useStore(desk.desk, (state) => state.page);
  const [choice, setChoice] = useState(lastExportChoice);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [job, setJob] = useState<string | null>(null);
  // One and the same object until a choice changes: the preview is painted anew for every other one.
  const request = useMemo((): ExportRequest => ({ ...choice, locale }), [choice, locale]);
  const pages = pagesOf(board);
  const chosen = request.pages === 'all' ? pages.map(({ id }) => id) : request.pages;
  useEffect(() => desk.host.on('exports.progress', (next) => {
    setJob((mine) => {
      if (mine === next.job || mine === null) setProgress(next);
      return mine;
    });
    if (next.state === 'done' && next.url !== null) fetchDownload(next.url);
    if (next.state === 'failed') desk.notices.tell(next.trouble);
  }), [desk]);
  useEffect(() => { void desk.host.call('exports.prepare', { format: choice.format }); }, [desk, choice.format]);

  const start = async (): Promise<void> => {
    await desk.store.settled();
    const started = await desk.host.call('exports.start', { board: desk.store.id, request });
    if (!started.ok) return desk.notices.tell(started.trouble);
    if (started.value) setJob(started.value.job);
  };
  const choose = ({ locale: _locale, ...next }: ExportRequest): void => {
    // The questions of this board are not those of the next.
    keepExportChoice({ ...next, content: { kind: 'board' } });
    setChoice(next);
    setProgress(null);
    setJob(null);
  };
  const people = usePeople(desk).part;
  const signers = useMemo(() => (request.publicVersion ? null : people ? signersOf(people) : []), [people, request.publicVersion]);
  const sheets = useMemo(() => (request.content.kind === 'board' ? null : handoutSheets(request.content, { board, inks, locale, seats: [], signers, contacts: null }, desk.measure)), [request.content, board, inks, locale, signers, desk]);
  const shown = chosen.includes(page) ? page : chosen[0];
  return (
    <ExportPanel
      boardTitle={board.title}
      request={request}
      onChange={(next) => choose(onePicture(next, request, page))}
      pages={pages.map(({ id, title }, i) => ({ id, number: i + 1, title }))}
      questions={questionsOf(board)}
      charterPoints={board.charter.points.length}
      hasResult={Object.values(board.rounds).some(({ state }) => state === 'revealed')}
      outcome={sheets ? sheetsOutcome(sheets) : outcomeOf(desk, request, chosen)}
      fileName={sheets ? `${t(request.content.kind === 'charter' ? 'print.charter' : 'print.tableSigns')} ${board.title}.pdf` : `${board.title}.${request.format}`}
      preview={sheets ? sheets[0] && <SheetPreview sheet={sheets[0]} /> : shown ? <ExportPreview desk={desk} page={shown} request={request} /> : null}
      progress={progress}
      onStart={() => void start()}
      onCancel={() => { if (job !== null) void desk.host.call('exports.cancel', { job }); }}
      onReveal={() => { if (job !== null) void desk.host.call('exports.reveal', { job }); }}
      onBack={onBack}
    />
  );
}
