/** Two notes of a small bell, soft at both ends: nobody starts, everybody looks up. Hz and seconds after the beginning. */
const NOTES = [{ hz: 659.26, at: 0 }, { hz: 880, at: 0.32 }] as const;
const LOUD = 0.16;
const FADES_S = 1.4;

/** Plays a soft tone through the loudspeaker of this laptop. */
export function playSoftTone(): void {
  const context = new AudioContext();
  for (const { hz, at } of NOTES) {
    const from = context.currentTime + at;
    const note = context.createOscillator(), volume = context.createGain();
    note.type = 'sine';
    note.frequency.value = hz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUD, from + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + FADES_S);
    note.connect(volume).connect(context.destination);
    note.start(from);
    note.stop(from + FADES_S);
  }
  window.setTimeout(() => { void context.close(); }, 4000);
}
