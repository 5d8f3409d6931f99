import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { layLines } from '../../../shared/board/lettering.ts';
import { PALETTE } from '../../../shared/board/palette.ts';
import { polygon } from '../../../shared/geometry/path.ts';
import { canvas2dSurface } from '../../../shared/paint/canvas2dSurface.ts';
import { paintOps } from '../../../shared/paint/paintScene.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { svgSurface } from '../../../shared/paint/svgSurface.ts';
import { nodeMeasure } from '../../../electron/services/exports/measure.ts';
import { testFonts } from '../../electron/services/exports/testFonts.ts';

const square = polygon([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }]);

function canvas() {
  const context = createCanvas(40, 40).getContext('2d');
  return { context, surface: canvas2dSurface(context, () => undefined), pixel: (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data] };
}

describe('the canvas surface', () => {
  test('fills under the matrix that was pushed, and under no other afterwards', () => {
    const { surface, pixel } = canvas();
    surface.push([2, 0, 0, 2, 10, 10]);
    surface.fill(square, '#ff0000', 1);
    surface.pop();
    surface.fill(square, '#0000ff', 1);
    expect([pixel(5, 5), pixel(15, 15), pixel(29, 29), pixel(31, 31)]).toEqual([[0, 0, 255, 255], [255, 0, 0, 255], [255, 0, 0, 255], [0, 0, 0, 0]]);
  });

  test('a translucent fill lets through and leaves the next one opaque', () => {
    const { surface, pixel } = canvas();
    surface.fill(square, '#000000', 0.4);
    const [, , , alpha] = pixel(5, 5);
    surface.fill(square, '#000000', 1);
    expect([alpha, pixel(5, 5)[3]]).toEqual([102, 255]);
  });

  test('a pale picture lets through, and what comes after it is opaque', () => {
    const context = createCanvas(40, 40).getContext('2d');
    const surface = canvas2dSurface(context, (_, w, h) => { context.fillStyle = '#000000'; context.fillRect(0, 0, w, h); });
    surface.image('foto' as never, 20, 20, 0.4);
    surface.fill(square, '#000000', 1);
    expect([15, 5].map((x) => context.getImageData(x, 15 - (x === 5 ? 10 : 0), 1, 1).data[3])).toEqual([102, 255]);
  });

  test('a picture that cannot be painted leaves what comes after it where it belongs, and opaque', () => {
    const context = createCanvas(40, 40).getContext('2d');
    const surface = canvas2dSurface(context, () => { throw new Error('no picture'); });
    expect(() => paintOps([{ op: 'image', asset: 'foto' as never, w: 20, h: 20, opacity: 0.4 }], surface, [1, 0, 0, 1, 20, 20])).toThrow('no picture');
    paintOps([{ op: 'fill', path: square, color: '#ff0000', opacity: 1 }], surface);
    expect([5, 25].map((at) => [...context.getImageData(at, at, 1, 1).data])).toEqual([[255, 0, 0, 255], [0, 0, 0, 0]]);
  });

  test('a clip ends with its push', () => {
    const { surface, pixel } = canvas();
    surface.push([1, 0, 0, 1, 0, 0]);
    surface.clip({ x: 0, y: 0, w: 5, h: 5 });
    surface.fill(square, '#000000', 1);
    surface.pop();
    expect([pixel(3, 3)[3], pixel(8, 8)[3]]).toEqual([255, 0]);
  });

  test('the print has the printer’s white where the board has its paper', () => {
    const { surface, pixel } = canvas();
    printSurface(surface).fill(square, PALETTE.paper, 1);
    expect(pixel(5, 5)).toEqual([255, 255, 255, 255]);
  });

  test('lettering covers the width that was measured', () => {
    const measure = nodeMeasure(testFonts);
    const wide = createCanvas(700, 100);
    const context = wide.getContext('2d');
    const [line] = layLines('Droomwijk مرحبا Привет', 'hand', measure);
    if (!line) throw new Error('no line');
    canvas2dSurface(context, () => undefined).letter(line, 'hand', 40, 20, 60, '#000000');
    const { data } = context.getImageData(0, 0, 700, 100);
    let right = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) right = Math.max(right, ((i - 3) / 4) % 700);
    expect(Math.abs(right - (20 + line.widthEm * 40))).toBeLessThan(6);
  });
});

describe('the SVG surface', () => {
  const write = () => svgSurface({ outlines: null, imageHref: () => null, step: 0.05 });

  test('a pale picture is written with its opacity, and no other', () => {
    const surface = svgSurface({ outlines: null, imageHref: () => 'data:image/png;base64,AA==', step: 0.05 });
    surface.image('foto' as never, 20, 20, 0.28);
    surface.image('foto' as never, 20, 20, 1);
    expect(surface.take().match(/opacity="[^"]*"/g)).toEqual(['opacity="0.28"']);
  });

  test('words cannot break out of the markup', () => {
    const surface = write();
    const [line] = layLines('<b>"Tom & Ella"\u0007', 'kop', () => 1);
    if (!line) throw new Error('no line');
    surface.letter(line, 'kop', 40, 0, 0, '#000000');
    surface.begin({ role: 'figure', alt: '<&">' });
    surface.end();
    const markup = surface.take();
    expect(markup).toContain('&lt;b&gt;&quot;Tom &amp; Ella&quot;</tspan>');
    expect(markup).toContain('aria-label="&lt;&amp;&quot;&gt;"');
    expect(markup).not.toContain('\u0007');
  });

  test('groups of pushes and clips are closed together', () => {
    const surface = write();
    surface.push([1, 0, 0, 1, 0, 0]);
    surface.clip({ x: 0, y: 0, w: 1, h: 1 });
    surface.push([1, 0, 0, 1, 0, 0]);
    surface.fill(square, '#000000', 0.5);
    surface.pop();
    surface.pop();
    const markup = surface.take();
    expect(markup.match(/<g/g)).toHaveLength(markup.match(/<\/g>/g)?.length ?? 0);
    expect(markup).toContain('fill-opacity="0.5"');
  });

  test('thousands of decorations cost no group each, and keep their order among what is read', () => {
    const surface = write();
    const decoration = (color: string): void => {
      surface.begin({ role: 'artifact' });
      surface.push([1, 0, 0, 1, 3, 4]);
      surface.fill(square, color, 1);
      surface.pop();
      surface.end();
    };
    decoration('#000001');
    decoration('#000002');
    surface.begin({ role: 'figure', alt: 'brug' });
    surface.fill(square, '#000003', 1);
    surface.end();
    decoration('#000004');
    const markup = surface.take();
    expect(markup.match(/<g[ >]|<\/g>|#00000\d|aria-[a-z]+/g)).toEqual([
      '<g ', 'aria-hidden', '<g ', '#000001', '#000002', '</g>', '</g>', '<g ', 'aria-label', '<g ', '#000003', '</g>', '</g>', '<g ', 'aria-hidden', '<g ', '#000004', '</g>', '</g>',
    ]);
  });
});
