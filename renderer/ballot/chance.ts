/** 24 signs of chance, by which the door knows what is sent again. */
export function chance(): string {
  return Array.from(window.crypto.getRandomValues(new Uint8Array(12)), (byte) => `0${byte.toString(16)}`.slice(-2)).join('');
}
