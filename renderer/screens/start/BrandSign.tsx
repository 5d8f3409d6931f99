/** The sign of the app: a cloth on a stand with one stroke on it. Decorative: the name stands beside it. */
export function BrandSign({ sizePx }: { readonly sizePx: number }) {
  return (
    <svg width={sizePx} height={Math.round(sizePx * 0.875)} viewBox="0 0 64 56" fill="none" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d="M6.5 9.5C20 7 44 10.5 58.5 8L57 42C40 40 22 43.5 7.5 41.5C6 31 5.5 20 7.5 8.5" stroke="var(--text)" strokeWidth="3" />
      <path d="M22 43.5L17.5 53M42 42L47.5 53" stroke="var(--text)" strokeWidth="2.8" />
      <path d="M14 33C20 22 27 20 30 24.5C33 29 36 31 41 25C44 21 47 19.5 51 21" stroke="var(--focus)" strokeWidth="3.6" />
    </svg>
  );
}
