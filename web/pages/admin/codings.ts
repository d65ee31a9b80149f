/** A file of codings and the server: what it would become, or has become. */
import type { UploadReport } from '../../../server/domain/record/upload.ts'

export type Format = 'jsonl' | 'csv'

/** A little less than the server takes: what is sent is quoted as JSON. */
export const MOST_BYTES = 1_900_000

/** By the ending of a name; null: it is neither. */
export function formatOf(name: string): Format | null {
  const ending = /\.(jsonl|csv)$/i.exec(name)?.[1]?.toLowerCase()
  return ending === 'jsonl' || ending === 'csv' ? ending : null
}

/** null: the server was not reached. */
export async function sent(
  format: Format,
  text: string,
  store: boolean,
): Promise<UploadReport | { readonly refusal: string | null }> {
  const headers = { 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify(text) }
  try {
    const answer = await fetch(`/exchange/codings.${format}${store ? '?store=1' : ''}`, asked)
    const body: unknown = await answer.json()
    if (answer.ok) return body as UploadReport
    return { refusal: typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : null }
  } catch {
    return { refusal: null }
  }
}
