/** A length of time as a clock counts it down, minutes and seconds; a second that has begun is shown: 2:41. Never below 0:00. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
