import { writeBoardFile } from '../../electron/services/boardFile/writeBoardFile.ts';
import { voteBoard } from './voteBoard.ts';

/**
 * Writes a `.doek` with four drawn metaphors and a counted round that waits for its reveal: `node FILE path`. The winner
 * was drawn with a pen, in strokes. For whoever runs without the fonts: words get roughly the width that they have.
 */
const [, , path = ''] = process.argv;
const document = voteBoard({
  locale: 'nl', question: 'Welk beeld past bij onze droomwijk?', role: 'metaphor', heads: 49, measure: (text) => text.length * 0.45,
  choices: [{ label: 'jungle', dots: 5, drawn: 'jungle' }, { label: 'braderie', dots: 13, drawn: 'kraam' }, { label: 'panda', dots: 8, drawn: 'panda' }, { label: 'vuurtoren', dots: 19, drawn: 'ink' }],
});
await writeBoardFile(path, { document, seq: 0, playback: null, assets: [], thumbnail: null, people: null }, { savedMs: 1_700_000_500_000, app: '0.1.0', mark: '0123456789abcdef' });
