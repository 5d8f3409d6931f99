import { betterOf, judge, rowsFor, targetText } from './targets.mjs'

/** @typedef {import('./figures.mjs').Figure} Figure @typedef {import('./targets.mjs').FiguresOf} FiguresOf */

/** @param {number} value */
export function written(value) {
  const size = Math.abs(value)
  return size === 0 ? '0' : size >= 100 ? String(Math.round(value)) : size >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** `~`: the repetitions differ by more than 30 %. `†`: fewer than ten frames. @param {Figure | undefined} figure */
const cell = (figure) => (figure ? `${written(figure.median)}${figure.doubtful ? '~' : ''}${figure.few ? '†' : ''}` : '–')

/**
 * One table for each size: the rows are the targets, the columns the apps.
 * @param {readonly string[]} apps
 * @param {readonly number[]} sizes
 * @param {FiguresOf} figuresOf
 * @returns {{ readonly text: string, readonly rows: readonly { readonly n: number, readonly name: string, readonly target: string, readonly value: number | null, readonly ratio: number | null, readonly verdict: import('./targets.mjs').Verdict }[] }}
 */
export function report(apps, sizes, figuresOf) {
  const judged = [0, ...sizes].flatMap((n) => rowsFor(n).map((of) => {
    const own = figuresOf('droomdoek', n)?.[of.scenario]?.[of.figure], better = betterOf(of, n, figuresOf)
    const ratio = own && better && better.median !== 0 ? own.median / better.median : null
    return { of, n, name: of.name, target: targetText(of, n, figuresOf, written), value: own?.median ?? null, ratio, verdict: judge(of, n, figuresOf) }
  }))
  const measured = judged.filter(({ of, n }) => apps.some((app) => figuresOf(app, n)?.[of.scenario]?.[of.figure]))
  const text = [0, ...sizes].map((n) => {
    const lines = measured.filter((row) => row.n === n).map(({ of, name, target, ratio, verdict }) => [
      name, ...apps.map((app) => cell(figuresOf(app, n)?.[of.scenario]?.[of.figure])), ratio === null ? '–' : ratio.toFixed(2), target === '' ? '–' : target, words[verdict],
    ])
    return lines.length === 0 ? '' : `${n === 0 ? 'Empty board' : `${n} strokes, ${Math.floor(n / 10)} labels`}\n${table(['', ...apps, 'droomdoek / better peer', 'target', 'verdict'], lines)}\n`
  }).filter((part) => part !== '').join('\n')
  return { text, rows: measured.map(({ of: _of, ...row }) => row) }
}

/** @type {Readonly<Record<import('./targets.mjs').Verdict, string>>} */
const words = { met: 'met', equal: 'met (within 10 %)', 'not met': 'NOT MET', doubtful: 'doubtful', reported: '–', missing: 'missing' }

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines
 */
function table(head, lines) {
  const widths = head.map((name, i) => Math.max(name.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(line)].join('\n')
}
