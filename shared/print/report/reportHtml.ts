import { assertNever } from '../../base/assertNever.ts';
import type { Locale, Page } from '../../board/board.ts';
import { hexOf, PALETTE, type InkName } from '../../board/palette.ts';
import type { OutlineBlock, OutlineList } from '../../outline/outline.ts';
import { outlineWords } from '../../outline/outlineWords.ts';
import { escapeXml } from '../../paint/svgText.ts';
import { say } from '../../strings/say.ts';
import type { WordKey, WordValues } from '../../strings/words.ts';
import type { Winner } from '../winnerDrawing.ts';
import { legibleOnWhite } from './legible.ts';
import { aboutLines, hasNext } from './nextSheets.ts';
import type { HeardWord, Report } from './report.ts';
import { REPORT_CSS } from './reportCss.ts';
import type { ReportVote, VoteRow } from './votes.ts';

/** A piece of the file: markup, or the place where the picture of a page goes as a `data:` URL. */
export type HtmlPiece = string | { readonly picture: Page };

/** What writing the file needs besides the report. */
export type HtmlTools = {
  readonly locale: Locale;
  /** Rules that bring the fonts along. */
  readonly fontFaces: string;
  /** The drawing of a word as a `data:` URL, or null when it has none. */
  readonly drawing: (word: Winner) => string | null;
};

/** A section of the file: where the contents lead, its title, and what is in it. */
type Section = { readonly id: string; readonly title: string; readonly pieces: readonly HtmlPiece[] };

type Writer = HtmlTools & { readonly t: (key: WordKey, values?: WordValues) => string };

const x = escapeXml;
const element = (name: string, text: string, attributes = ''): string => (text === '' ? '' : `<${name}${attributes}>${x(text)}</${name}>`);
/** Words of the room may be in any script: each begins at its own side. */
const said = (name: string, text: string, attributes = ''): string => element(name, text, ` dir="auto"${attributes}`);
const image = (src: string | null, alt: string): string => (src === null ? '' : `<img src="${src}" alt="${x(alt)}">`);

function boardSection({ pages }: Report, { t }: Writer): readonly Section[] {
  const pieces = pages.flatMap(({ page, number, outlined }): readonly HtmlPiece[] => {
    const title = outlined.title.text;
    return [
      `<article><h3 dir="auto">${x(t('report.pageTitle', { number, title }))}</h3><figure class="page${page.size.w >= page.size.h ? ' lying' : ''}"><img src="`, { picture: page },
      `" alt="${x(t('report.boardPicture', { number, title }))}"><figcaption><a href="#tekst-${number}">${x(t('report.toTwin', { number }))}</a></figcaption></figure></article>`,
    ];
  });
  return pages.length > 0 ? [{ id: 'bord', title: t('report.boards'), pieces }] : [];
}

function voteRow(row: VoteRow, { t, drawing }: Writer): string {
  const bar = `<span class="bar" style="--share:${Math.round(row.share * 1000) / 1000};background:${hexOf(row.ink)}"></span>`;
  return `<tr${row.won ? ' class="won"' : ''}><th scope="row" dir="auto"><span class="name">${image(row.card && drawing({ label: row.label, card: row.card }), '')}<span>${x(row.label)}${row.won ? ` <small>${x(t('report.chosenShort'))}</small>` : ''}</span></span></th><td>${bar}<span class="n">${row.dots}</span></td></tr>`;
}

function voteMarkup({ question, outcome, rows, facts }: ReportVote, writer: Writer): string {
  const { t } = writer;
  return `<article class="vote">${said('h3', question)}${said('p', outcome, ' class="outcome"')}<table><caption class="aloud">${x(question)}</caption><thead><tr><th scope="col">${x(t('report.choice'))}</th><th scope="col">${x(t('report.dots'))}</th></tr></thead><tbody>${rows.map((row) => voteRow(row, writer)).join('')}</tbody></table>${said('p', `${facts.join('. ')}.`, ' class="quiet"')}</article>`;
}

function votesSection({ votes }: Report, writer: Writer): readonly Section[] {
  const { t } = writer;
  if (votes.length === 0) return [];
  return [{ id: 'stemmen', title: t('report.votes'), pieces: [element('p', t('report.votesAbout'), ' class="quiet"'), ...votes.map((vote) => voteMarkup(vote, writer))] }];
}

const times = (word: HeardWord, { t }: Writer): string => t('print.heard', { count: word.times });

function traitsMarkup(traits: readonly HeardWord[], writer: Writer): string {
  if (traits.length === 0) return '';
  const most = Math.max(2, ...traits.map((word) => word.times));
  const items = traits.map((word) => `<li style="--size:${Math.round((1 + (word.times - 1) / (most - 1)) * 100) / 100}"><b dir="auto" style="color:${legibleOnWhite(word.color)}">${x(word.text)}</b><span>${x(times(word, writer))}</span></li>`);
  return `${element('h3', writer.t('report.traits'))}<ul class="words">${items.join('')}</ul>`;
}

const WASHES = ['perzik', 'munt', 'hemel'] as const satisfies readonly InkName[];

function metaphorsMarkup(metaphors: readonly HeardWord[], writer: Writer): string {
  if (metaphors.length === 0) return '';
  const items = metaphors.map((word, i) => {
    const picture = image(writer.drawing({ label: word.text, card: word.card }), writer.t('report.drawingOf', { name: word.text }));
    return `<li><div class="wash" style="background:${PALETTE[WASHES[i % WASHES.length] ?? 'munt']}">${picture === '' ? said('b', word.text) : picture}</div>${picture === '' ? '' : said('b', word.text)}${element('span', word.won ? writer.t('report.chosenHere') : times(word, writer))}</li>`;
  });
  return `${element('h3', writer.t('report.metaphors'))}<ul class="pictures">${items.join('')}</ul>`;
}

function heardSection(report: Report, writer: Writer): readonly Section[] {
  const { t } = writer;
  const { traits, metaphors, others } = report;
  if (traits.length + metaphors.length + others.length === 0) return [];
  const lists = others.map(({ role, words }) => `${element('h3', t(role === 'theme' ? 'report.themes' : 'report.ideas'))}<ul>${words.map((word) => said('li', word.times > 1 ? `${word.text} (${times(word, writer)})` : word.text)).join('')}</ul>`);
  return [{ id: 'gehoord', title: t('report.heard'), pieces: [element('p', t('report.heardAbout'), ' class="quiet"'), traitsMarkup(traits, writer), metaphorsMarkup(metaphors, writer), ...lists] }];
}

const carried = (carriedBy: string, { t }: Writer): string => (carriedBy === '' ? '' : `<p class="carried"><b dir="auto">${x(t('charter.carriedBy'))}: ${x(carriedBy)}</b> <span>${x(t('print.keepsAlive'))}</span></p>`);

function charterSection({ charter, carriedBy }: Report, writer: Writer): readonly Section[] {
  const { t } = writer;
  if (!charter) return [];
  const points = charter.points.map(({ text, more }) => `<li><b dir="auto">${x(text.trim())}</b>${said('span', more.trim())}</li>`);
  const roles = charter.roles.map((role) => role.trim()).filter((role) => role !== '');
  return [{ id: 'charter', title: charter.heading, pieces: [
    said('p', charter.dream, ' class="outcome"'), element('h3', t('charter.points')), element('p', t('charter.forNow'), ' class="quiet"'),
    `<ol class="points">${points.join('')}</ol>`, carried(carriedBy, writer), roles.length > 0 ? said('p', t('report.roles', { roles: roles.join(', ') })) : '',
  ] }];
}

function nextSections(report: Report, writer: Writer): readonly Section[] {
  const { t } = writer;
  const steps = report.nextSteps.length > 0 ? `<ol class="points">${report.nextSteps.map((step) => said('li', step)).join('')}</ol>` : '';
  return [
    ...(hasNext(report) ? [{ id: 'verder', title: t('report.next'), pieces: [steps, carried(report.carriedBy, writer)] }] : []),
    { id: 'over', title: t('report.about'), pieces: aboutLines(report, writer).map((line) => element('p', line)) },
  ];
}

function listMarkup({ items }: OutlineList): string {
  // A number that was typed is read with its item; a list of numbers of our own could count otherwise.
  const rows = items.map(({ text, label, inner }) => `<li dir="auto"${label === undefined ? '' : ' class="labelled"'}>${x(label === undefined ? text : `${label} ${text}`)}${inner ? listMarkup(inner) : ''}</li>`);
  return `<ul>${rows.join('')}</ul>`;
}

function blockMarkup(block: OutlineBlock, level: 4 | 5): string {
  switch (block.kind) {
    case 'heading': return said(`h${level}`, block.text);
    case 'paragraph': return said('p', block.text);
    case 'list': return listMarkup(block);
    case 'figure': return said('p', block.alt, ' class="quiet"');
    case 'area': return `${said(`h${level}`, block.title.text)}${block.blocks.map((inner) => blockMarkup(inner, 5)).join('')}`;
    default: return assertNever(block);
  }
}

function twinSection({ pages }: Report, { t, locale }: Writer): readonly Section[] {
  if (pages.length === 0) return [];
  const pieces = pages.map(({ number, outlined }) => `<article id="tekst-${number}">${said('h3', t('report.pageTitle', { number, title: outlined.title.text }))}${outlined.blocks.length > 0 ? outlined.blocks.map((block) => blockMarkup(block, 4)).join('') : element('p', outlineWords(locale).empty)}</article>`);
  return [{ id: 'tekst', title: t('report.twin'), pieces: [element('p', t('report.twinAbout'), ' class="quiet"'), '<div class="columns">', ...pieces, '</div>'] }];
}

function coverMarkup({ title, place, dream, winner, facts }: Report, { t, drawing }: Writer): string {
  const picture = winner && image(drawing(winner), t('print.winnerPicture', { name: winner.label }));
  const numbers = facts.map(({ number, text }) => `<li><b>${x(number)}</b> <span>${x(text)}</span></li>`);
  return `<header class="cover"><div><p class="kind">${x(t('report.name'))}</p>${said('h1', title)}${said('p', place, ' class="place"')}${said('p', dream, ' class="dream"')}${numbers.length > 0 ? `<ul class="facts">${numbers.join('')}</ul>` : ''}</div>${picture ? `<div class="hero">${picture}</div>` : ''}</header>`;
}

/**
 * The report of a session as one HTML file that needs nothing else: its styles, fonts and pictures are in it, and there
 * is no script. Says in words what its pictures show (WCAG 2.2 AA), and prints well.
 * @returns the file in pieces, in their order
 */
export function reportHtml(report: Report, tools: HtmlTools): readonly HtmlPiece[] {
  const writer: Writer = { ...tools, t: (key, values) => say(tools.locale, key, values) };
  const { t } = writer;
  const sections = [boardSection, votesSection, heardSection, charterSection, nextSections, twinSection].flatMap((make) => make(report, writer));
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${x(title)}</a></li>`).join('');
  return [
    `<!DOCTYPE html>\n<html lang="${tools.locale === 'nl' ? 'nl-BE' : 'en-GB'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${x(`${t('report.name')} · ${report.title}`)}</title><style>${tools.fontFaces}${REPORT_CSS}</style></head><body>`,
    coverMarkup(report, writer),
    `<nav aria-labelledby="inhoud"><h2 id="inhoud">${x(t('report.contents'))}</h2><ol>${contents}</ol></nav><main>`,
    ...sections.flatMap(({ id, title, pieces }) => [`<section id="${id}" aria-labelledby="${id}-titel"><h2 id="${id}-titel" dir="auto">${x(title)}</h2>`, ...pieces, '</section>']),
    '</main></body></html>\n',
  ];
}
