/**
 * View ⇄ query string. Lists are joined by `~`, ranges by `..`, open ends are `earliest` and `latest`; what equals the
 * default is left out, what is unknown or impossible is ignored. `decode(encode(view))` is `view`.
 */
import { BUCKETS, civilOf, daysInMonth, parseDay } from '../../domain/day.ts'
import { isRefusal } from '../../domain/error.ts'
import type { ScoringMethod } from '../../domain/score/score.ts'
import type { Direction, Quad, View } from '../generated/documents.ts'
import type { Measure } from '../model/points.ts'
import { TRANSFORMS } from '../model/transform.ts'
import {
  type ExplainedPoint,
  type RelationView,
  START,
  TABS,
  WATCH_SORTS,
  WATCH_START,
  type WatchView,
} from './view.ts'

export const MEASURES: readonly Measure[] = ['tension', 'engagement']
const DIRECTIONS: Readonly<Record<string, Direction>> = { both: 'BOTH', ab: 'A_TO_B', ba: 'B_TO_A' }
export const VIEWS: readonly View[] = ['ENTITY', 'OFFICE', 'COUNTRY']
/** Methods by their text in an address, those of version 0.1 with what they are now. */
const METHODS: Readonly<Record<string, ScoringMethod>> = {
  level: 'LEVEL',
  tone: 'TONE',
  intensity: 'TONE',
  pressure: 'LEVEL',
}
const QUADS: readonly Quad[] = [
  'VERBAL_COOPERATION',
  'MATERIAL_COOPERATION',
  'VERBAL_CONFLICT',
  'MATERIAL_CONFLICT',
  'STATEMENT',
]

/** `?m=…&t=…`, or an empty text where everything is as at the start. */
export function encodeView(view: RelationView): string {
  const pairs: [string, string | null][] = [
    ['m', same(view.measures, START.measures) ? null : view.measures.join('~')],
    ['dir', view.direction === START.direction ? null : keyOf(view.direction)],
    ['t', view.from === null && view.to === null ? null : `${view.from ?? 'earliest'}..${view.to ?? 'latest'}`],
    ['f', view.bucket === START.bucket ? null : view.bucket.toLowerCase()],
    ['tr', view.transform === START.transform ? null : view.transform],
    ['v', view.view?.toLowerCase() ?? null],
    ['x', view.method?.toLowerCase() ?? null],
    ['h', view.halfLife === null ? null : String(view.halfLife)],
    ['c', view.collections === null ? null : view.collections.join('~')],
    ['ci', view.interval === START.interval ? null : String(view.interval)],
    ['w', view.codebook === START.codebook ? null : view.codebook],
    ['w2', view.against],
    ['asof', view.asOf],
    ['q', view.quads === null ? null : view.quads.map((q) => q.toLowerCase()).join('~')],
    ['cal', view.calendar === START.calendar ? null : view.calendar],
    ['tab', view.tab === START.tab ? null : view.tab],
    ['p', view.point === null ? null : pointText(view.point)],
  ]
  return queryOf(pairs)
}

export function decodeView(search: string): RelationView {
  const get = reader(search)
  const [from, to] = rangeOf(get('t'))
  return {
    measures: listOf(get('m'), MEASURES) ?? START.measures,
    direction: DIRECTIONS[get('dir') ?? ''] ?? START.direction,
    from,
    to,
    bucket: oneOf(get('f')?.toUpperCase(), BUCKETS) ?? START.bucket,
    transform: oneOf(get('tr'), TRANSFORMS) ?? START.transform,
    interval: numberOf(get('ci'), 50, 99) ?? START.interval,
    tab: oneOf(get('tab'), TABS) ?? START.tab,
    calendar: oneOf(get('cal'), MEASURES) ?? START.calendar,
    point: pointOf(get('p')),
    codebook: codeOf(get('w')) ?? START.codebook,
    against: codeOf(get('w2')),
    asOf: asOfText(get('asof')),
    view: oneOf(get('v')?.toUpperCase(), VIEWS),
    method: METHODS[get('x') ?? ''] ?? START.method,
    halfLife: numberOf(get('h'), 1, 3650),
    collections: codesOf(get('c')),
    quads: listOf(get('q')?.toUpperCase() ?? null, QUADS),
  }
}

export function encodeWatch(view: WatchView): string {
  return queryOf([
    ['month', view.month],
    ['sort', view.sort === WATCH_START.sort ? null : view.sort],
  ])
}

export function decodeWatch(search: string): WatchView {
  const get = reader(search)
  const month = get('month')
  return {
    month: month !== null && isMonth(month) ? month : null,
    sort: oneOf(get('sort'), WATCH_SORTS) ?? WATCH_START.sort,
  }
}

/** The first or last day a side of a range means: a month stands for its first or last day. Null stays open. */
export function rangeDay(text: string | null, side: 'from' | 'to'): string | null {
  if (text === null || !isMonth(text)) return text
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5))]
  return side === 'from' ? `${text}-01` : `${text}-${daysInMonth(year, month)}`
}

/** Is this a side of a range: `YYYY-MM-DD` or `YYYY-MM` that exists? */
export function isRangeText(text: string): boolean {
  return isMonth(text) || !isRefusal(parseDay(text))
}

export function reader(search: string): (key: string) => string | null {
  const params = new URLSearchParams(search)
  return (key) => params.get(key) || null
}

/** `~` and `..` stand for themselves in a query; only what would break it is escaped. */
export function queryOf(pairs: readonly (readonly [string, string | null])[]): string {
  const texts = pairs.flatMap(([key, value]) =>
    value === null ? [] : `${key}=${encodeURIComponent(value).replaceAll('%3A', ':')}`,
  )
  return texts.length === 0 ? '' : `?${texts.join('&')}`
}

export function rangeOf(text: string | null): readonly [string | null, string | null] {
  const sides = text?.split('..')
  if (sides?.length !== 2) return [null, null]
  const [from, to] = sides.map((side) => (isRangeText(side) ? side : null))
  const [first, last] = [rangeDay(from ?? null, 'from'), rangeDay(to ?? null, 'to')]
  // A range that ends before it begins shows nothing: everything is shown instead.
  return first !== null && last !== null && first > last ? [null, null] : [from ?? null, to ?? null]
}

export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && !isRefusal(parseDay(`${text}-01`))
}

export function dayText(text: string | null): string | null {
  return text !== null && !isRefusal(parseDay(text)) ? text : null
}

/** Is this what a record can be read as of: a day, or an instant in UTC? */
export function isAsOfText(text: string): boolean {
  const [day = '', time, ...rest] = text.split('T')
  const isTime = time === undefined || /^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,3})?Z$/.test(time)
  return !isRefusal(parseDay(day)) && isTime && rest.length === 0
}

export function asOfText(text: string | null): string | null {
  return text !== null && isAsOfText(text) ? text : null
}

function pointText(point: ExplainedPoint): string {
  return point.measure === 'tension' ? point.day : `${point.day}~${point.measure}`
}

function pointOf(text: string | null): ExplainedPoint | null {
  const [day, measure = 'tension', ...rest] = text?.split('~') ?? []
  const known = oneOf(measure, MEASURES)
  if (dayText(day ?? null) === null || day === undefined || known === null || rest.length > 0) return null
  return { day, measure: known }
}

function keyOf(direction: Direction): string {
  return Object.keys(DIRECTIONS).find((key) => DIRECTIONS[key] === direction) ?? 'both'
}

export function oneOf<T extends string>(text: string | null | undefined, known: readonly T[]): T | null {
  return known.find((k) => k === text) ?? null
}

/** The known ones, in the order of the known; null where none is left or all are named. */
function listOf<T extends string>(text: string | null, known: readonly T[]): readonly T[] | null {
  const named = text?.split('~') ?? []
  const kept = known.filter((k) => named.includes(k))
  return kept.length === 0 || kept.length === known.length ? null : kept
}

function numberOf(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,4}(\.\d{1,3})?$/.test(text)) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}

export function codeOf(text: string | null): string | null {
  return text !== null && /^[a-z0-9][a-z0-9._-]{0,63}$/.test(text) ? text : null
}

export function codesOf(text: string | null): readonly string[] | null {
  const codes = (text?.split('~') ?? []).flatMap((code) => codeOf(code) ?? [])
  return codes.length === 0 ? null : [...new Set(codes)]
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i])
}

/** The month a day lies in, `YYYY-MM`. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The month `by` months later. */
export function monthAfter(month: string, by: number): string {
  const day = parseDay(`${month}-01`)
  if (isRefusal(day)) return month
  const civil = civilOf(day)
  const index = civil.year * 12 + civil.month - 1 + by
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
