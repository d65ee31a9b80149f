/** Which media type an answer has, and whether the client takes any we can give. */

export const RESPONSE_JSON = 'application/graphql-response+json'
export const JSON_TYPE = 'application/json'
/** The first is what a client without a wish gets. */
const OURS = [JSON_TYPE, RESPONSE_JSON] as const

/** The type that an `Accept` header likes best; null where it takes none of ours. A missing header takes any. */
export function acceptedType(accept: string | undefined): (typeof OURS)[number] | null {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE
  const ranges = accept.split(',').map(rangeOf)
  let best: { type: (typeof OURS)[number]; quality: number } | null = null
  for (const type of OURS) {
    // Of the ranges that fit, the most exact one counts.
    const [fitting] = ranges
      .filter((r) => r.type === type || r.type === 'application/*' || r.type === '*/*')
      .sort((x, y) => exactness(y.type) - exactness(x.type))
    const quality = fitting?.quality ?? 0
    if (quality > (best?.quality ?? 0)) best = { type, quality }
  }
  return best?.type ?? null
}

function exactness(type: string): number {
  return type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2
}

function rangeOf(text: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((p) => p.startsWith('q='))?.slice(2)
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
}
