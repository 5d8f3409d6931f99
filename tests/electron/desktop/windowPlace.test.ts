import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fitPlace, readPlace, writePlace } from '../../../electron/desktop/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const projector = { x: 1920, y: 0, width: 1280, height: 720 };
const onProjector = { bounds: { x: 2000, y: 50, width: 1000, height: 600 }, maximized: false };

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'droomdoek-place-')); });
afterAll(() => rm(folder, { recursive: true }));

test('the first desk fills the main display', () => {
  expect(fitPlace(null, [laptop, projector])).toEqual({ bounds: laptop, maximized: true });
});

test('the desk comes back where it was', () => {
  expect(fitPlace(onProjector, [laptop, projector])).toEqual(onProjector);
});

test('a desk on a projector that is not plugged in comes to the laptop', () => {
  expect(fitPlace(onProjector, [laptop])).toEqual({ bounds: laptop, maximized: true });
});

test('a desk of which only an edge or no title bar would be seen comes back whole', () => {
  expect(fitPlace({ bounds: { x: 1850, y: 50, width: 1000, height: 600 }, maximized: false }, [laptop])).toMatchObject({ maximized: true });
  expect(fitPlace({ bounds: { x: 100, y: -300, width: 1000, height: 600 }, maximized: false }, [laptop])).toMatchObject({ maximized: true });
});

test('a place is remembered', () => {
  const file = join(folder, 'place.json');
  expect(readPlace(file)).toBeNull();
  writePlace(file, onProjector);
  expect(readPlace(file)).toEqual(onProjector);
});

test.each(['', '{', 'null', '{}', '{"bounds":{"x":1}}', '{"bounds":{"x":0,"y":0,"width":1e9,"height":"9"}}', '{"bounds":{"x":0,"y":0,"width":1,"height":1}}'])('a damaged note of the place is no place: %s', async (text) => {
  const file = join(folder, 'damaged.json');
  await writeFile(file, text);
  expect(readPlace(file)).toBeNull();
});

test('a folder that cannot be written to disturbs nobody', () => {
  expect(() => { writePlace(join(folder, 'not', 'there.json'), onProjector); }).not.toThrow();
});
