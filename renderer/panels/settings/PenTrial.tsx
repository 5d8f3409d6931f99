import { Check, Hand, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { PressureVerdict } from '../../stage/judgePressure.ts';
import { createTrialSheet } from '../../tools/trialSheet.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './PenTrial.module.css';

type PenTrialProps = { readonly settings: Settings };

/** What the last line said, and what one can do about it. */
function Said({ verdict, pressureOn }: { readonly verdict: PressureVerdict | null; readonly pressureOn: boolean }) {
  const { t } = useWords();
  if (verdict === null) return <p className={styles.said}>{t('pen.ask')}</p>;
  if (verdict === 'found') return <p className={styles.said} data-verdict="ok"><Check size={17} strokeWidth={2.4} aria-hidden />{t(pressureOn ? 'pen.found' : 'pen.foundOff')}</p>;
  if (verdict === 'flat') return <p className={styles.said}>{t('pen.flat')}</p>;
  if (verdict === 'touch') return <p className={styles.said}><Hand size={17} strokeWidth={2} aria-hidden />{t('pen.touch')}</p>;
  return (
    <div className={styles.said} data-verdict="attention">
      <TriangleAlert size={18} strokeWidth={2} aria-hidden />
      <p><strong>{t('pen.none')}</strong> {t(verdict === 'none' ? 'pen.noneText' : 'pen.mouse')}</p>
    </div>
  );
}

/** A strip of paper to try the pen on, with a meter of its pressure; it draws just as the board does. */
export function PenTrial({ settings }: PenTrialProps) {
  const { t } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const meter = useRef<HTMLSpanElement>(null);
  const sheet = useRef<ReturnType<typeof createTrialSheet> | null>(null);
  const newest = useRef(settings);
  const [verdict, setVerdict] = useState<PressureVerdict | null>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => { newest.current = settings; }, [settings]);

  useEffect(() => {
    if (!element.current || !canvas.current) return undefined;
    const made = createTrialSheet({
      element: element.current,
      canvas: canvas.current,
      settings: () => newest.current,
      // Straight to the page: a pen tells its pressure hundreds of times a second.
      onPressure: (pressure) => { if (meter.current) meter.current.style.transform = `scaleX(${pressure ?? 0})`; },
      onLine(next) {
        setVerdict(next);
        setDrawn(true);
      },
    });
    sheet.current = made;
    return () => {
      sheet.current = null;
      made.close();
    };
  }, []);

  return (
    <div className={styles.trial}>
      <div ref={element} className={styles.paper} role="img" aria-label={t('pen.field')} data-testid="pen-trial">
        {!drawn && <span className={styles.hint} aria-hidden>{t('pen.hint')}</span>}
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
      </div>
      <div className={styles.under}>
        <span className={styles.meterName}>{t('pen.meter')}</span>
        <span className={styles.meter} aria-hidden><span ref={meter} className={styles.level} /></span>
        <Button kind="quiet" label={`${t('pen.field')}: ${t('pen.wipe')}`} onPress={() => { sheet.current?.wipe(); setVerdict(null); setDrawn(false); }}>{t('pen.wipe')}</Button>
      </div>
      <div aria-live="polite"><Said verdict={verdict} pressureOn={settings.pressure} /></div>
    </div>
  );
}
