/**
 * Multinomial logistic regression with an L2 penalty on the distance from where it begins, fitted by L-BFGS (Nocedal, 1980; Liu and Nocedal, 1989) with a
 * halving line search. Deterministic: it sees the rows in the order given.
 */

/** A row of a sparse matrix: columns and their values. */
export interface SparseRow {
  readonly columns: Int32Array
  readonly values: Float64Array
}

export interface Fitting {
  readonly rows: readonly SparseRow[]
  /** Class of each row, 0 … classes − 1. */
  readonly classes: Uint8Array
  /** How much each row counts, ≥ 0. */
  readonly weights: Float64Array
  readonly classCount: number
  /** Where it begins: by column and class (column × classCount + class), the last column being the bias. */
  readonly start: Float64Array
  /** The bias stays where it began. */
  readonly holdBias: boolean
  readonly penalty: number
  readonly iterations: number
}

/** Weights laid out as `start`. The bias is free of the penalty. */
export function fitSoftmax(f: Fitting): Float64Array {
  const size = f.start.length
  let at = f.start
  let slope: Float64Array = new Float64Array(size)
  let loss = lossOf(f, at, slope)
  const steps: { moved: Float64Array; turned: Float64Array; rho: number }[] = []
  for (let iteration = 0; iteration < f.iterations; iteration++) {
    const direction = descent(slope, steps)
    const next = new Float64Array(size)
    const nextSlope = new Float64Array(size)
    const gain = dot(slope, direction)
    let stride = 1
    let nextLoss = Number.POSITIVE_INFINITY
    for (let halvings = 0; halvings < 20 && !(nextLoss <= loss - 1e-4 * stride * gain); halvings++) {
      if (halvings > 0) stride /= 2
      for (let i = 0; i < size; i++) next[i] = (at[i] as number) - stride * (direction[i] as number)
      nextLoss = lossOf(f, next, nextSlope)
    }
    const moved = new Float64Array(size)
    const turned = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      moved[i] = (next[i] as number) - (at[i] as number)
      turned[i] = (nextSlope[i] as number) - (slope[i] as number)
    }
    const curvature = dot(moved, turned)
    if (curvature > 1e-12) steps.push({ moved, turned, rho: 1 / curvature })
    if (steps.length > 8) steps.shift()
    const fallen = loss - nextLoss
    at = next
    slope = nextSlope
    loss = nextLoss
    if (!(fallen > 1e-5 * Math.abs(loss))) break
  }
  return at
}

/** The two-loop recursion: the slope, seen through the curvature of the last steps. */
function descent(
  slope: Float64Array,
  steps: readonly { moved: Float64Array; turned: Float64Array; rho: number }[],
): Float64Array {
  const direction = Float64Array.from(slope)
  const alphas: number[] = []
  for (const step of [...steps].reverse()) {
    const alpha = step.rho * dot(step.moved, direction)
    alphas.unshift(alpha)
    addTo(direction, -alpha, step.turned)
  }
  const last = steps.at(-1)
  const scale = last ? 1 / (last.rho * dot(last.turned, last.turned)) : 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale
  for (const [i, step] of steps.entries()) {
    addTo(direction, (alphas[i] as number) - step.rho * dot(step.turned, direction), step.moved)
  }
  return direction
}

/** Penalised negative log-likelihood; its slope is written into `slope`. */
function lossOf(f: Fitting, at: Float64Array, slope: Float64Array): number {
  const k = f.classCount
  const bias = f.start.length - k
  const scores = new Float64Array(k)
  slope.fill(0)
  let loss = 0
  for (const [r, row] of f.rows.entries()) {
    const weight = f.weights[r] as number
    const { columns, values } = row
    for (let c = 0; c < k; c++) scores[c] = at[bias + c] as number
    for (let i = 0; i < columns.length; i++) {
      const offset = (columns[i] as number) * k
      const value = values[i] as number
      for (let c = 0; c < k; c++) scores[c] = (scores[c] as number) + (at[offset + c] as number) * value
    }
    const top = Math.max(...scores)
    let sum = 0
    for (let c = 0; c < k; c++) {
      scores[c] = Math.exp((scores[c] as number) - top)
      sum += scores[c] as number
    }
    const right = f.classes[r] as number
    loss -= weight * Math.log((scores[right] as number) / sum + 1e-300)
    for (let c = 0; c < k; c++) {
      scores[c] = weight * ((scores[c] as number) / sum - (c === right ? 1 : 0))
      if (!f.holdBias) slope[bias + c] = (slope[bias + c] as number) + (scores[c] as number)
    }
    for (let i = 0; i < columns.length; i++) {
      const offset = (columns[i] as number) * k
      const value = values[i] as number
      for (let c = 0; c < k; c++) slope[offset + c] = (slope[offset + c] as number) + (scores[c] as number) * value
    }
  }
  for (let i = 0; i < bias; i++) {
    const weight = (at[i] as number) - (f.start[i] as number)
    loss += (f.penalty / 2) * weight * weight
    slope[i] = (slope[i] as number) + f.penalty * weight
  }
  return loss
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number)
  return sum
}

function addTo(x: Float64Array, factor: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + factor * (y[i] as number)
}
