/** What an embedded figure tells the page around it: how high it is. Nothing else, and nothing that is not public. */
export const HEIGHT_MESSAGE = 'detente:height'

export interface HeightMessage {
  readonly type: typeof HEIGHT_MESSAGE
  /** CSS pixels. */
  readonly height: number
}

/** Heights beyond this are no figure's. */
const HIGHEST = 20_000

/** The height in a message; null in any other. */
export function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  const { type, height } = data as Partial<HeightMessage>
  const plausible = typeof height === 'number' && height > 0 && height <= HIGHEST
  return type === HEIGHT_MESSAGE && plausible ? Math.ceil(height) : null
}
