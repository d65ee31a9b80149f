/** What a reader has chosen on the page that compares relations, and its address. `decodeCompare(encodeCompare(view))` is `view`. */
import { BUCKETS, type Bucket } from '../../server/domain/day.ts'
import {
  asOfText,
  codeOf,
  dayText,
  MEASURES,
  oneOf,
  queryOf,
  rangeOf,
  reader,
} from '../../server/figure/address/url.ts'
import type { Measure } from '../../server/figure/model/points.ts'
import { isPartyCode } from './view.matrix.ts'

/** Days before and after the event. */
export interface Window {
  readonly before: number
  readonly after: number
}

export interface CompareView {
  /** Slugs, or two party codes joined by `~`; each once, 12 at most. */
  readonly relations: readonly string[]
  readonly measure: Measure
  /** `YYYY-MM-DD`, `YYYY-MM`, or null = all there is on that side. */
  readonly from: string | null
  readonly to: string | null
  readonly bucket: Bucket
  /** The day each relation is counted from, in their order, null = not chosen yet; null in all = by the calendar. */
  readonly events: readonly (string | null)[] | null
  readonly window: Window
  /** A codebook's name (its latest version) or a version. */
  readonly codebook: string
  /** A day, meaning its end in UTC, or an instant; null = now. */
  readonly asOf: string | null
}

export const MOST_COMPARED = 12

export const COMPARE_START: CompareView = {
  relations: [],
  measure: 'tension',
  from: null,
  to: null,
  bucket: 'MONTH',
  events: null,
  window: { before: 90, after: 180 },
  codebook: 'default',
  asOf: null,
}

const NONE = '-'

export function encodeCompare(view: CompareView): string {
  const { before, after } = view.window
  const usual = before === COMPARE_START.window.before && after === COMPARE_START.window.after
  return queryOf([
    ['r', view.relations.length === 0 ? null : view.relations.join('~')],
    ['m', view.measure === COMPARE_START.measure ? null : view.measure],
    ['t', view.from === null && view.to === null ? null : `${view.from ?? 'earliest'}..${view.to ?? 'latest'}`],
    ['f', view.bucket === COMPARE_START.bucket ? null : view.bucket.toLowerCase()],
    ['e', view.events?.map((day) => day ?? NONE).join('~') || null],
    ['d', usual ? null : `${-before}..${after}`],
    ['w', view.codebook === COMPARE_START.codebook ? null : view.codebook],
    ['asof', view.asOf],
  ])
}

export function decodeCompare(search: string): CompareView {
  const get = reader(search)
  const [from, to] = rangeOf(get('t'))
  const relations = relationsOf(get('r'))
  return {
    relations,
    measure: oneOf(get('m'), MEASURES) ?? COMPARE_START.measure,
    from,
    to,
    bucket: oneOf(get('f')?.toUpperCase(), BUCKETS) ?? COMPARE_START.bucket,
    events: eventsOf(get('e'), relations.length),
    window: windowOf(get('d')),
    codebook: codeOf(get('w')) ?? COMPARE_START.codebook,
    asOf: asOfText(get('asof')),
  }
}

/** Slugs are lower case, codes upper: two codes in a row are a pair. */
function relationsOf(text: string | null): readonly string[] {
  const found: string[] = []
  const words = text?.split('~') ?? []
  for (let i = 0; i < words.length; i++) {
    const [word = '', next = ''] = [words[i], words[i + 1]]
    if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word)) found.push(word)
    else if (isPartyCode(word) && isPartyCode(next) && word !== next) {
      found.push(`${word}~${next}`)
      i++
    }
  }
  return [...new Set(found)].slice(0, MOST_COMPARED)
}

/** As many as relations, those that are no day not chosen. */
function eventsOf(text: string | null, count: number): readonly (string | null)[] | null {
  if (text === null || count === 0) return null
  const days = text.split('~')
  return Array.from({ length: count }, (_, i) => dayText(days[i] ?? null))
}

function windowOf(text: string | null): Window {
  const [, before, after] = /^-(\d{1,4})\.\.(\d{1,4})$/.exec(text ?? '') ?? []
  const window = { before: Number(before), after: Number(after) }
  const fits = (days: number) => days >= 1 && days <= 1000
  return fits(window.before) && fits(window.after) ? window : COMPARE_START.window
}
