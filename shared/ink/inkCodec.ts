import { fromByteArray } from 'base64-js';
import type { Box } from '../geometry/box.ts';
import { INK_REACH, INK_STEP, type Ink } from './ink.ts';

/** Ink as text: base64 of a format byte and delta-coded varints. Safe in JSON, about five bytes a sample. */
export type InkText = string;

const FORMAT = 1;
/** More samples than a pen gives in two hours; a longer ink is refused as damaged. */
const MOST_SAMPLES = 2_000_000;

const MOST_STEPS = INK_REACH / INK_STEP;

const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
const unzigzag = (n: number): number => (n < 2 ** 31 ? (n >>> 1) ^ -(n & 1) : n % 2 === 1 ? -(n + 1) / 2 : n / 2);

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

/** What a sign of base64 stands for; 64 for what is none. */
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => {
  const at = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(String.fromCharCode(code));
  return at === -1 ? 64 : at;
});

/** The bytes of the text that is being read; used again for every ink, since thousands are read in a row. */
let scratch = new Uint8Array(4096);
const MOST_SCRATCH = 1 << 20;

const signOf = (text: string, i: number): number => SIGNS[text.charCodeAt(i)] ?? 64;

/** Bytes of a base64 text (RFC 4648) in `scratch`. @returns how many @throws when it is none */
function readBytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) throw new Error('Not ink: cut short');
  const count = (text.length / 4) * 3 - padding;
  if (scratch.length < count + 2 || scratch.length > MOST_SCRATCH) scratch = new Uint8Array(Math.max(4096, count + 2));
  // Padding stands for nothing: what it would give lies behind the bytes that count.
  const last = text.length - (padding > 0 ? 4 : 0);
  let at = 0, bad = 0;
  const take = (signs: string, i: number): void => {
    const a = signOf(signs, i), b = signOf(signs, i + 1), c = signOf(signs, i + 2), d = signOf(signs, i + 3);
    bad |= a | b | c | d;
    scratch[at++] = (a << 2) | (b >> 4);
    scratch[at++] = (b << 4) | (c >> 2);
    scratch[at++] = (c << 6) | d;
  };
  for (let i = 0; i < last; i += 4) take(text, i);
  if (padding > 0) take(`${text.slice(last, text.length - padding)}AA`, 0);
  if (bad >= 64) throw new Error('Not ink: no base64');
  return count;
}

/** Between which places samples lie, steps of the grid. */
type Reach = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * Reads the samples of a text into the ink that `make` gave for their number, or into nothing, and tells how far they reach.
 * @throws when the text is not ink
 */
function readInk<Made extends Ink | null>(text: InkText, make: (count: number) => Made): { readonly ink: Made; readonly reach: Reach } {
  const length = readBytes(text);
  const bytes = scratch;
  let at = 1;
  if (length === 0 || bytes[0] !== FORMAT) throw new Error('Not ink: unknown format');
  const long = (): number => {
    let value = 0, factor = 1;
    for (;;) {
      if (at >= length || factor > 2 ** 42) throw new Error('Not ink: cut short');
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  };
  // Nearly all numbers are of one byte or two. Whoever reads past the end is found out below.
  const take = (): number => {
    const byte = bytes[at] as number, next = bytes[at + 1] as number;
    if (byte < 0x80) { at += 1; return byte; }
    if (next < 0x80) { at += 2; return (byte & 0x7f) | (next << 7); }
    return long();
  };
  const count = take();
  if (count > MOST_SAMPLES || count > length) throw new Error('Not ink: impossible number of samples');
  const ink = make(count);
  let x = 0, y = 0, pressure = 0, timeMs = 0;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let i = 0; i < count; i++) {
    x += unzigzag(take());
    y += unzigzag(take());
    pressure += unzigzag(take());
    timeMs += take();
    if (pressure < 0 || pressure > 255) throw new Error('Not ink: pressure out of range');
    if (Math.abs(x) > MOST_STEPS || Math.abs(y) > MOST_STEPS) throw new Error('Not ink: place out of range');
    if (timeMs > 0xffffffff) throw new Error('Not ink: time out of range');
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    if (ink === null) continue;
    ink.x[i] = x * INK_STEP;
    ink.y[i] = y * INK_STEP;
    ink.pressure[i] = pressure;
    ink.timeMs[i] = timeMs;
  }
  if (at !== length) throw new Error('Not ink: bytes left over');
  return { ink, reach: count === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom } };
}

/**
 * Decodes ink.
 * @throws when the text is not ink: wrong format byte, cut short, bytes left over, or values out of range.
 */
export function decodeInk(text: InkText): Ink {
  return readInk(text, (count) => ({ count, x: new Float32Array(count), y: new Float32Array(count), pressure: new Uint8Array(count), timeMs: new Uint32Array(count) })).ink;
}

/** Looks through ink as `decodeInk` does, and keeps nothing of it. @throws as that does */
export function checkInk(text: InkText): void {
  readInk(text, () => null);
}

/** The box around the samples' places, as `inkBounds` gives it for the decoded ink, which is not made. @throws as `decodeInk` does */
export function encodedBounds(text: InkText): Box {
  const { reach } = readInk(text, () => null);
  // Decoded samples are kept with the exactness of a Float32Array.
  const x = Math.fround(reach.left * INK_STEP), y = Math.fround(reach.top * INK_STEP);
  return { x, y, w: Math.fround(reach.right * INK_STEP) - x, h: Math.fround(reach.bottom * INK_STEP) - y };
}
