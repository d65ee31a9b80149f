/**
 * How the domain says no. A refusal is a value: it names the value that was refused, the rule it broke and the cure.
 * A broken promise inside the program is a thrown DomainError. Nothing here knows HTTP or GraphQL.
 */

/** The closed list of reasons. Clients may rely on these words. */
export const REFUSAL_CODES = [
  'BAD_DAY',
  'BAD_RANGE',
  'BAD_NUMBER',
  'BAD_CODE',
  'BAD_TEXT',
  'UNKNOWN_ACTOR',
  'UNKNOWN_NAME',
  'UNKNOWN_RELATION',
  'UNKNOWN_CODEBOOK',
  'UNKNOWN_TAG',
  'UNKNOWN_LEAF',
  'UNKNOWN_COLLECTION',
  'UNKNOWN_ID',
  'AMBIGUOUS',
  'INCOMPLETE',
  'CONFLICT',
  'DECIDED',
  'TOO_MUCH',
  'NOT_POSSIBLE',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** An expected no. `value` is what was given, `rule` what it broke, `cure` what to do instead; each a plain sentence or word. */
export interface Refusal {
  readonly refused: true
  readonly code: RefusalCode
  readonly value: string
  readonly rule: string
  readonly cure: string
}

export function refuse(code: RefusalCode, value: unknown, rule: string, cure: string): Refusal {
  return { refused: true, code, value: shown(value), rule, cure }
}

export function isRefusal(x: unknown): x is Refusal {
  return typeof x === 'object' && x !== null && 'refused' in x && x.refused === true
}

/** One sentence for a person: `"2018-02-31" …: rule. Cure.` */
export function sentenceOf(r: Refusal): string {
  return `${r.value}: ${r.rule}. ${r.cure}.`
}

/** A refusal that reached a place which cannot go on. Its message is the sentence of the refusal. */
export class DomainError extends Error {
  constructor(readonly refusal: Refusal) {
    super(sentenceOf(refusal))
    this.name = 'DomainError'
  }

  get code(): RefusalCode {
    return this.refusal.code
  }
}

/** The value, or a thrown DomainError where the caller cannot treat a refusal. */
export function must<T>(x: T | Refusal): T {
  if (isRefusal(x)) throw new DomainError(x)
  return x
}

/** Text in quotes, cut at 80 characters, so that a message never carries a page. */
function shown(value: unknown): string {
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
}
