const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 2.4, strokeLinecap: 'round' } as const;

/** A whole line that goes, with the ring that takes it. */
export function RubWholeIcon() {
  return (
    <svg width="34" height="24" viewBox="0 0 34 24" aria-hidden>
      <path d="M3 15C9 8 24 20 31 11" {...STROKE} strokeDasharray="1 4.4" />
      <circle cx="17" cy="12" r="7" {...STROKE} strokeWidth="1.8" />
    </svg>
  );
}

/** A line of which both ends stay beside the ring. */
export function RubPartIcon() {
  return (
    <svg width="34" height="24" viewBox="0 0 34 24" aria-hidden>
      <path d="M2.5 15C4 13.4 5 12.6 6.6 12.2M27 13.4C28.6 13.2 30 12.4 31.5 11" {...STROKE} />
      <circle cx="17" cy="12" r="7" {...STROKE} strokeWidth="1.8" />
    </svg>
  );
}
