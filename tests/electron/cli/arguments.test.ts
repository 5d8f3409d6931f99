import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments.ts';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

describe('the words after droomdoek', () => {
  test('two files are enough', () => {
    expect(read('convert bord.doek uit/bord.PDF')).toEqual({
      command: 'convert', input: 'bord.doek', inputKind: 'doek', output: 'uit/bord.PDF', format: 'pdf', tile: null, locale: null, page: null, paper: null,
      orientation: 'auto', margins: 'usual', background: 'paper', dpi: 300, publicVersion: false, charter: false, report: false, sideBySide: null, svgText: 'text',
    });
  });

  test('every option is understood, before or after the files', () => {
    expect(read('convert --page 3 --paper a0 a.excalidraw b.pdf --orientation portrait --tile a3 --dpi 150 --public --charter --svg-text outlines --margins bleed --transparent --lang en')).toMatchObject({
      page: 3, paper: 'a0', orientation: 'portrait', tile: 'a3', dpi: 150, publicVersion: true, charter: true, svgText: 'outlines', margins: 'bleed', background: 'none', locale: 'en', inputKind: 'excalidraw',
    });
    expect(read('convert a.json b.svg --page all')).toMatchObject({ page: 'all' });
    expect(read('convert a.doek b.pdf --report')).toMatchObject({ format: 'pdf', report: true });
    expect(read('convert a.doek b.html')).toMatchObject({ format: 'html', report: true });
    expect(read('convert a.doek b.doek c.json d.pdf --side-by-side --heading Pitstops --page 2 --paper a0')).toMatchObject({
      input: 'a.doek', output: 'd.pdf', page: 2, paper: 'a0', sideBySide: { heading: 'Pitstops', others: [{ input: 'b.doek', inputKind: 'doek' }, { input: 'c.json', inputKind: 'json' }] },
    });
    expect(read('convert a.doek d.pdf --side-by-side')).toMatchObject({ output: 'd.pdf', sideBySide: { others: [] } });
  });

  test.each([
    ['', 'command'], ['print a.doek', 'command'], ['convert', 'files'], ['convert a.doek', 'files'], ['convert a.doek b.pdf c.pdf', 'files'], ['check', 'files'], ['check a.doek b.doek', 'files'],
    ['convert a.docx b.pdf', 'input'], ['check a.pdf', 'input'], ['convert a.doek b.gif', 'output'], ['convert a.doek b', 'output'],
    ['convert a.doek b.pdf --paper a5', 'option'], ['convert a.doek b.pdf --margins wide', 'option'], ['convert a.doek b.pdf --dpi 9', 'option'], ['convert a.doek b.pdf --dpi 12.5', 'option'], ['convert a.doek b.pdf --page 0', 'option'],
    ['convert a.doek b.pdf --page -1', 'option'], ['convert a.doek b.pdf --colour', 'option'], ['convert a.doek b.pdf --paper', 'option'], ['convert a.doek b.pdf --public=yes', 'option'],
    ['convert a.doek b.png --tile a4', 'tile'], ['convert a.doek b.png --report', 'report'], ['convert a.doek b.doek c.png --side-by-side', 'beside'], ['convert a.doek b.doek c.pdf --side-by-side --paper a4', 'beside'], ['convert a.doek b.docx c.pdf --side-by-side', 'input'], ['convert a.doek c.pdf --heading x', 'option'], ['convert c.pdf --side-by-side', 'files'],
    ['convert a.doek b.pdf --report --charter', 'report'], ['convert a.doek b.pdf --report --tile a4 --paper a1', 'report'],
  ])('“%s” is refused: %s', (line, fault) => {
    expect(read(line)).toMatchObject({ command: 'fault', fault });
  });

  test('a refusal is said in the language that was asked for', () => {
    expect(read('convert a.doek b.gif --lang en')).toMatchObject({ command: 'fault', locale: 'en' });
  });
});
