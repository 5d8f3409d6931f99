import { ChevronLeft, Projector } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { PAPERS_MM } from '../../../shared/paint/sheet.ts';
import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import { ExportFoot } from './ExportFoot.tsx';
import styles from './ExportPanel.module.css';
import { OptionGrid } from './OptionGrid.tsx';
import { PageChips, type PageChip } from './PageChips.tsx';
import { SignQuestions } from './SignQuestions.tsx';
import { choosing, isPicture, marginsFor, PAPERS, PRODUCTS, productOf, tilesFor } from './paperChoice.ts';

/** What the request will give, as the export itself works it out. */
export type ExportOutcome =
  | { readonly kind: 'sheet'; readonly widthMm: number; readonly heightMm: number; readonly sheets: number }
  | { readonly kind: 'poster'; readonly widthMm: number; readonly heightMm: number; readonly sheets: number; readonly overlapMm: number; readonly tile: 'a4' | 'a3' }
  | { readonly kind: 'picture'; readonly widthPx: number; readonly heightPx: number; readonly sheets: number }
  | { readonly kind: 'text' };

export type ExportPanelProps = {
  readonly boardTitle: string;
  readonly request: ExportRequest;
  readonly onChange: (request: ExportRequest) => void;
  readonly pages: readonly PageChip[];
  readonly charterPoints: number;
  /** What the prepared sheets ask, for the signs on the tables. */
  readonly questions: readonly string[];
  /** Whether a round was revealed: without one there is no result to give. */
  readonly hasResult: boolean;
  readonly outcome: ExportOutcome;
  readonly fileName: string;
  /** The true output, painted small; fills its place. */
  readonly preview: ReactNode;
  readonly progress: ExportProgress | null;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  readonly onReveal: () => void;
  readonly onBack: () => void;
};

const cm = (mm: number): number => Math.round(mm / 10);

/** Out of the room: a true preview on the left, what one can choose on the right. */
export function ExportPanel(props: ExportPanelProps) {
  const { boardTitle, request, onChange, pages, charterPoints, questions, hasResult, outcome, fileName, preview, progress, onStart, onCancel, onReveal, onBack } = props;
  const { t, n } = useWords();
  const set = (part: Partial<ExportRequest>): void => {
    const next = { ...request, ...part };
    const tile = next.tile !== null && next.content.kind === 'board' && tilesFor(next.format, next.paper).includes(next.tile) ? next.tile : null;
    onChange({ ...next, tile, margins: marginsFor({ ...next, tile }).includes(next.margins) ? next.margins : 'usual' });
  };
  const ofBoard = request.content.kind === 'board';
  const picture = ofBoard && isPicture(request.format);
  const margins = marginsFor(request);
  const tiles = tilesFor(request.format, request.paper);
  return (
    <div className={styles.export}>
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
          {outcome.kind === 'poster' && <><b>{t('export.poster', { width: cm(outcome.widthMm), height: cm(outcome.heightMm) })}</b><span>{t('export.glue', { sheets: n(outcome.sheets), tile: t(outcome.tile === 'a4' ? 'export.tileA4' : 'export.tileA3'), overlap: outcome.overlapMm })}</span></>}
          {outcome.kind === 'sheet' && <b>{t('export.sheet', { width: cm(outcome.widthMm), height: cm(outcome.heightMm) })}</b>}
          {outcome.kind === 'picture' && <b>{t('export.picture', { width: outcome.widthPx, height: outcome.heightPx })}</b>}
          <span className={styles.room}><Projector size={17} strokeWidth={1.8} aria-hidden />{t('export.roomStill')}</span>
        </figcaption>
      </figure>
      <section className={styles.panel} aria-labelledby="export-title">
        <h2 id="export-title" className={styles.title}>{t('export.title')}</h2>
        <div className={styles.body}>
          <OptionGrid
            name={t('export.format')}
            value={productOf(request)}
            onChange={(product) => set(choosing(product, questions))}
            options={PRODUCTS.map((product) => ({ value: product, label: t(`export.formats.${product}`), text: product === 'csv' && !hasResult ? t('export.noResult') : t(`export.formats.${product}Text`), disabled: product === 'csv' && !hasResult }))}
          />
          {request.content.kind === 'charter' && (
            <div className={styles.lines}>
              <div className={styles.line}>
                <span>{t('export.paper')}</span>
                <Segment name={t('export.paper')} value={request.content.paper} onChange={(paper) => set({ content: { kind: 'charter', paper } })} options={(['a4', 'a3'] as const).map((value) => ({ value, label: value.toUpperCase() }))} />
              </div>
            </div>
          )}
          {request.content.kind === 'tableSigns' && <SignQuestions questions={request.content.questions} onChange={(asked) => set({ content: { kind: 'tableSigns', questions: asked } })} />}
          {picture && pages.length > 1 && <PageChips pages={pages} value={request.pages} onChange={(chosen) => set({ pages: chosen })} />}
          {picture && (
            <OptionGrid
              name={t('export.paper')}
              value={request.paper}
              onChange={(paper) => set({ paper })}
              options={PAPERS.map((paper) => {
                if (paper === 'board') return { value: paper, label: t('export.paperAs'), text: t('export.paperAsText'), disabled: false };
                const { short, long } = PAPERS_MM[paper];
                const upright = request.orientation === 'portrait';
                const small = paper === 'a4' || paper === 'a3';
                return { value: paper, label: paper.toUpperCase(), text: small ? t('export.oneSheet') : t('export.centimetres', { width: cm(upright ? short : long), height: cm(upright ? long : short) }), disabled: false };
              })}
            />
          )}
          {picture && (
            <div className={styles.lines}>
              {tiles.length > 0 && (
                <div className={styles.line}>
                  <span>{t('export.tile')}</span>
                  <Segment
                    name={t('export.tile')}
                    value={request.tile ?? 'none'}
                    onChange={(tile) => set({ tile: tile === 'none' ? null : tile })}
                    options={[{ value: 'none' as const, label: t('export.tileNone') }, ...tiles.map((tile) => ({ value: tile, label: tile.toUpperCase() }))]}
                  />
                </div>
              )}
              {margins.length > 1 && (
                <div className={styles.line}>
                  <span>{t('export.margins')}</span>
                  <Segment name={t('export.margins')} value={request.margins} onChange={(chosen) => set({ margins: chosen })} options={margins.map((value) => ({ value, label: t(`export.marginsAs.${value}`) }))} />
                </div>
              )}
              {request.paper !== 'board' && (
                <div className={styles.line}>
                  <span>{t('export.orientation')}</span>
                  <Segment name={t('export.orientation')} value={request.orientation} onChange={(orientation) => set({ orientation })} options={(['auto', 'landscape', 'portrait'] as const).map((value) => ({ value, label: t(`export.${value}`) }))} />
                </div>
              )}
              {request.format === 'png' && (
                <div className={styles.line}>
                  <span>{t('export.dpi')}</span>
                  <Segment name={t('export.dpi')} value={String(request.dpi)} onChange={(dpi) => set({ dpi: Number(dpi) })} options={['150', '300'].map((dpi) => ({ value: dpi, label: t('export.dpiValue', { dpi }) }))} />
                </div>
              )}
              {request.format !== 'pdf' && (
                <div className={styles.line}>
                  <span>{t('export.background')}</span>
                  <Segment name={t('export.background')} value={request.background} onChange={(background) => set({ background })} options={(['paper', 'none'] as const).map((value) => ({ value, label: t(`export.backgroundAs.${value}`) }))} />
                </div>
              )}
              {request.format === 'svg' && (
                <div className={styles.line}>
                  <span>{t('export.svgText')}</span>
                  <Segment name={t('export.svgText')} value={request.svgText} onChange={(svgText) => set({ svgText })} options={[{ value: 'text' as const, label: t('export.svgAsText') }, { value: 'outlines' as const, label: t('export.svgOutlines') }]} />
                </div>
              )}
            </div>
          )}
          {ofBoard && request.format === 'pdf' && (
            <>
              <h3 className={styles.label}>{t('export.goesAlong')}</h3>
              <SwitchRow
                label={t('export.charter')}
                text={charterPoints === 0 ? t('export.charterEmpty') : t('export.charterText', { count: charterPoints, n: n(charterPoints) })}
                on={request.charter}
                onChange={(charter) => set({ charter })}
              />
            </>
          )}
          {(ofBoard || request.content.kind === 'charter') && <SwitchRow apart label={t('export.publicVersion')} text={t('export.publicText')} on={request.publicVersion} onChange={(publicVersion) => set({ publicVersion })} />}
        </div>
        <ExportFoot request={request} sheets={outcome.kind === 'text' ? 0 : outcome.sheets} fileName={fileName} progress={progress} onStart={onStart} onCancel={onCancel} onReveal={onReveal} />
      </section>
    </div>
  );
}
