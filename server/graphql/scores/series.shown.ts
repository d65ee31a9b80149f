/** A series as it is shown: with who held the office when, and where what is covered changes. */

import type { Bucket, Day } from '../../domain/day.ts'
import { coverageChanges } from '../../domain/record/coverage.ts'
import { successionsOf } from '../../domain/score/slice.ts'
import type { Context } from '../schema/context.ts'
import type { ResolvedReading, ResolvedScore } from './scoring.ts'
import { keptSeries } from './series.kept.ts'
import type { ShownSeries } from './series.ts'

/** The series of what was asked, with its marks. */
export function shownSeries(ctx: Context, found: ResolvedScore, from: Day, to: Day, bucket: Bucket): ShownSeries {
  return { ...keptSeries(ctx.record, found, from, to, bucket), ...marksOf(found, from, to), stamp: found.stamp }
}

function marksOf(found: ResolvedReading, from: Day, to: Day): Pick<ShownSeries, 'succession' | 'collectionChanges'> {
  const { directory } = found
  const actor = (code: string | null) => directory.actors.find((x) => x.code === code) ?? null
  const succession = found.view === 'OFFICE' ? successionsOf(directory, found.relation, from, to) : []
  return {
    succession: succession.flatMap((s) => {
      const office = directory.offices.find((o) => o.code === s.office)
      return office ? [{ day: s.day, office, former: actor(s.former), holder: actor(s.holder) }] : []
    }),
    collectionChanges: coverageChanges(found.watches, from, to).map(({ day, collections }) => ({
      day,
      collections: directory.collections.filter((c) => collections.includes(c.id)),
    })),
  }
}
