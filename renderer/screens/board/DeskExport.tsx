import { toByteArray } from 'base64-js';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AssetId, BoardId, PageId } from '../../../shared/base/ids.ts';
import { pagesOf } from '../../../shared/board/board.ts';
import type { DoorAddress, TableCards } from '../../../shared/contract/door.ts';
import { DOOR_PORTS } from '../../../shared/contract/door.ts';
import type { ExportContent, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { signersOf } from '../../../shared/contract/people.ts';
import type { HandoutSource } from '../../../shared/print/handout.ts';
import { questionsOf } from '../../../shared/print/questions.ts';
import { pictureToCopy } from '../../actions/pictureActions.ts';
import type { CardUrl } from '../../panels/export/CardAddress.tsx';
import { ExportPanel } from '../../panels/export/ExportPanel.tsx';
import type { PartChip } from '../../panels/export/PageChips.tsx';
import { isPicture } from '../../panels/export/paperChoice.ts';
import { firstChoice, firstPages, habitsOf, isOfOnePage } from '../../state/exportChoice.ts';
import { useWords, type UsedWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { assetOfBoards } from './assetOfBoards.ts';
import type { DeskSession } from './deskSession.ts';
import { contextFor, framesOn, leavesOf, outcomeOf, PLAN_PICTURE, type Leaf } from './exportLeaves.ts';
import { ExportPreview } from './ExportPreview.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { TextPreview } from './TextPreview.tsx';
import { useExportJob } from './useExportJob.ts';
import { useOtherBoards } from './useOtherBoards.ts';
import { usePeople } from './usePeople.ts';

/** Who asks for a picture means the page in view; a document has all pages. Whoever then chooses otherwise is not corrected. */
function onePicture(next: ExportRequest, before: ExportRequest, page: PageId): ExportRequest {
  return isOfOnePage(next.format) === isOfOnePage(before.format) ? next : { ...next, pages: firstPages(next.format, page) };
}

/** What stands on a card in the preview: codes themselves go to no window. */
const HIDDEN_CODE = 'XXXXXX';

/** Where phones may come in and how many cards each table gets, asked once cards are wanted. */
function useSeats(desk: DeskSession, wanted: boolean): { readonly urls: readonly CardUrl[]; readonly seats: HandoutSource['seats'] } {
  const door = useStore(desk.desk, (state) => state.door);
  const [addresses, setAddresses] = useState<readonly DoorAddress[]>([]);
  const [cards, setCards] = useState<readonly TableCards[]>([]);
  useEffect(() => {
    void desk.host.call('door.addresses', {}).then((found) => { if (found.ok) setAddresses(found.value); });
  }, [desk]);
  useEffect(() => {
    if (wanted) void desk.host.call('door.seats', { board: desk.store.id }).then((found) => { if (found.ok) setCards(found.value); });
  }, [desk, wanted]);
  const urls = useMemo(() => {
    const open: readonly CardUrl[] = door.open && door.url !== null && door.board === desk.store.id ? [{ url: door.url, name: '', isOpen: true }] : [];
    const likely = addresses.filter(({ kind, address }) => kind !== 'virtual' && address !== door.address);
    // Before it is open the door is expected where it is tried first.
    return [...open, ...(open.length > 0 ? [] : likely.map(({ address, name }): CardUrl => ({ url: `http://${address}:${DOOR_PORTS[0]}/`, name, isOpen: false })))];
  }, [addresses, desk, door]);
  const seats = useMemo(() => cards.map(({ table, cards: count }) => ({ table, codes: Array.from({ length: count }, () => HIDDEN_CODE) })), [cards]);
  return { urls, seats };
}

/** What of the board can go along instead of pages: what is picked, and the frames of the page in view. */
function partsOf(desk: DeskSession, page: PageId, t: UsedWords['t']): readonly PartChip[] {
  const picked = desk.desk.getState().selection.length > 0 ? pictureToCopy(desk) : null;
  const frames = framesOn(desk.store.get(), page).map(({ title, box }): PartChip => ({ name: title === '' ? t('export.frame') : t('export.frameOf', { name: title }), part: { page, box, only: null } }));
  return [...(picked ? [{ name: t('export.selection'), part: { page, box: picked.box, only: picked.only } }] : []), ...frames];
}

/** A picture that was pasted into the board, or into one of those beside it. */
async function pastedPicture(desk: DeskSession, beside: readonly BoardId[], asset: AssetId): Promise<ImageBitmap | null> {
  const got = await assetOfBoards(desk.host, [desk.store.id, ...beside], asset);
  return got ? createImageBitmap(new Blob([toByteArray(got.base64).slice()], { type: got.mime })) : null;
}

const NO_BOARDS: readonly BoardId[] = [];
const NO_PAGES: readonly PageId[] = [];
/** What shows the drawing itself. */
const DRAWN: readonly ExportRequest['format'][] = ['pdf', 'png', 'svg'];

/** Shows one leaf of what will come out. */
function LeafPreview({ desk, leaf, request, beside }: { readonly desk: DeskSession; readonly leaf: Leaf; readonly request: ExportRequest; readonly beside: readonly BoardId[] }) {
  const page = leaf.kind === 'printed' ? leaf.page : null;
  const picture = useCallback(async (asset: AssetId): Promise<ImageBitmap | null> => {
    if (asset !== PLAN_PICTURE) return pastedPicture(desk, beside, asset);
    const size = page && desk.store.get().board.pages[page]?.size;
    const part = request.part;
    const box = part ? part.box : size ? { x: 0, y: 0, ...size } : null;
    return page && box ? desk.canvas.picture({ page, box, widthPx: 1400, heightPx: Math.round((1400 * box.h) / box.w), only: part?.only ?? null, paper: 'print' }) : null;
  }, [desk, page, request.part, beside]);
  if (leaf.kind === 'text') return <TextPreview text={leaf.text} />;
  return leaf.kind === 'page' ? <ExportPreview desk={desk} page={leaf.page} request={request} /> : <SheetPreview sheet={leaf.sheet} picture={picture} />;
}

/** What shows pages of the board; all else is made from all of it. */
const HAS_PAGES: readonly ExportContent['kind'][] = ['board', 'report', 'sideBySide'];

type DeskExportProps = { readonly desk: DeskSession; readonly onBack: () => void };

/** Wires the export: choices, true preview, progress and cancel, and the printer. */
export function DeskExport({ desk, onBack }: DeskExportProps) {
  const { locale, t } = useWords();
  const view = useBoard(desk.store);
  const { board } = view;
  const page = useStore(desk.desk, (state) => state.page);
  const wanted = useStore(desk.desk, (state) => state.exporting);
  const [choice, setChoice] = useState(() => firstChoice(desk.settings.getState().exporting, wanted, page));
  const [at, setAt] = useState(-1);
  const job = useExportJob(desk);
  // One and the same object until a choice changes: the preview is painted anew for every other one.
  const request = useMemo((): ExportRequest => ({ ...choice, locale }), [choice, locale]);
  const { urls, seats } = useSeats(desk, request.content.kind === 'seatCards');
  const pages = pagesOf(board);
  const hasResult = Object.values(board.rounds).some(({ state }) => state === 'revealed');
  // Whoever opens the panel another time begins with the board again.
  useEffect(() => () => desk.desk.setState({ exporting: null }), [desk]);
  // A drawing of the board itself takes so long that it begins while the choices are looked at.
  const { format, content, part, pages: chosen } = choice;
  const drawn = useMemo(() => (content.kind !== 'board' || !DRAWN.includes(format) ? NO_PAGES : part ? [part.page] : chosen), [content.kind, format, part, chosen]);
  useEffect(() => { void desk.host.call('exports.prepare', { board: desk.store.id, format, pages: drawn }); }, [desk, format, drawn]);
  useEffect(() => () => void desk.host.call('exports.rest', {}), [desk]);

  const people = usePeople(desk, request.content.kind === 'charter' || request.charter).part;
  const signers = useMemo(() => (request.publicVersion ? null : people ? signersOf(people) : []), [people, request.publicVersion]);
  const beside = request.content.kind === 'sideBySide' ? request.content : null;
  const others = useOtherBoards(desk, beside !== null, beside?.boards ?? NO_BOARDS);
  const leaves = useMemo(() => {
    const asked = request.part ? [request.part.page] : request.pages === 'all' ? pagesOf(view.board).map(({ id }) => id) : request.pages;
    const whole = { context: contextFor(view, request.part), request, pages: asked, seats, signers, others: others.read, measure: desk.measure };
    const found = leavesOf(whole);
    return { found, outcome: outcomeOf(whole, found) };
  }, [view, request, seats, signers, others.read, desk]);
  // Begins with the page in view, as the person who asks has it before the eyes.
  const inView = Math.max(0, leaves.found.findIndex((leaf) => leaf.kind === 'page' && leaf.page === page));
  const shownAt = Math.min(Math.max(0, at < 0 ? inView : at), Math.max(0, leaves.found.length - 1));
  const leaf = leaves.found[shownAt];

  const choose = ({ locale: _locale, ...chosen }: ExportRequest): void => {
    const next = HAS_PAGES.includes(chosen.content.kind) ? chosen : { ...chosen, pages: 'all' as const };
    if (next.content.kind !== request.content.kind || next.pages !== request.pages) setAt(next.content.kind === 'board' ? -1 : 0);
    setChoice(next);
    job.forget();
  };
  const remember = (): void => {
    const { exporting } = desk.settings.getState();
    const habits = habitsOf(choice, exporting);
    if (JSON.stringify(habits) !== JSON.stringify(exporting)) desk.settings.change({ exporting: habits });
  };
  const isOnPaper = request.format === 'pdf' && leaves.found.length > 0;
  const print = (): void => { if (job.print(request)) remember(); };
  // The key that opened the panel for the printer prints when it is pressed again.
  useEffect(() => desk.desk.subscribe(({ exporting }, before) => { if (isOnPaper && exporting?.toPrint && exporting !== before.exporting) print(); }));
  const names: Partial<Record<ExportContent['kind'], string>> = { charter: t('print.charter'), tableSigns: t('print.tableSigns'), seatCards: t('print.seatCards'), report: t('report.name'), sideBySide: t('print.sideBySide') };
  const name = names[request.content.kind];
  return (
    <ExportPanel
      boardTitle={board.title}
      request={request}
      onChange={(next) => choose(onePicture(next, request, page))}
      pages={pages.map(({ id, title }, i) => ({ id, number: i + 1, title }))}
      parts={isPicture(request.format) ? partsOf(desk, page, t) : []}
      questions={questionsOf(board)}
      nextSteps={board.nextSteps ?? []}
      onNextSteps={(steps) => desk.store.do({ type: 'nextSteps.set', steps })}
      cardUrls={urls}
      otherBoards={others.boards}
      onOpenFile={() => void others.openFile().then((found) => { if (found !== null && beside && !beside.boards.includes(found)) choose({ ...request, content: { ...beside, boards: [...beside.boards, found] } }); })}
      charterPoints={board.charter.points.length}
      hasResult={hasResult}
      outcome={leaves.outcome}
      fileName={name === undefined ? `${board.title}.${request.format}` : `${name} ${board.title}.${request.format}`}
      preview={leaf ? <LeafPreview desk={desk} leaf={leaf} request={request} beside={beside?.boards ?? NO_BOARDS} /> : null}
      leaf={shownAt}
      leaves={leaves.found.length}
      onLeaf={setAt}
      progress={job.progress}
      aim={job.aim}
      onStart={() => { if (job.start(request)) remember(); }}
      onPrint={isOnPaper ? print : null}
      toPrint={wanted?.toPrint ?? false}
      onCancel={job.cancel}
      onReveal={job.reveal}
      onBack={onBack}
    />
  );
}
