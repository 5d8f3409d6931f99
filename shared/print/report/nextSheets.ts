import { PALETTE } from '../../board/palette.ts';
import { say } from '../../strings/say.ts';
import { boxCorners, fittedLetter, letter, markerFill, numberBadge, penLine } from '../compose.ts';
import type { PrintedPart } from '../printedSheet.ts';
import type { Composer } from './composer.ts';
import { flowed, type FlowBlock } from './flow.ts';
import type { Report } from './report.ts';
import { BODY, heading, paragraph, partTitle, TEXT, textLines } from './sheetParts.ts';

const BOX_MM = 17;
const CARRIED_MM = 7.6;
const KEEPS_MM = 5;
const BADGE_MM = 5;
const STEP = { sizeMm: 6.4, leadMm: 7.8 } as const;

/** Who keeps it alive, in a box of its own. */
function carriedBlock(carriedBy: string, { locale, measure }: Composer): FlowBlock {
  const text = `${say(locale, 'charter.carriedBy')}: ${carriedBy}`;
  const keeps = say(locale, 'print.keepsAlive');
  return {
    hMm: BOX_MM, gapMm: 9,
    lay: ({ x, y }) => {
      const corners = boxCorners(x, y, TEXT.w, BOX_MM);
      const keepsW = measure(keeps, 'hand') * KEEPS_MM;
      const besides = measure(text, 'kop') * CARRIED_MM + keepsW + 18 < TEXT.w;
      return [
        { kind: 'decoration', ops: [markerFill(corners.map((corner) => ({ x: corner.x + 0.5, y: corner.y + 0.4 })), PALETTE.munt, 'carried'), penLine(corners, 0.9, true, 'carried line')] },
        { kind: 'paragraph', ops: [
          fittedLetter(text, measure, { hand: 'kop', sizeMm: CARRIED_MM, at: { x: x + 6, y: y + BOX_MM / 2 + 2.6 } }, TEXT.w - 12),
          ...(besides ? [letter(keeps, measure, { hand: 'hand', sizeMm: KEEPS_MM, at: { x: x + TEXT.w - 6, y: y + BOX_MM / 2 + 2 }, align: 'right' })] : []),
        ] },
      ];
    },
  };
}

/** What happens next, numbered. */
function stepBlocks(steps: readonly string[], { measure }: Composer): readonly FlowBlock[] {
  const indent = 2 * BADGE_MM + 5;
  return steps.map((step, i): FlowBlock => {
    const { hMm, ops } = textLines(step, measure, { hand: 'hand', ...STEP }, TEXT.w - indent);
    const pad = Math.max(0, 2 * BADGE_MM - hMm) / 2;
    return {
      hMm: Math.max(hMm, 2 * BADGE_MM), gapMm: i === 0 ? 9 : 4.5,
      lay: ({ x, y }) => ({ item: { ops: [...numberBadge(i + 1, { x: x + BADGE_MM, y: y + BADGE_MM }, BADGE_MM, measure), ...ops({ x: x + indent, y: y + pad })], read: `${i + 1}. ${step}` } }),
    };
  });
}

/** Whether anybody said what happens after the session. */
export const hasNext = ({ nextSteps, carriedBy }: Report): boolean => nextSteps.length > 0 || carriedBy !== '';

/** What is said of how the report came about; `votesOnly` what holds when there was a vote. */
export function aboutLines({ votes }: Report, { locale }: Pick<Composer, 'locale'>): readonly string[] {
  return [say(locale, 'report.aboutWords'), ...(votes.length > 0 ? [say(locale, 'report.aboutVotes')] : []), say(locale, 'report.aboutPeople'), say(locale, 'report.aboutReading')];
}

/** What happens next and who sees to it; and below it what a reader should know about the report. */
export function nextSheets(report: Report, composer: Composer): readonly (readonly PrintedPart[])[] {
  const { locale, measure } = composer;
  const style = { hand: 'face', ...BODY } as const;
  const lines = aboutLines(report, composer).map((text, i) => paragraph(text, measure, style, TEXT.w, i === 0 ? 3 : 2.4));
  if (!hasNext(report)) return flowed([partTitle(say(locale, 'report.about'), measure), ...lines], [TEXT]);
  return flowed([
    partTitle(say(locale, 'report.next'), measure),
    ...stepBlocks(report.nextSteps, composer),
    ...(report.carriedBy === '' ? [] : [carriedBlock(report.carriedBy, composer)]),
    heading(say(locale, 'report.about'), 2, measure, { hand: 'kop', sizeMm: 9.6, leadMm: 10.4 }, TEXT.w, 16),
    ...lines,
  ], [TEXT]);
}
