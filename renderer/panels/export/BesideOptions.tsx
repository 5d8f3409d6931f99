import { FolderOpen } from 'lucide-react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { ExportContent, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { KeptField } from '../parts/KeptField.tsx';
import { Segment } from '../parts/Segment.tsx';
import styles from './ExportPanel.module.css';
import { PageChips, type PageChip } from './PageChips.tsx';
import chips from './PageChips.module.css';

/** Another board of this laptop. */
export type OtherBoard = { readonly id: BoardId; readonly title: string };

type BesideOptionsProps = {
  readonly request: ExportRequest;
  readonly content: Extract<ExportContent, { kind: 'sideBySide' }>;
  readonly set: (part: Partial<ExportRequest>) => void;
  readonly boardTitle: string;
  readonly pages: readonly PageChip[];
  /** Last changed first. */
  readonly boards: readonly OtherBoard[];
  /** Takes in a board file that lies elsewhere. */
  readonly onOpenFile: () => void;
};

/** What one chooses of a poster with several boards: its heading, the pages, the other boards, the paper. */
export function BesideOptions({ request, content, set, boardTitle, pages, boards, onOpenFile }: BesideOptionsProps) {
  const { t } = useWords();
  const change = (part: Partial<typeof content>): void => set({ content: { ...content, ...part } });
  const toggle = (id: BoardId): void => change({ boards: content.boards.includes(id) ? content.boards.filter((other) => other !== id) : [...content.boards, id] });
  return (
    <>
      <div className={styles.questions}>
        <h3 className={styles.label}>{t('export.heading')}</h3>
        <KeptField hideLabel lettered maxLength={80} label={t('export.heading')} placeholder={boardTitle} value={content.heading} onKeep={(heading) => change({ heading })} />
      </div>
      <div className={styles.lines}>
        <div className={styles.line}>
          <span>{t('export.paper')}</span>
          <Segment name={t('export.paper')} value={content.paper} onChange={(paper) => change({ paper })} options={(['a1', 'a0'] as const).map((value) => ({ value, label: value.toUpperCase() }))} />
        </div>
      </div>
      <PageChips pages={pages} parts={[]} value={request.pages} part={null} onPages={(chosen) => set({ pages: chosen })} onPart={() => undefined} />
      <div className={chips.group} role="group" aria-label={t('export.otherBoards')}>
        <p className={chips.name} aria-hidden>{t('export.otherBoards')}</p>
        <div className={chips.chips}>
          {boards.map(({ id, title }) => (
            <button key={id} type="button" className={`${chips.chip} ${chips.part}`} aria-pressed={content.boards.includes(id)} title={title} onClick={() => toggle(id)}>{title}</button>
          ))}
          <Button kind="quiet" icon={<FolderOpen size={18} strokeWidth={1.8} aria-hidden />} onPress={onOpenFile}>{t('export.otherFile')}</Button>
        </div>
      </div>
      <p className={styles.hint}>{t(content.boards.length === 0 ? 'export.besideAlone' : 'export.besideHint')}</p>
    </>
  );
}
