import styles from './TallyMarks.module.css';

/** Strokes of one bundle, in a box of 26 × 24: four upright, a little uneven as a hand makes them, and the fifth across. */
const STROKES = ['M3 3.5L2.5 20.5', 'M8.5 2.5L8 21', 'M14 3.5L13.7 20', 'M19.5 2.8L19 21', 'M0 17L22.5 6'];

/** At most this many are drawn; a larger number says it better. */
const MOST_MARKS = 10;

/** A count as tally marks in bundles of five. Decorative: the number stands beside it. */
export function TallyMarks({ count }: { readonly count: number }) {
  if (count < 1 || count > MOST_MARKS) return null;
  const bundles = Math.ceil(count / 5);
  return (
    <span className={styles.marks} aria-hidden>
      {Array.from({ length: bundles }, (_, i) => (
        <svg key={i} width="17" height="17" viewBox="-1 1 25 22">
          {STROKES.slice(0, Math.min(5, count - i * 5)).map((d) => <path key={d} d={d} fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />)}
        </svg>
      ))}
    </span>
  );
}
