/** @typedef {number | string | boolean | null | undefined | readonly Figure[] | { readonly [name: string]: Figure }} Figure */

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

/** @param {Figure} value @returns {value is { readonly [name: string]: Figure }} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {number} value */
const threeDigits = (value) => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3)))

/**
 * One record out of one per repetition: numbers become their median, of anything else the first is kept.
 * `doubtful` takes the names of numbers whose repetitions differ by more than 30 % of the median.
 * @param {readonly Figure[]} runs
 * @param {string[]} doubtful
 * @param {string} name
 * @returns {Figure}
 */
export function medianOf(runs, doubtful, name) {
  const given = runs.filter((value) => value !== undefined && value !== null)
  const [first] = given
  if (isRecord(first)) {
    const records = given.filter(isRecord)
    const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
    return Object.fromEntries(names.map((key) => [key, medianOf(records.map((record) => record[key]), doubtful, `${name}.${key}`)]))
  }
  const numbers = given.filter((value) => typeof value === 'number')
  if (numbers.length === 0 || numbers.length < given.length) return first ?? null
  const middle = median(numbers)
  if (numbers.length > 1 && Math.max(...numbers) - Math.min(...numbers) > 0.3 * Math.abs(middle)) doubtful.push(name)
  return threeDigits(middle)
}
