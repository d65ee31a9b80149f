/** Which days of a relation somebody looked at, and the cells themselves for what-ifs in a client. */
import { Field, Int, ObjectType } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import { refuse } from '../../domain/error.ts'
import { type DaySpan, spansOf } from '../../domain/record/coverage.ts'
import type { Collection } from '../../domain/record/document.ts'
import { EVIDENCE_CLASSES, type EvidenceClass } from '../../domain/record/evidence.ts'
import { type CellSlice, eachCell } from '../../domain/score/reading.ts'
import { CollectionType } from '../record/collection.ts'
import type { Context } from '../schema/context.ts'
import { EvidenceClassEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import type { ResolvedReading, ResolvedScore, Stamp } from './scoring.ts'
import { StampType } from './series.ts'

@ObjectType('DaySpan', { description: 'A run of days, both ends inclusive.' })
export class DaySpanType implements DaySpan {
  @Field(() => DateScalar, { description: 'First day.' })
  readonly from!: Day

  @Field(() => DateScalar, { description: 'Last day.' })
  readonly to!: Day
}

@ObjectType('Coverage', { description: 'The days on which one collection covers a relation.' })
export class CoverageType {
  @Field(() => CollectionType, { description: 'The collection.' })
  readonly collection!: Collection

  @Field(() => [DaySpanType], { description: 'Runs of covered days, ascending.' })
  readonly spans!: readonly DaySpan[]
}

@ObjectType('Tally', { description: 'The cells that scoring reads, in columns of equal length, ascending by day.' })
export class TallyType {
  @Field(() => [DateScalar], { description: 'Day of each cell.' })
  readonly days!: readonly Day[]

  @Field(() => [Int], {
    description:
      'Direction of each cell: 0 for the first party toward the second, 1 for the second toward the first, 2 for mutual.',
  })
  readonly directions!: readonly number[]

  @Field(() => [String], { description: 'Leaf (finest code) of each cell.' })
  readonly leaves!: readonly string[]

  @Field(() => [EvidenceClassEnum], { description: 'Evidence class of each cell.' })
  readonly evidence!: readonly EvidenceClass[]

  @Field(() => [String], { description: 'Code of the collection of each cell.' })
  readonly collections!: readonly string[]

  @Field(() => [Int], { description: 'Number of events in each cell.' })
  readonly counts!: readonly number[]

  @Field(() => StampType, {
    description: 'Codebook version, method, instant and revision that reproduce the result exactly.',
  })
  readonly stamp!: Stamp
}

/** Every collection that covers anything of what is asked, in the order of the directory. */
export function coverageOf(asked: ResolvedReading, cells: readonly CellSlice[]): CoverageType[] {
  const borne = new Map<number, Map<Day, number>>()
  eachCell(cells, asked.reading, asked.last, ({ cells }, row) => {
    const collection = cells.collections[row] as number
    if (!asked.reading.unmonitored.has(collection)) return
    const days = borne.get(collection) ?? new Map<Day, number>()
    const day = cells.days[row] as Day
    days.set(day, (days.get(day) ?? 0) + (cells.counts[row] as number))
    borne.set(collection, days)
  })
  return asked.directory.collections.flatMap((collection) => {
    const watched = asked.watches.filter((w) => w.collection === collection.id).map(({ from, to }) => ({ from, to }))
    const days = [...(borne.get(collection.id) ?? [])].filter(([, n]) => n > 0).map(([day]) => day)
    const spans = [...watched, ...spansOf(days)]
    return spans.length === 0 ? [] : [{ collection, spans }]
  })
}

const MOST_CELLS = 50_000

/** The cells between two days, summed over revisions. */
export function tallyOf(ctx: Context, asked: ResolvedScore, from: Day, to: Day): TallyType {
  const sums = new Map<
    string,
    { day: Day; direction: number; leaf: number; evidence: number; collection: number; n: number }
  >()
  eachCell(asked.scoring.slices, asked.reading, to, ({ cells, flipped }, row) => {
    const day = cells.days[row] as Day
    if (day < from) return
    const own = cells.directions[row] as number
    const direction = own === 2 || !flipped ? own : 1 - own
    const [leaf, evidence] = [cells.leaves[row] as number, cells.evidence[row] as number]
    const collection = cells.collections[row] as number
    const key = `${day} ${direction} ${leaf} ${evidence} ${collection}`
    const cell = sums.get(key)
    if (cell) cell.n += cells.counts[row] as number
    else sums.set(key, { day, direction, leaf, evidence, collection, n: cells.counts[row] as number })
  })
  const rows = [...sums.values()].filter((c) => c.n > 0).sort((x, y) => x.day - y.day)
  if (rows.length > MOST_CELLS) {
    orGraphQLError<never>(
      refuse('TOO_MUCH', rows.length, `a tally holds at most ${MOST_CELLS} cells`, 'Give a shorter range'),
    )
  }
  const codes = new Map(ctx.record.directory.collections.map((c) => [c.id as number, c.code]))
  return {
    days: rows.map((c) => c.day),
    directions: rows.map((c) => c.direction),
    leaves: rows.map((c) => ctx.record.leaves[c.leaf] ?? ''),
    evidence: rows.map((c) => EVIDENCE_CLASSES[c.evidence] ?? 'UNCOUNTED'),
    collections: rows.map((c) => codes.get(c.collection) ?? ''),
    counts: rows.map((c) => c.n),
    stamp: asked.stamp,
  }
}
