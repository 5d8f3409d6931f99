import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { useWords } from '../../words.ts';
import { KeptField } from '../parts/KeptField.tsx';
import { Segment } from '../parts/Segment.tsx';
import styles from './ExportPanel.module.css';
import { PageChips, type PageChip } from './PageChips.tsx';

type ReportOptionsProps = {
  readonly request: ExportRequest;
  readonly set: (part: Partial<ExportRequest>) => void;
  readonly pages: readonly PageChip[];
  readonly nextSteps: readonly string[];
  readonly onNextSteps: (steps: readonly string[]) => void;
};

/** So many lines are there at once, and so many at most. */
const FIRST_STEPS = 3;
const MOST_STEPS = 12;
/** Longer ones are shown on two lines. */
const ONE_LINE = 44;

/** What happens after the session, a line each; the line after the last one that is filled is always there. */
function NextSteps({ nextSteps, onNextSteps }: Pick<ReportOptionsProps, 'nextSteps' | 'onNextSteps'>) {
  const { t } = useWords();
  const places = Array.from({ length: Math.min(MOST_STEPS, Math.max(FIRST_STEPS, nextSteps.length + 1)) }, (_, i) => i);
  return (
    <div className={styles.questions}>
      <h3 className={styles.label}>{t('export.stepsOfReport')}</h3>
      {places.map((place) => (
        <KeptField
          key={place}
          hideLabel
          lines={(nextSteps[place] ?? '').length > ONE_LINE ? 2 : 1}
          maxLength={240}
          label={t('export.stepOfReport', { number: place + 1 })}
          placeholder={t('export.stepFirst')}
          value={nextSteps[place] ?? ''}
          onKeep={(step) => onNextSteps(places.map((at) => (at === place ? step : nextSteps[at] ?? '')).filter((text) => text !== ''))}
        />
      ))}
      <p className={styles.hint}>{t('export.stepsHint')}</p>
    </div>
  );
}

/** What one chooses of a report: as a PDF or as a web page, its pages, and what comes next. */
export function ReportOptions({ request, set, pages, nextSteps, onNextSteps }: ReportOptionsProps) {
  const { t } = useWords();
  return (
    <>
      <div className={styles.lines}>
        <div className={styles.line}>
          <span>{t('export.reportAs')}</span>
          <Segment name={t('export.reportAs')} value={request.format === 'html' ? 'html' : 'pdf'} onChange={(format) => set({ format })} options={[{ value: 'pdf' as const, label: t('export.reportAsPdf') }, { value: 'html' as const, label: t('export.reportAsHtml') }]} />
        </div>
        {request.format === 'html' && <p className={styles.hint}>{t('export.htmlHint')}</p>}
      </div>
      <PageChips pages={pages} parts={[]} value={request.pages} part={null} onPages={(chosen) => set({ pages: chosen })} onPart={() => undefined} />
      <NextSteps nextSteps={nextSteps} onNextSteps={onNextSteps} />
    </>
  );
}
