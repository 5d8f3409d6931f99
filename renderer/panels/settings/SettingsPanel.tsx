import type { ReactNode } from 'react';
import type { DisplayInfo } from '../../../shared/contract/room.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import { PenSettings } from './PenSettings.tsx';
import styles from './SettingsPanel.module.css';

export type SettingsPanelProps = {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly displays: readonly DisplayInfo[];
  /** Null where folders cannot be chosen, as in a browser. */
  readonly onChooseCopy: (() => void) | null;
  readonly onCopyOff: () => void;
  /** A sheet to try the pen on. */
  readonly trial: ReactNode;
  readonly onDismiss: () => void;
};

/** What belongs to this laptop: language, hand, line, second copy, display of the room screen. */
export function SettingsPanel({ settings, onChange, displays, onChooseCopy, onCopyOff, trial, onDismiss }: SettingsPanelProps) {
  const { t } = useWords();
  const set = (part: Partial<Settings>): void => onChange({ ...settings, ...part });
  return (
    <PanelFrame title={t('settings.title')} onClose={onDismiss} footer={<p className={styles.text}>{t('settings.private')} {t('app.local')}</p>}>
      <div className={styles.line}>
        <span className={styles.name}>{t('settings.language')}</span>
        <Segment name={t('settings.language')} value={settings.locale} onChange={(locale) => set({ locale })} options={[{ value: 'nl' as const, label: t('settings.dutch') }, { value: 'en' as const, label: t('settings.english') }]} />
      </div>
      <div className={styles.line}>
        <span><span className={styles.name}>{t('settings.hand')}</span><span className={styles.text}>{t('settings.handText')}</span></span>
        <Segment name={t('settings.hand')} value={settings.drawingHand} onChange={(drawingHand) => set({ drawingHand })} options={[{ value: 'left' as const, label: t('settings.left') }, { value: 'right' as const, label: t('settings.right') }]} />
      </div>
      {onChooseCopy !== null && (
        <div className={styles.line}>
          <span className={styles.grows}>
            <span className={styles.name}>{t('settings.secondCopy')}</span>
            <span className={styles.text}>{settings.secondCopyFolder ?? t('settings.secondCopyNone')}</span>
          </span>
          <span className={styles.ways}>
            {settings.secondCopyFolder !== null && <Button kind="quiet" onPress={onCopyOff}>{t('settings.secondCopyOff')}</Button>}
            <Button label={`${t('settings.secondCopy')}: ${t('settings.choose')}`} onPress={onChooseCopy}>{t('settings.choose')}</Button>
          </span>
        </div>
      )}
      {displays.length > 1 && (
        <div className={styles.line}>
          <label className={styles.name} htmlFor="room-display">{t('settings.roomDisplay')}</label>
          <select id="room-display" className={styles.select} value={settings.roomDisplay ?? ''} onChange={(event) => set({ roomDisplay: event.target.value === '' ? null : event.target.value })}>
            <option value="">{t('settings.roomDisplayAuto')}</option>
            {displays.map((display) => (
              <option key={display.id} value={display.id}>
                {display.holdsDesk ? t('room.displayDesk', { label: display.label }) : display.label} · {t('room.displaySize', { width: display.widthPx, height: display.heightPx })}
              </option>
            ))}
          </select>
        </div>
      )}
      <SwitchRow label={t('settings.roomTone')} text={t('settings.roomToneText')} on={settings.roomTone} onChange={(roomTone) => set({ roomTone })} />
      <PenSettings settings={settings} set={set} trial={trial} />
    </PanelFrame>
  );
}
