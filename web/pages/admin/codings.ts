/** A file of codings and the server: what it would become, or has become. */

export type Format = 'jsonl' | 'csv'

/** As much as the server takes at once. */
export const MOST_BYTES = 1_900_000

/** By the ending of a name; null: it is neither. */
export function formatOf(name: string): Format | null {
  const ending = /\.(jsonl|csv)$/i.exec(name)?.[1]?.toLowerCase()
  return ending === 'jsonl' || ending === 'csv' ? ending : null
}

export interface ReportRow {
  readonly line: number
  readonly kind: 'NEW' | 'GAINED' | 'DIFFERING' | 'FAULTY'
  /** Empty where it could not be read. */
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

export interface Report {
  readonly read: number
  readonly stored: number
  readonly duplicate: number
  readonly differing: number
  readonly rejected: number
  /** Was it stored, or only looked at? */
  readonly done: boolean
  /** Those that are not the same as on record; of very many the first. */
  readonly rows: readonly ReportRow[]
}

/** null: the server was not reached. */
export async function sent(
  format: Format,
  text: string,
  store: boolean,
): Promise<Report | { readonly refusal: string | null }> {
  const headers = { 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify(text) }
  try {
    const answer = await fetch(`/exchange/codings.${format}${store ? '?store=1' : ''}`, asked)
    const body: unknown = await answer.json()
    if (answer.ok) return body as Report
    return { refusal: typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : null }
  } catch {
    return { refusal: null }
  }
}
