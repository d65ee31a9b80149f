import { EVIDENCE_CLASSES } from '../domain/record/evidence.ts'
import type { Database } from './database.ts'
import { refillSearch } from './search.ts'

/** What the audit log calls it. A server that reads this reloads its tallies. */
export const REBUILT = 'made the tallies anew from the record of events'

const EVIDENCE = EVIDENCE_CLASSES.map((name, i) => `WHEN '${name}' THEN ${i}`).join(' ')
const PLACE = '"a", "b", "day", "direction", "leaf", "evidence", "severity", "collection", "revision"'

const entries = (revision: string, count: 1 | -1): string => `
  SELECT "a", "b", "day", CASE WHEN "mutual" = 1 THEN 2 WHEN "source" = "a" THEN 0 ELSE 1 END AS "direction", "leaf",
    CASE "evidence" ${EVIDENCE} END AS "evidence", "severity", "collection", "${revision}" AS "revision", ${count} AS "count"
  FROM event WHERE "${revision}" IS NOT NULL`

/** Every event counts +1 in the revision that added it and −1 in the one that superseded it. Answers the number of cells. */
export async function rebuild(db: Database, by: string): Promise<number> {
  return db.write(by, REBUILT, async (tx) => {
    await tx.remake('tally', PLACE, `${entries('addedIn', 1)} UNION ALL ${entries('supersededIn', -1)}`)
    await refillSearch(tx)
    const [row] = await tx.all<{ n: number }>('SELECT COUNT(*) AS n FROM tally')
    return row?.n ?? 0
  })
}
