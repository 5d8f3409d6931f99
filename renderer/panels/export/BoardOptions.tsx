import type { ReactNode } from 'react';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { PAPERS_MM } from '../../../shared/paint/sheet.ts';
import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import styles from './ExportPanel.module.css';
import { OptionGrid } from './OptionGrid.tsx';
import { PageChips, type PageChip, type PartChip } from './PageChips.tsx';
import { cm, isPicture, marginsFor, PAPERS, tilesFor } from './paperChoice.ts';

export type BoardOptionsProps = {
  readonly request: ExportRequest;
  readonly set: (part: Partial<ExportRequest>) => void;
  readonly pages: readonly PageChip[];
  readonly parts: readonly PartChip[];
  readonly charterPoints: number;
};

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div className={styles.line}><span>{name}</span>{children}</div>;
}

/** The papers, each with how large it is as it will lie. */
function PaperGrid({ request, set }: Pick<BoardOptionsProps, 'request' | 'set'>) {
  const { t } = useWords();
  const upright = request.orientation === 'portrait';
  return (
    <OptionGrid
      name={t('export.paper')}
      value={request.paper}
      onChange={(paper) => set({ paper })}
      options={PAPERS.map((paper) => {
        if (paper === 'board') return { value: paper, label: t('export.paperAs'), text: t('export.paperAsText'), disabled: false };
        const { short, long } = PAPERS_MM[paper];
        return { value: paper, label: paper.toUpperCase(), text: t('export.centimetres', { width: cm(upright ? short : long), height: cm(upright ? long : short) }), disabled: false };
      })}
    />
  );
}

/** How the page lies on its paper, and what a picture has besides. */
function Lines({ request, set }: Pick<BoardOptionsProps, 'request' | 'set'>) {
  const { t } = useWords();
  const margins = marginsFor(request);
  const tiles = tilesFor(request.format, request.paper);
  return (
    <div className={styles.lines}>
      {tiles.length > 0 && (
        <Line name={t('export.tile')}>
          <Segment
            name={t('export.tile')}
            value={request.tile ?? 'none'}
            onChange={(tile) => set({ tile: tile === 'none' ? null : tile })}
            options={[{ value: 'none' as const, label: t('export.tileNone') }, ...tiles.map((tile) => ({ value: tile, label: tile.toUpperCase() }))]}
          />
        </Line>
      )}
      {margins.length > 1 && (
        <Line name={t('export.margins')}>
          <Segment name={t('export.margins')} value={request.margins} onChange={(chosen) => set({ margins: chosen })} options={margins.map((value) => ({ value, label: t(`export.marginsAs.${value}`) }))} />
        </Line>
      )}
      {request.paper !== 'board' && (
        <Line name={t('export.orientation')}>
          <Segment name={t('export.orientation')} value={request.orientation} onChange={(orientation) => set({ orientation })} options={(['auto', 'landscape', 'portrait'] as const).map((value) => ({ value, label: t(`export.${value}`) }))} />
        </Line>
      )}
      {request.format === 'png' && (
        <Line name={t('export.dpi')}>
          <Segment name={t('export.dpi')} value={String(request.dpi)} onChange={(dpi) => set({ dpi: Number(dpi) })} options={['150', '300'].map((dpi) => ({ value: dpi, label: t('export.dpiValue', { dpi }) }))} />
        </Line>
      )}
      {request.format !== 'pdf' && (
        <Line name={t('export.background')}>
          <Segment name={t('export.background')} value={request.background} onChange={(background) => set({ background })} options={(['paper', 'none'] as const).map((value) => ({ value, label: t(`export.backgroundAs.${value}`) }))} />
        </Line>
      )}
      {request.format === 'svg' && (
        <Line name={t('export.svgText')}>
          <Segment name={t('export.svgText')} value={request.svgText} onChange={(svgText) => set({ svgText })} options={[{ value: 'text' as const, label: t('export.svgAsText') }, { value: 'outlines' as const, label: t('export.svgOutlines') }]} />
        </Line>
      )}
    </div>
  );
}

/** What one can choose about the board itself: what of it, on which paper, and what goes along. */
export function BoardOptions({ request, set, pages, parts, charterPoints }: BoardOptionsProps) {
  const { t, n } = useWords();
  return (
    <>
      {isPicture(request.format) && (
        <>
          <PageChips pages={pages} parts={parts} value={request.pages} part={request.part ?? null} onPages={(chosen) => set({ pages: chosen, part: null })} onPart={(part) => set({ part, charter: false })} />
          <PaperGrid request={request} set={set} />
          <Lines request={request} set={set} />
        </>
      )}
      {request.format === 'pdf' && !request.part && (
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
      <SwitchRow apart label={t('export.publicVersion')} text={t('export.publicText')} on={request.publicVersion} onChange={(publicVersion) => set({ publicVersion })} />
    </>
  );
}
