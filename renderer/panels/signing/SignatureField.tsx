import { Eraser } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { createSignatureSheet, type SignatureSheet } from '../../tools/signatureSheet.ts';
import { useWords } from '../../words.ts';
import styles from './SigningView.module.css';

type SignatureFieldProps = {
  readonly settings: Settings;
  /** Given the sheet when it lies there, and null when it goes. */
  readonly onSheet: (sheet: SignatureSheet | null) => void;
  readonly onInk: (isDrawn: boolean) => void;
};

/** Paper with a line on it, to sign with pen, finger or mouse. */
export function SignatureField({ settings, onSheet, onInk }: SignatureFieldProps) {
  const { t } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<SignatureSheet | null>(null);
  const newest = useRef({ settings, onSheet, onInk });
  const [drawn, setDrawn] = useState(false);
  useEffect(() => { newest.current = { settings, onSheet, onInk }; }, [settings, onSheet, onInk]);
  useEffect(() => {
    if (!element.current || !canvas.current) return undefined;
    const made = createSignatureSheet({
      element: element.current, canvas: canvas.current, settings: () => newest.current.settings,
      onInk(isDrawn) {
        setDrawn(isDrawn);
        newest.current.onInk(isDrawn);
      },
    });
    sheet.current = made;
    const told = newest.current;
    told.onSheet(made);
    return () => {
      sheet.current = null;
      told.onSheet(null);
      made.close();
    };
  }, []);
  return (
    <div className={styles.signature}>
      <div ref={element} className={styles.field} role="img" aria-label={t('signing.field')} data-testid="signature-field">
        <span className={styles.line} aria-hidden />
        {!drawn && <span className={styles.here} aria-hidden>{t('signing.here')}</span>}
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
      </div>
      <span className="aloud" role="status">{drawn ? t('signing.drawn') : ''}</span>
      <button type="button" className={styles.wipe} disabled={!drawn} onClick={() => sheet.current?.wipe()}><Eraser size={18} strokeWidth={1.8} aria-hidden />{t('signing.wipe')}</button>
    </div>
  );
}
