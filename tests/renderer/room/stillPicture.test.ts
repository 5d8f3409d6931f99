import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { paintStill, type StageLayer } from '../../../renderer/screens/room/stillPicture.ts';

const canvas = (w: number, h: number, paint: (context: SKRSContext2D) => void): Canvas => {
  const made = createCanvas(w, h);
  paint(made.getContext('2d'));
  return made;
};
const board = canvas(200, 100, (context) => { context.fillStyle = '#ffee00'; context.fillRect(0, 0, 200, 100); });
/** Ink under way, on a canvas as large as the ink: a line that begins at its upper left corner. */
const ink = canvas(40, 20, (context) => { context.fillStyle = '#0000ff'; context.fillRect(0, 0, 40, 5); });

const still = (live: Partial<StageLayer<Canvas>>): ((x: number, y: number) => string) => {
  const target = createCanvas(200, 100), context = target.getContext('2d');
  paintStill(context, [{ picture: board, box: { x: 0, y: 0, w: 100, h: 50 }, isBlended: false }, { picture: ink, box: { x: 30, y: 20, w: 20, h: 10 }, isBlended: false, ...live }], 2);
  return (x, y) => Buffer.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3)).toString('hex');
};

test('a frozen room shows ink under way where it is drawn and as large as it is', () => {
  const at = still({});
  expect([at(61, 42), at(99, 44)]).toEqual(['0000ff', '0000ff']);
  expect([at(58, 42), at(102, 42), at(61, 46), at(10, 4), at(150, 10)]).toEqual(['ffee00', 'ffee00', 'ffee00', 'ffee00', 'ffee00']);
});

test('a highlighter under way lets through what lies below it', () => {
  expect(still({ isBlended: true })(61, 42)).toBe('000000');
});
