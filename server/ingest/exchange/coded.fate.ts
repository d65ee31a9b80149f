/** What a coded statement of a file is beside the record: new, the same, or one that says something else, field by field. */
import type { EventId } from '../../domain/record/event.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { StatementId } from '../../domain/record/statement.ts'
import type { Pair } from '../../domain/score/tally.ts'
import { nounOf, selectionOf } from '../../store/columns.ts'
import type { Reader } from '../../store/reader.ts'
import { type StatementRow, statements } from '../../store/tables/record.ts'
import { codedOfRows } from './coded.read.ts'
import { type Coded, type CodedJudgement, type Flat, flatOf } from './coded.ts'

/** One field that differs, as a file would have it; empty where there is nothing. Of a judgement it names whose it is. */
export interface Difference {
  readonly column: string
  readonly onRecord: string
  readonly inFile: string
}

/** GAINED: it brings judgements that are not on record, and differs in nothing. DIFFERING: what is on record stays. */
export type FateKind = 'NEW' | 'GAINED' | 'SAME' | 'DIFFERING'

export interface Fate {
  readonly kind: FateKind
  readonly differences: readonly Difference[]
  /** Judgements of it that the record lacks. */
  readonly lacking: readonly CodedJudgement[]
  /** The statement on record; null: there is none. */
  readonly held: { readonly id: StatementId; readonly event: EventId | null } | null
}

/** As things stand in a revision. */
export async function fateOf(db: Reader, coded: Coded, revision: Revision): Promise<Fate> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s
     JOIN collection c ON c."id" = s."collection" AND c."supersededIn" IS NULL
     WHERE c."code" = ? AND s."origin" = ? AND s."supersededIn" IS NULL`,
    [coded.collection.code, coded.statement.origin],
  )
  if (!row) return { kind: 'NEW', differences: [], lacking: coded.codings, held: null }
  const held: StatementRow = nounOf(statements, row)
  // Of the collection and the outlet nothing but the code is compared.
  const collections = [{ ...coded.collection, id: held.collection, addedIn: revision, supersededIn: null }]
  const [standing] = await codedOfRows(db, [held], revision, { collections, outlets: [] })
  const sameEvent = coded.event !== null && (await eventOf(db, coded.event))?.id === held.event
  return { ...comparedTo(standing as Coded, sameEvent ? { ...coded, event: standing?.event ?? null } : coded), held }
}

/** The same of two statements, of which one stands. */
export function comparedTo(standing: Coded, coded: Coded): Omit<Fate, 'held'> {
  const lacking = coded.codings.filter((c) => !standing.codings.some((own) => isOfSame(own, c)))
  const [here, there] = [flatOf(standing), flatOf(coded)]
  const differences = [
    ...differing(here.statement, there.statement, OF_OTHERS),
    ...coded.codings.flatMap((coding, i) => {
      const at = standing.codings.findIndex((own) => isOfSame(own, coding))
      const [own, given] = [here.codings[at], there.codings[i]]
      if (!own || !given) return []
      const found = differing(settledAlike(own), settledAlike(given), [])
      return found.map((one) => ({ ...one, column: `${one.column} of ${coding.coder}, ${coding.codebook}` }))
    }),
  ]
  const kind = differences.length > 0 ? 'DIFFERING' : lacking.length > 0 ? 'GAINED' : 'SAME'
  return { kind, differences, lacking }
}

/** The event whose first report this names, where it is on record. */
export async function eventOf(db: Reader, key: string): Promise<(Pair & { readonly id: EventId }) | null> {
  const at = key.indexOf(':')
  const [found] = await db.all<Pair & { readonly id: EventId }>(
    `SELECT s."event" AS id, s."a", s."b" FROM statement s JOIN collection c ON c."id" = s."collection" AND c."supersededIn" IS NULL
     WHERE c."code" = ? AND s."origin" = ? AND s."supersededIn" IS NULL AND s."event" IS NOT NULL`,
    [key.slice(0, at), key.slice(at + 1)],
  )
  return found ?? null
}

/** Said of a collection or an outlet, which are brought up to date elsewhere; each statement of a file repeats it. */
const OF_OTHERS = [
  ...['title', 'kind', 'from', 'to', 'pairs', 'citation', 'url', 'licence'].map((key) => `collection_${key}`),
  ...['name', 'country', 'wire'].map((key) => `outlet_${key}`),
]

function isOfSame(x: CodedJudgement, y: CodedJudgement): boolean {
  return x.coder === y.coder && x.codebook === y.codebook
}

/** Whose judgement settles is told by the code: beside another that settled it, one stands as submitted. */
function settledAlike(coding: Flat): Flat {
  return { ...coding, coding_state: coding.coding_state === 'SETTLED' ? 'SUBMITTED' : (coding.coding_state ?? null) }
}

function differing(here: Flat, there: Flat, but: readonly string[]): Difference[] {
  return Object.keys(there)
    .filter((column) => !but.includes(column))
    .map((column) => ({ column, onRecord: textOf(here[column]), inFile: textOf(there[column]) }))
    .filter(({ onRecord, inFile }) => onRecord !== inFile)
}

function textOf(value: Flat[string] | undefined): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)
}
