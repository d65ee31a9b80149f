/**
 * Series that were worked out once, for whoever asks again: a dashboard is opened by many between two revisions. The key
 * holds all that a series depends on, so nothing here is ever wrong, only no longer asked for; how many bytes are kept is
 * bounded, and what was asked for longest ago goes first.
 */
import { LRUCache } from 'lru-cache'
import type { Bucket, Day } from '../../domain/day.ts'
import { type Series, seriesOf } from '../../domain/score/series.ts'
import type { HeldRecord } from '../../store/record.ts'
import type { ResolvedScore } from './scoring.ts'

const MOST_BYTES = 32_000_000
/** Of one point in all columns: eight numbers or nulls on the heap, four plain ones. */
const POINT_BYTES = 250

const kept = new WeakMap<HeldRecord, LRUCache<string, Series>>()

export function keptSeries(record: HeldRecord, found: ResolvedScore, from: Day, to: Day, bucket: Bucket): Series {
  let all = kept.get(record)
  if (!all) {
    all = new LRUCache({
      maxSize: MOST_BYTES,
      sizeCalculation: (series, key) => series.days.length * POINT_BYTES + 2 * key.length + 1000,
    })
    kept.set(record, all)
  }
  const key = keyOf(found, from, to, bucket)
  let series = all.get(key)
  if (!series) {
    series = seriesOf(found.scoring, from, to, bucket)
    all.set(key, series)
  }
  return series
}

/** Slices, watches and cells follow from relation, view, last day and what was on record at the instant of the stamp. */
function keyOf(found: ResolvedScore, from: Day, to: Day, bucket: Bucket): string {
  const { relation, view, last, stamp, overlay, reading, scoring } = found
  const collections = reading.collections === null ? null : [...reading.collections]
  const what = [relation.a, relation.b, view, last, from, to, bucket, reading.direction, collections]
  return JSON.stringify([what, stamp, overlay, scoring.parameters])
}
