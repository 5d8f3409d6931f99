import { useLayoutEffect, useRef } from 'react';
import { Check, Download, FileText, FolderOpen, Printer } from 'lucide-react';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { TroubleCode } from '../../../shared/contract/trouble.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './ExportFoot.module.css';

/** The export that is under way, or was last, and the ways to begin and stop one. */
export type ExportControls = {
  readonly fileName: string;
  readonly progress: ExportProgress | null;
  /** Whether it makes a file, or paper. */
  readonly aim: 'file' | 'paper';
  readonly onStart: () => void;
  /** Null where what was chosen is not for paper. */
  readonly onPrint: (() => void) | null;
  /** Whether the panel was opened to print: that button then has the focus. */
  readonly toPrint: boolean;
  readonly onCancel: () => void;
  readonly onReveal: () => void;
};

type ExportFootProps = ExportControls & {
  readonly request: ExportRequest;
  /** Sheets or pages in the file; 0 when that says nothing. */
  readonly sheets: number;
};

/** What is said otherwise here than where a board is kept: nothing of the board is in danger. */
const OWN_FAULTS = ['disk.full', 'disk.readOnly', 'disk.gone', 'disk.failed'] as const satisfies readonly TroubleCode[];

function Fault({ code }: { readonly code: TroubleCode }) {
  const { t } = useWords();
  const own = OWN_FAULTS.find((fault) => fault === code);
  return <p className={styles.failed}><b>{own ? t(`export.faults.${own}.what`) : t(`notices.trouble.${code}.what`)}</b> {own ? t(`export.faults.${own}.next`) : t(`notices.trouble.${code}.next`)}</p>;
}

/** What is said once it is there: where the file went, or that it went to the printer. */
function Done({ progress, aim, fileName, onReveal }: Pick<ExportFootProps, 'aim' | 'fileName' | 'onReveal'> & { readonly progress: Extract<ExportProgress, { state: 'done' }> }) {
  const { t } = useWords();
  const { url, path } = progress;
  const isPaper = aim === 'paper';
  return (
    <p className={styles.done}>
      <Check size={20} strokeWidth={2.2} aria-hidden className={styles.tick} />{t(!isPaper ? 'export.done' : url === null ? 'export.printed' : 'export.printOpened')}
      {url !== null && (isPaper
        ? <a className={styles.link} href={url} target="_blank" rel="noreferrer"><Printer size={18} aria-hidden />{t('export.printOpen')}</a>
        : <a className={styles.link} href={url} download={fileName}><Download size={18} aria-hidden />{t('export.download')}</a>)}
      {path !== null && <Button kind="quiet" icon={<FolderOpen size={18} strokeWidth={1.8} aria-hidden />} onPress={onReveal}>{t('export.showInFolder')}</Button>}
    </p>
  );
}

/** Name and size of the file, the buttons, and in their place how far it is and where it went. */
export function ExportFoot({ request, sheets, fileName, progress, aim, onStart, onPrint, toPrint, onCancel, onReveal }: ExportFootProps) {
  const { t } = useWords();
  const facts = [sheets > 0 ? t('export.sheets', { count: sheets }) : '', request.format === 'pdf' || request.format === 'html' || request.format === 'md' ? t('export.readable') : ''].filter((fact) => fact !== '');
  const running = progress?.state === 'running';
  const percent = running ? Math.round(progress.share * 100) : 0;
  const foot = useRef<HTMLElement>(null);
  const stood = useRef(running);
  // The button that was pressed goes; the keys stay with the panel, on nothing that a held Enter would press.
  useLayoutEffect(() => {
    if (stood.current === running) return;
    stood.current = running;
    if (document.activeElement === null || document.activeElement === document.body) foot.current?.focus({ preventScroll: true });
  }, [running]);
  return (
    <footer ref={foot} tabIndex={-1} className={styles.foot}>
      <div className={styles.file}>
        <FileText size={22} strokeWidth={1.7} aria-hidden />
        <span className={styles.words}>
          <span className={styles.name}><span className="aloud">{t('export.fileName')}: </span>{fileName}</span>
          <span className={styles.facts}>{facts.join(', ')}</span>
        </span>
      </div>
      <div aria-live="polite" className={styles.state}>
        {progress?.state === 'done' && <Done progress={progress} aim={aim} fileName={fileName} onReveal={onReveal} />}
        {progress?.state === 'cancelled' && <p className={styles.quiet}>{t(aim === 'paper' ? 'export.printStopped' : 'export.stopped')}</p>}
        {progress?.state === 'failed' && <Fault code={progress.trouble.code} />}
      </div>
      {running
        ? (
          <div key="running" className={styles.running}>
            <span className={styles.track} role="progressbar" aria-label={fileName} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
              <span className={styles.bar} style={{ transform: `scaleX(${progress.share})` }} />
              <span className={styles.percent}>{t('export.busy', { percent })}</span>
            </span>
            <Button onPress={onCancel} large>{t('export.stop')}</Button>
          </div>
        )
        : (
          <div key="begin" className={onPrint ? `${styles.save} ${styles.both}` : styles.save}>
            {onPrint && <Button large focused={toPrint} icon={<Printer size={20} strokeWidth={1.9} aria-hidden />} onPress={onPrint}>{t('export.print')}</Button>}
            <Button kind="main" large icon={<Download size={20} strokeWidth={2} aria-hidden />} onPress={onStart}>{t('export.save')}</Button>
          </div>
        )}
    </footer>
  );
}
