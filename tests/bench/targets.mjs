import { isDoubtful } from './figures.mjs'

/**
 * What the app must reach, and whether it does.
 *
 * @typedef {import('./figures.mjs').Figure} Figure
 * @typedef {Readonly<Record<string, Readonly<Record<string, Figure>>>>} Scenarios figures by scenario and path
 * @typedef {(app: string, n: number) => Scenarios | undefined} FiguresOf of an app at a size; size 0 is the empty board
 * @typedef {'met' | 'equal' | 'not met' | 'doubtful' | 'reported' | 'missing'} Verdict `equal`: beyond the limit by at most 10 %
 *
 * @typedef {{ readonly kind: 'fixed', readonly value: number } | { readonly kind: 'share', readonly of: 'excalidraw' | 'better peer' | 'itself at 5000', readonly factor: number }} Limit
 * @typedef {object} Row
 * @property {string} name
 * @property {string} scenario
 * @property {string} figure
 * @property {'low' | 'high'} better
 * @property {readonly Limit[]} limits all have to hold; none: reported only
 */

const peers = ['excalidraw', 'tldraw']
const SLACK = 1.1
/** The size for which the fixed targets are, and from which on a board is judged by them. */
export const TARGET_N = 5000

/** @param {number} value @returns {Limit} */
const fixed = (value) => ({ kind: 'fixed', value })
/** @param {number} factor @param {'excalidraw' | 'better peer' | 'itself at 5000'} of @returns {Limit} */
const share = (factor, of) => ({ kind: 'share', of, factor })

/**
 * @param {string} name
 * @param {string} place scenario and figure: `draw.latency.p50`
 * @param {'low' | 'high'} better
 * @param {...Limit} limits
 * @returns {Row}
 */
function row(name, place, better, ...limits) {
  const dot = place.indexOf('.')
  return { name, scenario: place.slice(0, dot), figure: place.slice(dot + 1), better, limits }
}

/** @type {readonly Row[]} */
const emptyRows = [
  row('usable, ms', 'start.usableMs', 'low', share(0.7, 'excalidraw')),
  row('tools beside the sheet, ms', 'start.toolsMs', 'low'),
  row('scripts, kB gzip', 'scripts.scriptGzipKB', 'low', share(0.7, 'excalidraw')),
]

/** The round ledger, without network. @type {readonly Row[]} */
const ballotRows = [
  row('500 ballots in 10 s: on the disk p50, ms', 'ballots.flow.p50', 'low'),
  row('500 ballots in 10 s: on the disk p99, ms', 'ballots.flow.p99', 'low', fixed(500)),
  row('500 ballots at once: on the disk p99, ms', 'ballots.atOnce.p99', 'low', fixed(500)),
]

/** The room screen at 1920 × 1080. @type {readonly Row[]} */
const revealRows = [
  row('reveal: fps drawn', 'reveal.fpsDrawn', 'high', fixed(55)),
  row('reveal: between two frames p95, ms', 'reveal.intervalP95Ms', 'low', fixed(34)),
  row('reveal: between two frames max, ms', 'reveal.intervalMaxMs', 'low'),
  row('reveal: longest task, ms', 'reveal.longestTaskMs', 'low', fixed(50)),
]

/** Files of a full board, without a window. @type {readonly Row[]} */
const fileRows = [
  row('PDF of 5,000 strokes, ms', 'filePdf.ms', 'low', fixed(2000)),
  row('PDF of 5,000 strokes: CPU s', 'filePdf.cpuS', 'low'),
  row('PDF of 5,000 strokes, MB', 'filePdf.fileMB', 'low', fixed(8)),
  row('A4 PNG at 300 dpi, ms', 'fileA4.ms', 'low', fixed(2000)),
  row('A4 PNG at 300 dpi: CPU s', 'fileA4.cpuS', 'low'),
  row('A0 PNG at 300 dpi, ms', 'fileA0.ms', 'low', fixed(10_000)),
  row('A0 PNG at 300 dpi: CPU s', 'fileA0.cpuS', 'low'),
  row('A0 PNG at 300 dpi: memory, MB', 'fileA0.peakMB', 'low', fixed(700)),
  row('A0 PNG at 300 dpi: desk unheard, ms', 'fileA0.stalledMs', 'low', fixed(50)),
  row('A0 PNG: cancelled after, ms', 'fileCancelled.cancelMs', 'low', fixed(200)),
  row('PDF of 10,000 cards, ms', 'fileCards.ms', 'low'),
  row('PDF of 10,000 cards: CPU s', 'fileCards.cpuS', 'low'),
]

/** At 5,000 strokes. @type {readonly Row[]} */
const rows = [
  row('open: first view, ms', 'open.firstViewMs', 'low', fixed(500)),
  row('open: rastered, ms', 'open.rasteredMs', 'low', share(0.4, 'better peer')),
  row('open: JS heap, MB', 'open.jsHeapMB', 'low'),
  row('open: renderer memory, MB', 'open.rendererMB', 'low', share(0.5, 'better peer')),
  row('open: renderer memory, bytes a stroke', 'open.rendererBytesPerStroke', 'low'),
  row('pan, all in view: fps drawn', 'panFit.fpsDrawn', 'high', fixed(55)),
  row('pan, all in view: CPU s/s', 'panFit.cpuPerS', 'low', share(0.5, 'better peer')),
  row('pan, all in view: CPU ms a frame', 'panFit.cpuMsPerDrawnFrame', 'low'),
  row('pan, all in view: main thread s/s', 'panFit.mainThreadPerS', 'low', fixed(0.2)),
  row('pan at 100 %: fps drawn', 'pan100.fpsDrawn', 'high', fixed(55)),
  row('pan at 100 %: CPU s/s', 'pan100.cpuPerS', 'low', fixed(0.7)),
  row('pan at 100 %: CPU ms a frame', 'pan100.cpuMsPerDrawnFrame', 'low'),
  row('pan at 100 %: main thread s/s', 'pan100.mainThreadPerS', 'low'),
  row('zoom: fps drawn', 'zoom.fpsDrawn', 'high', fixed(55)),
  row('zoom: CPU s/s', 'zoom.cpuPerS', 'low'),
  row('zoom: longest task, ms', 'zoom.longestTaskMs', 'low', fixed(50)),
  row('zoom: hitch after, ms', 'zoom.hitchAfterMs', 'low'),
  row('stroke: latency p50, ms', 'draw.latency.p50', 'low', fixed(14), share(1, 'better peer')),
  row('stroke: latency p95, ms', 'draw.latency.p95', 'low', fixed(24), share(1, 'better peer')),
  row('stroke: CPU s/s', 'draw.cpuPerS', 'low', fixed(0.6)),
  row('stroke: samples kept of 240', 'draw.samplesKept', 'high', fixed(240)),
  row('select all and drag: frames in 1 s', 'move.framesDrawn', 'high', fixed(45)),
  row('select all and drag: CPU s', 'move.cpuS', 'low', fixed(1.2)),
  row('500 phones: acknowledged p50, ms', 'phones.ack.p50', 'low'),
  row('500 phones: acknowledged p99, ms', 'phones.ack.p99', 'low', fixed(500)),
  row('500 phones: before the vote p99, ms', 'phones.ready.p99', 'low'),
  row('500 phones: stroke p95 before, ms', 'phones.calm.p95', 'low'),
  row('500 phones: stroke p95 meanwhile, ms', 'phones.busy.p95', 'low'),
  row('500 phones: fps meanwhile', 'phones.busy.fps', 'high'),
  row('SVG, ms', 'svg.ms', 'low', share(0.5, 'better peer')),
  row('SVG, kB', 'svg.fileKB', 'low', share(0.5, 'better peer')),
  row('PNG 6000 × 4000, ms', 'png6000.ms', 'low', share(0.7, 'excalidraw')),
  row('PNG 12000 × 8000, ms', 'png12000.ms', 'low', share(0.7, 'excalidraw')),
]

/** What a large board must keep of a board of 5,000. */
const kept = ['panFit', 'pan100', 'zoom', 'draw']

/**
 * The rows for a board: fixed targets at 5,000; not worse than the better peer below; like itself at 5,000 far above.
 * @param {number} n 0 is the empty board
 * @returns {readonly Row[]}
 */
export function rowsFor(n) {
  if (n === 0) return [...emptyRows, ...ballotRows, ...revealRows, ...fileRows]
  if (n === TARGET_N) return rows
  if (n < TARGET_N) return rows.map((of) => ({ ...of, limits: [share(1, 'better peer')] }))
  return rows.map((of) => {
    if (of.figure === 'firstViewMs') return { ...of, limits: [fixed(1000)] }
    const judged = kept.includes(of.scenario) && (of.limits.length > 0 || of.figure === 'cpuPerS')
    return { ...of, limits: judged ? [share(of.better === 'low' ? 1.2 : 0.8, 'itself at 5000')] : [] }
  })
}

/**
 * The limit of a row as a number, and whether it rests on a doubtful figure. Null: what it compares with was not
 * measured.
 * @param {Row} of
 * @param {Limit} limit
 * @param {number} n
 * @param {FiguresOf} figuresOf
 * @returns {{ readonly value: number, readonly doubtful: boolean } | null}
 */
function limitValue(of, limit, n, figuresOf) {
  if (limit.kind === 'fixed') return { value: limit.value, doubtful: false }
  const given = (/** @type {string} */ app, /** @type {number} */ at) => figuresOf(app, at)?.[of.scenario]?.[of.figure]
  const [base] = limit.of === 'itself at 5000' ? [given('droomdoek', TARGET_N)] : limit.of === 'excalidraw' ? [given('excalidraw', n)] : [betterOf(of, n, figuresOf)]
  return base ? { value: limit.factor * base.median, doubtful: isDoubtful(base) } : null
}

/**
 * The better peer's figure.
 * @param {Row} of
 * @param {number} n
 * @param {FiguresOf} figuresOf
 */
export function betterOf(of, n, figuresOf) {
  const given = peers.flatMap((app) => figuresOf(app, n)?.[of.scenario]?.[of.figure] ?? [])
  return given.sort((a, b) => (of.better === 'low' ? a.median - b.median : b.median - a.median))[0]
}

/**
 * @param {number} value
 * @param {number} limit
 * @param {'low' | 'high'} better
 * @returns {'met' | 'equal' | 'not met'}
 */
function against(value, limit, better) {
  if (better === 'low') return value <= limit ? 'met' : value <= limit * SLACK ? 'equal' : 'not met'
  return value >= limit ? 'met' : value >= limit / SLACK ? 'equal' : 'not met'
}

/** From the worst to the best. @type {readonly Verdict[]} */
const worstFirst = ['not met', 'doubtful', 'equal', 'met']

/**
 * Judges one figure of the app. A figure, or a peer's figure, that is doubtful is not judged; nor is what has no target, or one of
 * which the other side was not measured.
 * @param {Row} of
 * @param {number} n
 * @param {FiguresOf} figuresOf
 * @returns {Verdict}
 */
export function judge(of, n, figuresOf) {
  const own = figuresOf('droomdoek', n)?.[of.scenario]?.[of.figure]
  if (!own) return 'missing'
  const verdicts = of.limits.flatMap((limit) => {
    const value = limitValue(of, limit, n, figuresOf)
    return value === null ? [] : [isDoubtful(own) || value.doubtful ? /** @type {const} */ ('doubtful') : against(own.median, value.value, of.better)]
  })
  return worstFirst.find((verdict) => verdicts.some((one) => one === verdict)) ?? 'reported'
}

/**
 * The target in words, with its number where it is known: `≤ 0.5 × better peer (72)`.
 * @param {Row} of
 * @param {number} n
 * @param {FiguresOf} figuresOf
 * @param {(value: number) => string} written
 */
export function targetText(of, n, figuresOf, written) {
  const sign = of.better === 'low' ? '≤' : '≥'
  return of.limits.map((limit) => {
    if (limit.kind === 'fixed') return `${sign} ${written(limit.value)}`
    const value = limitValue(of, limit, n, figuresOf)
    return `${sign} ${limit.factor === 1 ? '' : `${limit.factor} × `}${limit.of}${value === null ? '' : ` (${written(value.value)})`}`
  }).join(', ')
}
