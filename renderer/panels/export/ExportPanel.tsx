import { ChevronLeft, Projector } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import { BesideOptions, type OtherBoard } from './BesideOptions.tsx';
import { BoardOptions } from './BoardOptions.tsx';
import { CardAddress, type CardUrl } from './CardAddress.tsx';
import { ExportFoot, type ExportControls } from './ExportFoot.tsx';
import styles from './ExportPanel.module.css';
import { OptionGrid } from './OptionGrid.tsx';
import type { PageChip, PartChip } from './PageChips.tsx';
import { choosing, cm, marginsFor, PRODUCTS, productOf, tilesFor } from './paperChoice.ts';
import { ReportOptions } from './ReportOptions.tsx';
import { SheetSteps } from './SheetSteps.tsx';
import { SignQuestions } from './SignQuestions.tsx';

/** What the request will give, as the export itself works it out. `more` are the plan of a poster and a charter that goes along. */
export type ExportOutcome =
  | { readonly kind: 'sheet'; readonly widthMm: number; readonly heightMm: number; readonly sheets: number }
  | { readonly kind: 'poster'; readonly widthMm: number; readonly heightMm: number; readonly sheets: number; readonly more: number; readonly overlapMm: number; readonly tile: 'a4' | 'a3' }
  | { readonly kind: 'picture'; readonly widthPx: number; readonly heightPx: number; readonly widthMm: number; readonly heightMm: number; readonly dpi: number; readonly sheets: number }
  | { readonly kind: 'text' };

export type ExportPanelProps = ExportControls & {
  readonly boardTitle: string;
  readonly request: ExportRequest;
  readonly onChange: (request: ExportRequest) => void;
  readonly pages: readonly PageChip[];
  /** Frames, and what is picked. */
  readonly parts: readonly PartChip[];
  readonly charterPoints: number;
  /** What the prepared sheets ask, for the signs on the tables. */
  readonly questions: readonly string[];
  /** What happens after the session, for the report. */
  readonly nextSteps: readonly string[];
  readonly onNextSteps: (steps: readonly string[]) => void;
  /** Where phones may come in, likeliest first. */
  readonly cardUrls: readonly CardUrl[];
  /** What can stand beside this board on a poster, and how one takes in another file. */
  readonly otherBoards: readonly OtherBoard[];
  readonly onOpenFile: () => void;
  /** Whether a round was revealed: without one there is no result to give. */
  readonly hasResult: boolean;
  readonly outcome: ExportOutcome;
  /** The true output, painted small; fills its place. Which of its leaves it is, of how many, counted from 0. */
  readonly preview: ReactNode;
  readonly leaf: number;
  readonly leaves: number;
  readonly onLeaf: (leaf: number) => void;
  readonly onBack: () => void;
};

/** How large it will be and how many sheets that takes. */
function OutcomeWords({ outcome }: { readonly outcome: ExportOutcome }) {
  const { t, n } = useWords();
  switch (outcome.kind) {
    case 'text': return null;
    case 'poster': return <><b>{t('export.poster', { width: cm(outcome.widthMm), height: cm(outcome.heightMm) })}</b><span>{t('export.glue', { sheets: n(outcome.sheets), tile: t(outcome.tile === 'a4' ? 'export.tileA4' : 'export.tileA3'), overlap: outcome.overlapMm })}</span></>;
    case 'sheet': return <b>{outcome.sheets === 1 ? t('export.sheet', { width: cm(outcome.widthMm), height: cm(outcome.heightMm) }) : t('export.sheetsOf', { count: outcome.sheets, width: cm(outcome.widthMm), height: cm(outcome.heightMm) })}</b>;
    case 'picture': return <><b>{t('export.picture', { width: outcome.widthPx, height: outcome.heightPx })}</b><span>{t('export.pictureOnPaper', { width: cm(outcome.widthMm), height: cm(outcome.heightMm), dpi: outcome.dpi })}</span></>;
  }
}

const sheetsOf = (outcome: ExportOutcome): number => (outcome.kind === 'text' ? 0 : outcome.kind === 'poster' ? outcome.sheets + outcome.more : outcome.sheets);

/** Out of the room: a true preview on the left, what one can choose on the right. */
export function ExportPanel(props: ExportPanelProps) {
  const { boardTitle, request, onChange, pages, parts, charterPoints, questions, nextSteps, onNextSteps, cardUrls, otherBoards, onOpenFile, hasResult, outcome, fileName, preview, leaf, leaves, onLeaf, progress, aim, onStart, onPrint, toPrint, onCancel, onReveal, onBack } = props;
  const { t } = useWords();
  const set = (part: Partial<ExportRequest>): void => {
    const next = { ...request, ...part };
    const tile = next.tile !== null && next.content.kind === 'board' && tilesFor(next.format, next.paper).includes(next.tile) ? next.tile : null;
    onChange({ ...next, tile, margins: marginsFor({ ...next, tile }).includes(next.margins) ? next.margins : 'usual' });
  };
  const { content } = request;
  const root = useRef<HTMLDivElement>(null);
  // The keys are the panel's as soon as it is there, unless one of its buttons has them already.
  useEffect(() => { if (root.current && !root.current.contains(document.activeElement)) root.current.focus(); }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (event.key === 'Escape') onBack();
    else if (step !== 0) onLeaf(Math.min(Math.max(0, leaf + step), Math.max(0, leaves - 1)));
    else return;
    event.preventDefault();
  };
  const doorUrl = cardUrls.find(({ isOpen }) => isOpen)?.url ?? null;
  return (
    <div ref={root} className={styles.export} role="dialog" aria-modal aria-labelledby="export-title" tabIndex={-1} onKeyDown={onKey}>
      <header className={styles.head}>
        <button type="button" className={styles.back} onClick={onBack}>
          <ChevronLeft size={22} strokeWidth={1.8} aria-hidden />
          <span className={styles.board}>{boardTitle}</span>
          <span className={styles.to}>{t('export.toBoard')}</span>
        </button>
      </header>
      <figure className={styles.preview} aria-label={t('export.previewOf', { name: fileName })}>
        <div className={styles.place}>{preview}</div>
        <figcaption className={styles.caption}>
          <SheetSteps at={leaf} count={leaves} onGo={onLeaf} />
          <OutcomeWords outcome={outcome} />
          <span className={styles.room}><Projector size={17} strokeWidth={1.8} aria-hidden />{t('export.roomStill')}</span>
        </figcaption>
      </figure>
      <section className={styles.panel} aria-labelledby="export-title">
        <h2 id="export-title" className={styles.title}>{t('export.title')}</h2>
        <div className={styles.body}>
          <OptionGrid
            name={t('export.format')}
            value={productOf(request)}
            onChange={(product) => set({ ...choosing(product, { questions, doorUrl }), part: null })}
            options={PRODUCTS.map((product) => ({ value: product, label: t(`export.formats.${product}`), text: product === 'csv' && !hasResult ? t('export.noResult') : t(`export.formats.${product}Text`), disabled: product === 'csv' && !hasResult }))}
          />
          {content.kind === 'charter' && (
            <div className={styles.lines}>
              <div className={styles.line}>
                <span>{t('export.paper')}</span>
                <Segment name={t('export.paper')} value={content.paper} onChange={(paper) => set({ content: { kind: 'charter', paper } })} options={(['a4', 'a3'] as const).map((value) => ({ value, label: value.toUpperCase() }))} />
              </div>
            </div>
          )}
          {content.kind === 'charter' && <SwitchRow apart label={t('export.publicVersion')} text={t('export.publicText')} on={request.publicVersion} onChange={(publicVersion) => set({ publicVersion })} />}
          {content.kind === 'report' && <ReportOptions request={request} set={set} pages={pages} nextSteps={nextSteps} onNextSteps={onNextSteps} />}
          {content.kind === 'sideBySide' && <BesideOptions request={request} content={content} set={set} boardTitle={boardTitle} pages={pages} boards={otherBoards} onOpenFile={onOpenFile} />}
          {content.kind === 'tableSigns' && <SignQuestions questions={content.questions} onChange={(asked) => set({ content: { kind: 'tableSigns', questions: asked } })} />}
          {content.kind === 'seatCards' && <CardAddress urls={cardUrls} value={content.url} onChange={(url) => set({ content: { kind: 'seatCards', url } })} />}
          {content.kind === 'board' && <BoardOptions request={request} set={set} pages={pages} parts={parts} charterPoints={charterPoints} />}
        </div>
        <ExportFoot request={request} sheets={sheetsOf(outcome)} fileName={fileName} progress={progress} aim={aim} onStart={onStart} onPrint={onPrint} toPrint={toPrint} onCancel={onCancel} onReveal={onReveal} />
      </section>
    </div>
  );
}
