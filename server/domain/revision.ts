/**
 * The clock of the record: every change of data makes the next revision, and every row says in which revision it was
 * added and in which, if any, superseded. What the record said at an instant is what stood at that instant's revision.
 */

/** 1, 2, 3 … in the order of writing; 0 is the empty record before the first. */
export type Revision = number & { readonly __brand: 'Revision' }

/** UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`: fixed width, so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' }

export interface Versioned {
  readonly addedIn: Revision
  /** The revision that replaced or withdrew it; null while it stands. */
  readonly supersededIn: Revision | null
}

/** Did the row stand in that revision? */
export function stands(row: Versioned, revision: Revision): boolean {
  return row.addedIn <= revision && (row.supersededIn === null || row.supersededIn > revision)
}
