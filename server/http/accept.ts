/** Content negotiation: the media type of an answer, from the `Accept` header. */

export const RESPONSE_JSON = 'application/graphql-response+json'
export const JSON_TYPE = 'application/json'
/** The media types that we can send; the first is the default. */
const OURS = [JSON_TYPE, RESPONSE_JSON] as const

/** The media type that an `Accept` header prefers; null if it accepts none of ours. A missing header accepts any. */
export function acceptedType(accept: string | undefined): (typeof OURS)[number] | null {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE
  const ranges = accept.split(',').map(rangeOf)
  let best: { type: (typeof OURS)[number]; quality: number } | null = null
  for (const type of OURS) {
    // The most specific matching range decides (RFC 9110, section 12.5.1).
    const [fitting] = ranges
      .filter((r) => r.type === type || r.type === 'application/*' || r.type === '*/*')
      .sort((x, y) => specificity(y.type) - specificity(x.type))
    const quality = fitting?.quality ?? 0
    if (quality > (best?.quality ?? 0)) best = { type, quality }
  }
  return best?.type ?? null
}

function specificity(type: string): number {
  return type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2
}

function rangeOf(text: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((p) => p.startsWith('q='))?.slice(2)
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
}
