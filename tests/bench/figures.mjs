/**
 * Figures of several repetitions: medians, and how far they can be trusted.
 *
 * @typedef {number | string | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value }} Value
 * @typedef {{ readonly void: string | null } & { readonly [name: string]: Value }} Outcome of one repetition
 * @typedef {object} Figure
 * @property {number} median
 * @property {number} low
 * @property {number} high
 * @property {boolean} doubtful the repetitions differ by more than 30 % of the median
 * @property {boolean} few a figure of frames, of which there were fewer than ten
 */

const DOUBTFUL_SHARE = 0.3
const FEW_FRAMES = 10
/** Figures that mean little when hardly a frame was drawn. */
const ofFrames = /^(interval|cpuMsPerDrawnFrame)/

/**
 * The value below which a share of the values lies (nearest rank), or null when there are none.
 * @param {readonly number[]} values
 * @param {number} share 0–1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? null
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * p50, p95 and the largest of some durations.
 * @param {readonly number[]} values
 */
export function spread(values) {
  return { count: values.length, p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) }
}

/** @param {Value} value @returns {value is { readonly [name: string]: Value }} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The numbers of a record at every depth, by their path: `latency.p50`.
 * @param {Value} value
 * @param {string} [path]
 * @returns {readonly (readonly [string, number])[]}
 */
function numbersOf(value, path = '') {
  if (typeof value === 'number' && Number.isFinite(value)) return [[path, value]]
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => numbersOf(inner, path === '' ? name : `${path}.${name}`)) : []
}

/** @param {number} value */
const fourDigits = (value) => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)))

/**
 * One scenario's figures out of its repetitions; those that are void do not count.
 * @param {readonly Outcome[]} outcomes
 * @returns {Readonly<Record<string, Figure>>} by the figure's path
 */
export function figuresOf(outcomes) {
  const sound = outcomes.filter((outcome) => outcome.void === null)
  const few = sound.some(({ framesDrawn }) => typeof framesDrawn === 'number' && framesDrawn < FEW_FRAMES)
  /** @type {Map<string, number[]>} */
  const values = new Map()
  for (const outcome of sound) for (const [path, value] of numbersOf(outcome)) values.set(path, [...(values.get(path) ?? []), value])
  return Object.fromEntries([...values].map(([path, of]) => {
    const middle = median(of), low = Math.min(...of), high = Math.max(...of)
    return [path, { median: fourDigits(middle), low: fourDigits(low), high: fourDigits(high), doubtful: high - low > DOUBTFUL_SHARE * Math.abs(middle), few: few && ofFrames.test(path) }]
  }))
}

/** Whether a figure is reported and not judged. @param {Figure} figure */
export const isDoubtful = ({ doubtful, few }) => doubtful || few
