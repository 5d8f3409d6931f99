import { Check, Download, FileText, FolderOpen } from 'lucide-react';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './ExportFoot.module.css';

type ExportFootProps = {
  readonly request: ExportRequest;
  /** Sheets or pages in the file; 0 when that says nothing. */
  readonly sheets: number;
  readonly fileName: string;
  readonly progress: ExportProgress | null;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  readonly onReveal: () => void;
};

/** Name and size of the file, the one button, and in its place how far it is and where it went. */
export function ExportFoot({ request, sheets, fileName, progress, onStart, onCancel, onReveal }: ExportFootProps) {
  const { t } = useWords();
  const facts = [sheets > 0 ? t('export.sheets', { count: sheets }) : '', request.format === 'pdf' || request.format === 'md' ? t('export.readable') : ''].filter((fact) => fact !== '');
  const running = progress?.state === 'running';
  const percent = running ? Math.round(progress.share * 100) : 0;
  return (
    <footer className={styles.foot}>
      <div className={styles.file}>
        <FileText size={22} strokeWidth={1.7} aria-hidden />
        <span className={styles.words}>
          <span className={styles.name}><span className="aloud">{t('export.fileName')}: </span>{fileName}</span>
          <span className={styles.facts}>{facts.join(', ')}</span>
        </span>
      </div>
      <div aria-live="polite" className={styles.state}>
        {progress?.state === 'done' && (
          <p className={styles.done}>
            <Check size={20} strokeWidth={2.2} aria-hidden className={styles.tick} />{t('export.done')}
            {progress.url !== null && <a className={styles.link} href={progress.url} download={fileName}><Download size={18} aria-hidden />{t('export.download')}</a>}
            {progress.path !== null && <Button kind="quiet" icon={<FolderOpen size={18} strokeWidth={1.8} aria-hidden />} onPress={onReveal}>{t('export.showInFolder')}</Button>}
          </p>
        )}
        {progress?.state === 'cancelled' && <p className={styles.quiet}>{t('export.stopped')}</p>}
        {progress?.state === 'failed' && <p className={styles.failed}><b>{t(`notices.trouble.${progress.trouble.code}.what`)}</b> {t(`notices.trouble.${progress.trouble.code}.next`)}</p>}
      </div>
      {running
        ? (
          <div className={styles.running}>
            <span className={styles.track} role="progressbar" aria-label={fileName} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
              <span className={styles.bar} style={{ transform: `scaleX(${progress.share})` }} />
              <span className={styles.percent}>{t('export.busy', { percent })}</span>
            </span>
            <Button onPress={onCancel} large>{t('export.stop')}</Button>
          </div>
        )
        : <div className={styles.save}><Button kind="main" large icon={<Download size={20} strokeWidth={2} aria-hidden />} onPress={onStart}>{t('export.save')}</Button></div>}
    </footer>
  );
}
