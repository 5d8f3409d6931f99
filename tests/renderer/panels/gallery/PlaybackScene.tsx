import { useEffect, useState } from 'react';
import type { PageId } from '../../../../shared/base/ids.ts';
import type { FilmSaving } from '../../../../renderer/panels/playback/FilmSave.tsx';
import { PlaybackPanel, type FilmLength } from '../../../../renderer/panels/playback/PlaybackPanel.tsx';
import { createPlayhead } from '../../../../renderer/playback/playhead.ts';
import type { FilmSize } from '../../../../renderer/playback/saveFilm.ts';
import { NOW_MS, PAGES } from './kielDay.ts';
import { KielSheet } from './KielSheet.tsx';

const nothing = (): void => undefined;

/** The time-lapse of a board of which the beginning was not kept, half-way. */
export function PlaybackScene() {
  const [playhead] = useState(() => createPlayhead(60_000, () => NOW_MS));
  const [length, setLength] = useState<FilmLength>('60');
  const [page, setPage] = useState<PageId | null>(null);
  const [inRoom, setInRoom] = useState(false);
  const [size, setSize] = useState<FilmSize>('fullHd');
  const [saving, setSaving] = useState<FilmSaving>({ kind: 'none' });
  useEffect(() => playhead.seek(24_000), [playhead]);
  return (
    <PlaybackPanel
      boardTitle="Droomwijk Kiel"
      state={{ kind: 'film' }}
      picture={<div style={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }}><div className="sheet" style={{ height: '100%', aspectRatio: '1200 / 849' }}><KielSheet /></div></div>}
      playhead={playhead}
      momentOf={() => '14.32'}
      cutAt="12 november"
      length={length}
      onLength={setLength}
      pages={PAGES.map((one, i) => ({ ...one, number: i + 1 }))}
      page={page}
      onPage={setPage}
      inRoom={inRoom}
      onRoom={setInRoom}
      save={{ size, onSize: setSize, able: true, saving: size === 'hd' ? { kind: 'running', share: 0.42 } : saving, onSave: () => setSaving({ kind: 'running', share: 0.1 }), onStop: () => setSaving({ kind: 'writing' }), onReveal: nothing }}
      onBack={nothing}
    />
  );
}
