/**
 * What it takes to change a statement that is settled: a reason, and, where it was decided, an editor. Taking back one's
 * own change, before anybody has built on it, says of itself why.
 */
import { type Coding, decider } from '../agreement/coding.ts'
import { type Refusal, refuse } from '../error.ts'
import type { Statement } from './statement.ts'

/** A change that somebody asks for, and what it would change. */
export interface AskedChange {
  /** Id of the statement, for the message. */
  readonly statement: string
  readonly settled: boolean
  /** Name of the editor who decided it; null: nobody has. */
  readonly decidedBy: string | null
  readonly byEditor: boolean
  /** Why; null or blank: not said. */
  readonly reason: string | null
  /** Does it only take back what the asker did, and nobody has built on since? */
  readonly undoing: boolean
}

/** Why a change is refused, and which field of it; null where it may be made. What is not settled wants no reason. */
export function faultOfChange(
  asked: AskedChange,
): { readonly field: 'statement' | 'reason'; readonly refusal: Refusal } | null {
  const { statement, settled, decidedBy, byEditor, reason, undoing } = asked
  if (decidedBy !== null && !byEditor) {
    const rule = `it was decided by ${decidedBy}, editor, and is locked for analysts`
    const cure = `Ask ${decidedBy} or another editor to change it, and say why`
    return { field: 'statement', refusal: refuse('DECIDED', statement, rule, cure) }
  }
  const said = reason !== null && reason.trim() !== ''
  if (!settled || said || (undoing && decidedBy === null)) return null
  const rule = 'what is settled is changed with a reason'
  return { field: 'reason', refusal: refuse('INCOMPLETE', reason ?? statement, rule, 'Say why in `reason`') }
}

/** Name of whoever decided a statement with these standing codings; null: nobody has. */
export function decidedBy(codings: readonly Pick<Coding, 'coder' | 'state'>[]): string | null {
  const settling = codings.find((c) => c.state === 'SETTLED')
  return settling ? decider(settling.coder) : null
}

const SAID = ['source', 'target', 'mutual', 'day', 'precision', 'leaf', 'summary', 'quote', 'speaker'] as const
const PLACED = ['start', 'end', 'reported', 'denied', 'hypothetical', 'background'] as const

/** Do two versions of a statement say the same? Which event they report does not matter. */
export function saysTheSame(x: Omit<Statement, 'id' | 'event'>, y: Omit<Statement, 'id' | 'event'>): boolean {
  return [...SAID, ...PLACED].every((key) => x[key] === y[key]) && x.issues.join() === y.issues.join()
}

/** Is it about another pair or day than before? Then what a program said of it holds no more. */
export function isAboutOther(
  before: Pick<Statement, 'source' | 'target' | 'mutual' | 'day'>,
  after: Pick<Statement, 'source' | 'target' | 'mutual' | 'day'>,
): boolean {
  return (['source', 'target', 'mutual', 'day'] as const).some((key) => before[key] !== after[key])
}
