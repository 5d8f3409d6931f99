import { describe, expect, test } from 'vitest';
import { nibCursor } from '../../../renderer/stage/nibCursor.ts';
import { beginsGesture, toolOfButtons } from '../../../renderer/stage/toolOfButtons.ts';

const press = (pointerType: string, button: number, buttons: number) => ({ pointerType, button, buttons });

describe('a button calls for', () => {
  test('the hand in the middle of a mouse, whatever is set for a pen', () => {
    expect(toolOfButtons(press('mouse', 1, 4), 'eraser')).toBe('hand');
    expect(toolOfButtons(press('mouse', -1, 4), 'none')).toBe('hand');
  });
  test('the eraser at the other end of a pen, when it lands and while it moves', () => {
    expect(toolOfButtons(press('pen', 5, 32), 'pan')).toBe('eraser');
    expect(toolOfButtons(press('pen', -1, 32), 'lasso')).toBe('eraser');
  });
  test('what is set on the side of a pen, hovering too', () => {
    expect(toolOfButtons(press('pen', 2, 2), 'pan')).toBe('hand');
    expect(toolOfButtons(press('pen', -1, 2), 'lasso')).toBe('lasso');
    expect(toolOfButtons(press('pen', 2, 2), 'none')).toBeNull();
  });
  test('nothing else: the taken tool draws', () => {
    expect(toolOfButtons(press('pen', 0, 1), 'pan')).toBeNull();
    expect(toolOfButtons(press('mouse', 0, 1), 'pan')).toBeNull();
  });
});

test('the right button of a mouse begins nothing, that of a pen does', () => {
  expect(beginsGesture(press('mouse', 2, 2))).toBe(false);
  expect(beginsGesture(press('pen', 2, 2))).toBe(true);
  expect(beginsGesture(press('pen', 5, 32))).toBe(true);
  expect(beginsGesture(press('mouse', 0, 1))).toBe(true);
});

describe('the cursor of a mouse', () => {
  const svgOf = (cursor: string): string => decodeURIComponent(/svg\+xml,([^"]+)"/.exec(cursor)?.[1] ?? '');
  test('is a disk of the size and colour of the nib, its hot spot in the middle', () => {
    const cursor = nibCursor(40, '#B01E1E');
    expect(svgOf(cursor)).toContain('r="20" fill="#B01E1E"');
    const [, x, y] = /\) (\d+) (\d+), crosshair$/.exec(cursor) ?? [];
    const size = Number(/width="(\d+)"/.exec(svgOf(cursor))?.[1]);
    expect([x, y]).toEqual([String(Math.floor(size / 2)), String(Math.floor(size / 2))]);
  });
  test('has a cross when the nib is too small to be found, and is only a cross when it is larger than a cursor can be', () => {
    expect(svgOf(nibCursor(2, '#1F1B16'))).toContain('<path');
    expect(svgOf(nibCursor(60, '#1F1B16'))).not.toContain('<path d="M');
    expect(nibCursor(400, '#1F1B16')).toBe('crosshair');
  });
});
