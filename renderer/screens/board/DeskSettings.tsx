import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Host } from '../../../shared/contract/contract.ts';
import type { DisplayInfo } from '../../../shared/contract/room.ts';
import { SettingsPanel } from '../../panels/settings/SettingsPanel.tsx';
import { later } from '../later.tsx';
import type { SettingsStore } from '../../state/settingsStore.ts';

/** The pen and all that it draws with; the start screen has no need of it before. */
const PenTrial = later(async () => (await import('../../panels/settings/PenTrial.tsx')).PenTrial);

/** Wires the settings of this laptop; from the desk and from the start screen. */
export function DeskSettings({ host, settings, onDismiss }: { readonly host: Host; readonly settings: SettingsStore; readonly onDismiss: () => void }) {
  const known = useStore(settings);
  const [displays, setDisplays] = useState<readonly DisplayInfo[]>([]);
  const [desktop, setDesktop] = useState(false);
  useEffect(() => {
    void host.call('room.displays', {}).then((result) => { if (result.ok) setDisplays(result.value); });
    void host.call('app.info', {}).then((info) => setDesktop(info.ok && info.value.shell === 'desktop'));
    return host.on('room.displays', setDisplays);
  }, [host]);
  return (
    <SettingsPanel
      settings={known}
      onChange={(next) => settings.change(next)}
      displays={displays}
      onChooseCopy={desktop ? () => void host.call('boards.chooseSecondCopy', { off: false }) : null}
      onCopyOff={() => void host.call('boards.chooseSecondCopy', { off: true })}
      trial={<PenTrial settings={known} />}
      onDismiss={onDismiss}
    />
  );
}
