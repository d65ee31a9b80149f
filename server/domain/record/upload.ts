/** What became, or would become, of a file of codings that was sent: as POST /exchange/codings tells it, and its page reads it. */

/** One statement of the file that is not as it is on record, by its line. */
export interface UploadRow {
  readonly line: number
  readonly kind: 'NEW' | 'GAINED' | 'DIFFERING' | 'FAULTY'
  /** What it says; empty where it could not be read. */
  readonly summary: string
  readonly differences: readonly { readonly column: string; readonly onRecord: string; readonly inFile: string }[]
  readonly faults: readonly {
    /** null: the line as a whole. */
    readonly column: string | null
    readonly value: string
    readonly rule: string
    readonly cure: string
  }[]
}

export interface UploadReport {
  readonly read: number
  readonly stored: number
  readonly duplicate: number
  readonly differing: number
  readonly rejected: number
  /** Was it stored, or only looked at? */
  readonly done: boolean
  /** Those that are not the same as on record; of very many the first. */
  readonly rows: readonly UploadRow[]
}
