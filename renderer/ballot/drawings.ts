import { tableSign } from '../../shared/print/tableSign.ts';
import { drawnStamp } from '../../shared/stamps/drawn.ts';
import type { StampOp } from '../../shared/stamps/stamp.ts';
import { stampHex } from '../../shared/stamps/stampColors.ts';
import { TABLE_SIGNS } from './tableDisk.ts';

const PAPER = '#FFFBF2';
const INK = '#1F1B16';
/** The line of a stamp in its box of 100, and how far its colour lies beside it. */
const LINE = 2.6;
const BESIDE = 'translate(1.7 1.4)';

/** A stamp's path with half a hundredth of its box as the smallest step (a third of a pixel on a phone), and without spaces that no reader needs. */
const short = (d: string): string =>
  d.replace(/-?\d+(\.\d+)?/g, (number) => String(Math.round(Number(number) * 2) / 2)).replace(/ ?([MLCQZ]) ?/g, '$1').replace(/ -/g, '-');

function drawn(op: StampOp): string {
  const color = stampHex(op.color, PAPER);
  const d = short(op.d);
  switch (op.kind) {
    case 'fill': return `<path d="${d}" fill="${color}"/>`;
    case 'wash': return `<path d="${d}" fill="${color}" transform="${BESIDE}"/>`;
    case 'line': return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${Math.round(op.width * LINE * 10) / 10}"/>`;
  }
}

const svg = (box: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><g stroke-linecap="round" stroke-linejoin="round">${content}</g></svg>`;

/** A stamp as lines of even width: a tenth of the bytes of its inked outlines, and alike at the size of a phone. */
function stampSvg(id: string): string {
  const stamp = drawnStamp(id);
  if (!stamp) throw new Error(`no stamp is called ${id}`);
  return svg('-4 -4 108 108', stamp.ops.map(drawn).join(''));
}

const line = (d: string, width = LINE, color = INK): string => `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}"/>`;
const area = (d: string, color: string, beside = false): string => `<path d="${d}" fill="${color}"${beside ? ` transform="${BESIDE}"` : ''}/>`;

/** A seat card, so that one knows what to look for: stripe of the table, lettering, code in 3 + 3, QR code. */
function seatCard(): string {
  const edge = 'M6 7C40 5.5 110 6 154 7C155 34 155 66 154 93C110 94.5 40 94 6 93C5 66 5 34 6 7Z';
  const signs = [54, 67, 80, 99, 112, 125].map((x, i) => line(['M0 0L9 14M9 0L0 14', 'M0 0L9 0L3 14', 'M0 14L0 0C11-1 11 8 0 8', 'M0 0C12-2 6 7 3 7C12 6 9 16 0 13', 'M9 2C0-3 0 6 1 8C2 16 9 14 9 8C8 6 3 6 1 9', 'M0 14L5 0L9 14M2 9L8 9'][i] || '').replace('<path', `<path transform="translate(${x} 36)"`)).join('');
  const bits = ['1110111', '1010101', '1110111', '0001000', '1110110', '1010011', '1110101'].map((row, y) => [...row].map((bit, x) => (bit === '1' ? `M${114 + x * 4} ${61 + y * 4}h4v4h-4z` : '')).join('')).join('');
  const stripe = area('M6 7L42 6.5L42 93.5L6 93C5 66 5 34 6 7Z', '#B01E1E') + line('M19 28C21.5 26.5 23.5 24.5 25 22L24.5 46', 4.6, PAPER) + line('M24 66.5m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M24 55L24 57.5M24 75.5L24 78M12.5 66.5L15 66.5M33 66.5L35.5 66.5M16 58.5L17.6 60.1M30.4 72.9L32 74.5M32 58.5L30.4 60.1M17.6 72.9L16 74.5', 2.6, PAPER);
  return svg('0 0 160 100', area(edge, '#fff') + stripe + line('M54 22C70 21 90 22 104 21.5', 3) + signs + line('M54 66L98 66M54 75L92 75M54 84L88 84', 2, '#968E82') + area(bits, INK) + line(edge, 3));
}

/** Heads in front of a screen on which nothing stands yet. */
function screenAndHeads(): string {
  const screen = 'M13 7C38 5.5 62 6 88 7C88.5 24 88.5 42 88 58C62 59 38 59 13 58C12.5 42 12.5 24 13 7Z';
  const heads = [[12, '#B01E1E', '#6B432A'], [31, '#1D3F94', '#3A2C22'], [50, '#006F68', '#C99A55'], [69, '#A88743', '#DDD6C9'], [88, '#E06A10', '#3A2C22']] as const;
  const people = heads.map(([x, shirt, hair], i) => {
    const y = 75 + (i % 2) * 1.6;
    const shoulders = `M${x - 10} 101C${x - 11} 88 ${x - 5} 84 ${x} 84C${x + 5} 84 ${x + 11} 88 ${x + 10} 101`;
    const head = `M${x - 7} ${y}C${x - 7} ${y - 10} ${x + 7} ${y - 10} ${x + 7} ${y}C${x + 7} ${y + 10} ${x - 7} ${y + 10} ${x - 7} ${y}Z`;
    return area(`${shoulders}Z`, shirt) + line(shoulders, 2.2) + area(head, hair) + line(head, 2.2);
  }).join('');
  return svg('-4 0 108 104', area(screen, '#D6E4F4', true) + line(screen, 3) + line('M41 25C41 12 61 13 59 26C58 33 50 32 50 40', 4.4) + line('M50 48.5L50 49', 5) + line('M25 18L20 14M22 32L16 32M25 46L20 50M75 18L80 14M78 32L84 32M75 46L80 50', 2.2, '#E06A10') + people);
}

/** Strokes all around a drawing, as one lays them around what shines; longer and shorter in turn. */
function rays(): string {
  const strokes = Array.from({ length: 24 }, (_, i) => {
    const turn = (i / 24) * 2 * Math.PI + Math.sin(i * 5.3) * 0.03;
    const [from, to] = [81 + Math.sin(i * 2.7) * 1.5, (i % 2 === 0 ? 97 : 90) + Math.sin(i * 7.1) * 1.5];
    const at = (radius: number, away: number): string => `${(100 + radius * Math.cos(turn + away)).toFixed(1)} ${(100 + radius * Math.sin(turn + away)).toFixed(1)}`;
    return `M${at(from, 0)}Q${at((from + to) / 2, 0.008)} ${at(to, 0)}`;
  });
  return svg('0 0 200 200', line(strokes.join(''), 2.6, '#E06A10'));
}

/** The line of a marker under a heading: thick, with ends that thin out, a little uneven. */
const underline = (): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 136 8" preserveAspectRatio="none"><path d="M0 5.2C18 2.4 44 2 70 2.2S118 1 135 3.2C122 5.6 100 5.4 72 6.2S20 7.6 0 5.2Z" fill="#E06A10"/></svg>`;

const icon = (): string => svg('0 0 24 24', area('M12.2 2.2c5.6-.2 9.7 4.1 9.6 9.7-.1 5.7-4.2 9.9-9.9 9.9S2.1 17.7 2.2 12 6.5 2.4 12.2 2.2z', '#E06A10') + line('M6.3 12.7c1.5 1.3 2.6 2.7 3.9 4.3 2.3-4.1 4.6-7.2 7.7-10', 2.6, PAPER));

/** The drawings beside the page as SVG, by the names under which its scenes and styles ask for them. Made at build time. */
export function ballotDrawings(): { readonly [name: string]: string } {
  return {
    opening: stampSvg('telefoon'),
    wait: stampSvg('kring'),
    paper: stampSvg('potlood'),
    hands: stampSvg('handen'),
    closed: screenAndHeads(),
    card: seatCard(),
    rays: rays(),
    underline: underline(),
    icon: icon(),
    ...Object.fromEntries(Array.from({ length: TABLE_SIGNS }, (_, i) => [`sign-${i + 1}`, stampSvg(tableSign(i + 1))])),
  };
}
