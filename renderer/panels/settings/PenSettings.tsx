import type { ReactNode } from 'react';
import { Slider } from 'radix-ui';
import type { Settings } from '../../../shared/contract/settings.ts';
import { meantPressure } from '../../../shared/ink/pressureCurve.ts';
import { useWords } from '../../words.ts';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import styles from './SettingsPanel.module.css';

type PenSettingsProps = {
  readonly settings: Settings;
  readonly set: (part: Partial<Settings>) => void;
  /** A sheet to try the pen on. */
  readonly trial: ReactNode;
};

/** Three firmnesses that have a name; the slider goes between them. */
const FIRMNESS = { soft: -0.5, normal: 0, hard: 0.5 } as const;
type Firm = keyof typeof FIRMNESS;
const FIRMS: readonly Firm[] = ['soft', 'normal', 'hard'];

type LineSliderProps = { readonly label: string; readonly low: number; readonly value: number; readonly said: string; readonly onChange: (value: number) => void };

function LineSlider({ label, low, value, said, onChange }: LineSliderProps) {
  return (
    <Slider.Root className={styles.slider} min={low} max={1} step={0.1} value={[value]} onValueChange={([next]) => { if (next !== undefined) onChange(Math.round(next * 10) / 10); }}>
      <Slider.Track className={styles.track}><Slider.Range className={styles.range} /></Slider.Track>
      <Slider.Thumb className={styles.thumb} aria-label={label} aria-valuetext={said} />
    </Slider.Root>
  );
}

/** The curve from what the pen gives (to the right) to what it draws (upwards). */
function Curve({ firmness }: { readonly firmness: number }) {
  const points = Array.from({ length: 25 }, (_, i) => `${4 + (i / 24) * 56} ${60 - meantPressure(i / 24, firmness) * 56}`);
  return (
    <svg className={styles.curve} width="64" height="64" viewBox="0 0 64 64" aria-hidden>
      <path d="M4 60L60 4" stroke="var(--line)" strokeWidth="1.5" strokeDasharray="2 4" />
      <path d={`M${points.join('L')}`} fill="none" stroke="var(--text)" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The hand of the person at this laptop: its pen, its fingers, and what is made of its lines. */
export function PenSettings({ settings, set, trial }: PenSettingsProps) {
  const { t } = useWords();
  const percent = Math.round(settings.smoothing * 100);
  const firm = FIRMS.find((name) => FIRMNESS[name] === settings.firmness);
  return (
    <section className={styles.part} aria-labelledby="pen-settings">
      <h3 id="pen-settings" className={styles.head}>{t('pen.title')}</h3>
      {trial}
      <SwitchRow label={t('settings.pressure')} text={t('settings.pressureText')} on={settings.pressure} onChange={(pressure) => set({ pressure })} />
      {settings.pressure && (
        <div className={styles.line}>
          <span className={styles.name}>{t('pen.firmness')}</span>
          <Segment name={t('pen.firmness')} value={firm ?? 'own'} onChange={(name) => { if (name !== 'own') set({ firmness: FIRMNESS[name] }); }} options={FIRMS.map((name) => ({ value: name as Firm | 'own', label: t(`pen.firm.${name}`) }))} />
          <span className={styles.firm}>
            <Curve firmness={settings.firmness} />
            <span className={styles.grows}>
              <LineSlider label={t('pen.curve')} low={-1} value={settings.firmness} said={firm ? t(`pen.firm.${firm}`) : t('pen.curveValue', { value: Math.round(settings.firmness * 10) })} onChange={(firmness) => set({ firmness })} />
              <span className={styles.ends} aria-hidden><span>{t('pen.light')}</span><span>{t('pen.heavy')}</span></span>
            </span>
          </span>
        </div>
      )}
      <div className={styles.line}>
        <span><span className={styles.name}>{t('settings.smoothing')}</span><span className={styles.text}>{t('settings.smoothingText')}</span></span>
        <LineSlider label={t('settings.smoothing')} low={0} value={settings.smoothing} said={percent === 0 ? t('tray.smoothingOff') : t('tray.smoothingShare', { percent })} onChange={(smoothing) => set({ smoothing })} />
      </div>
      <SwitchRow label={t('pen.forms')} text={t('pen.formsText')} on={settings.holdForms} onChange={(holdForms) => set({ holdForms })} />
      <div className={styles.line}>
        <span><span className={styles.name}>{t('pen.barrel')}</span><span className={styles.text}>{t('pen.barrelText')}</span></span>
        <Segment name={t('pen.barrel')} value={settings.barrelButton} onChange={(barrelButton) => set({ barrelButton })} options={(['pan', 'eraser', 'lasso', 'none'] as const).map((value) => ({ value, label: t(`pen.button.${value}`) }))} />
      </div>
      <div className={styles.line}>
        <span><span className={styles.name}>{t('pen.finger')}</span><span className={styles.text}>{t('pen.fingerText')}</span></span>
        <Segment name={t('pen.finger')} value={settings.fingerDraws} onChange={(fingerDraws) => set({ fingerDraws })} options={(['auto', 'always', 'never'] as const).map((value) => ({ value, label: t(`pen.draws.${value}`) }))} />
      </div>
      <SwitchRow label={t('pen.taps')} text={t('pen.tapsText')} on={settings.fingerTaps} onChange={(fingerTaps) => set({ fingerTaps })} />
      <SwitchRow label={t('pen.guides')} text={t('pen.guidesText')} on={settings.guides} onChange={(guides) => set({ guides })} />
    </section>
  );
}
