/** What qualifies a statement: each flag changes whether, or how much, its event counts. */
export interface StatementFlags {
  /** Claimed by a third party, not by one of the two. */
  readonly reported: boolean
  /** The act is denied by the one it is attributed to: kept and shown, not counted. */
  readonly denied: boolean
  /** Would, could, might: kept and shown, not counted. */
  readonly hypothetical: boolean
  /** Mentioned in passing. Counted on its own day where that day is known, else not. */
  readonly background: boolean
}
