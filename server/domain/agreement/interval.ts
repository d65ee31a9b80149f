/**
 * How sure a coefficient of agreement is: percentile bootstrap over items (Efron 1979). The draws come from a fixed
 * sequence, so that the same codings give the same interval on every machine.
 */
import { type Agreement, agreementOf, type Judged } from './agreement.ts'

export type Coefficient = Exclude<keyof Agreement, 'n'>

/** 95 %, each null where the coefficient is not defined in most draws. */
export type AgreementInterval = Readonly<Record<Coefficient, readonly [number, number] | null>>

/** Fewer double-coded items than this are too few for a coefficient to be shown. */
export const FEWEST_ITEMS = 30

/** A tag that anybody chose on fewer items than this has no coefficient, however many items were coded twice. */
export const FEWEST_USES = 4

export const COEFFICIENTS: readonly Coefficient[] = ['raw', 'alpha', 'kappa', 'ac1']

/** Intervals from `draws` samples of the items with replacement. */
export function agreementInterval(items: readonly Judged[], draws = 1000): AgreementInterval {
  const random = sequence(items.length)
  const { kinds, kindOf } = kindsOf(items)
  const found: Record<Coefficient, number[]> = { raw: [], alpha: [], kappa: [], ac1: [] }
  for (let draw = 0; draw < draws && items.length > 0; draw++) {
    const times = new Int32Array(kinds.length)
    for (let i = 0; i < items.length; i++) {
      const kind = kindOf[Math.floor(random() * items.length)] as number
      times[kind] = (times[kind] as number) + 1
    }
    const drawn = agreementOf(kinds, times)
    for (const key of COEFFICIENTS) {
      const value = drawn[key]
      if (value !== null) found[key].push(value)
    }
  }
  const limits = (values: number[]): readonly [number, number] | null => {
    if (values.length === 0 || values.length < draws / 2) return null
    const sorted = values.sort((x, y) => x - y)
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number
    return [at(0.025), at(0.975)]
  }
  return { raw: limits(found.raw), alpha: limits(found.alpha), kappa: limits(found.kappa), ac1: limits(found.ac1) }
}

/** Items judged alike are one kind: thousands of items are some dozen kinds. `kindOf` gives the kind of each item. */
function kindsOf(items: readonly Judged[]): { readonly kinds: readonly Judged[]; readonly kindOf: Int32Array } {
  const places = new Map<string, number>()
  const kinds: Judged[] = []
  const kindOf = Int32Array.from(items, (judged) => {
    const key = JSON.stringify(judged)
    const place = places.get(key) ?? kinds.push(judged) - 1
    places.set(key, place)
    return place
  })
  return { kinds, kindOf }
}

/** Numbers in [0, 1) in the order of mulberry32 (Tommy Ettinger, public domain). */
function sequence(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
