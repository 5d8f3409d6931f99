import { fromByteArray, toByteArray } from 'base64-js';
import { INK_REACH, INK_STEP, type Ink } from './ink.ts';

/** Ink as text: base64 of a format byte and delta-coded varints. Safe in JSON, about five bytes a sample. */
export type InkText = string;

const FORMAT = 1;
/** More samples than a pen gives in two hours; a longer ink is refused as damaged. */
const MOST_SAMPLES = 2_000_000;

const MOST_STEPS = INK_REACH / INK_STEP;

const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
const unzigzag = (n: number): number => (n % 2 === 1 ? -(n + 1) / 2 : n / 2);

/** Encodes ink without loss: unpacking what was encoded gives the same samples. */
export function encodeInk(ink: Ink): InkText {
  const bytes: number[] = [FORMAT];
  const put = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  put(ink.count);
  let x = 0, y = 0, pressure = 0, timeMs = 0;
  for (let i = 0; i < ink.count; i++) {
    const nextX = Math.round((ink.x[i] as number) / INK_STEP);
    const nextY = Math.round((ink.y[i] as number) / INK_STEP);
    const nextPressure = ink.pressure[i] as number;
    const nextMs = ink.timeMs[i] as number;
    put(zigzag(nextX - x));
    put(zigzag(nextY - y));
    put(zigzag(nextPressure - pressure));
    put(nextMs - timeMs);
    x = nextX; y = nextY; pressure = nextPressure; timeMs = nextMs;
  }
  return fromByteArray(Uint8Array.from(bytes));
}

/**
 * Decodes ink.
 * @throws when the text is not ink: wrong format byte, cut short, bytes left over, or values out of range.
 */
export function decodeInk(text: InkText): Ink {
  const bytes = toByteArray(text);
  let at = 1;
  if (bytes[0] !== FORMAT) throw new Error('Not ink: unknown format');
  const take = (): number => {
    let value = 0, factor = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 42) throw new Error('Not ink: cut short');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  };
  const count = take();
  if (count > MOST_SAMPLES || count > bytes.length) throw new Error('Not ink: impossible number of samples');
  const ink = { count, x: new Float32Array(count), y: new Float32Array(count), pressure: new Uint8Array(count), timeMs: new Uint32Array(count) };
  let x = 0, y = 0, pressure = 0, timeMs = 0;
  for (let i = 0; i < count; i++) {
    x += unzigzag(take());
    y += unzigzag(take());
    pressure += unzigzag(take());
    timeMs += take();
    if (pressure < 0 || pressure > 255) throw new Error('Not ink: pressure out of range');
    if (Math.abs(x) > MOST_STEPS || Math.abs(y) > MOST_STEPS) throw new Error('Not ink: place out of range');
    if (timeMs > 0xffffffff) throw new Error('Not ink: time out of range');
    ink.x[i] = x * INK_STEP;
    ink.y[i] = y * INK_STEP;
    ink.pressure[i] = pressure;
    ink.timeMs[i] = timeMs;
  }
  if (at !== bytes.length) throw new Error('Not ink: bytes left over');
  return ink;
}
