/** What becomes of a code: negated, said to be coming, under an operator; and how much the words say. */
import { isForce, isMaterialConflict, isMaterialCooperation, negated, operated, promised } from './compose.ts'
import type { Operator, Sense } from './lexicon.ts'

/** Operators that tell enough by themselves. */
export const strong = (operator: Operator) => /^(?:ACCUSE|REFUSE|DENY|THREATEN|HOPE|FEAR|URGE|DEMAND)$/.test(operator)

/** What a verb tells of which PETRARCH alone knows, and nothing beside it: not enough in running text. */
export const BARE = 0.35

export function strengthOf(sense: Sense): number {
  if (sense.ours)
    return sense.matched > 0 ? 0.9 : sense.leaf !== null || (sense.operator && strong(sense.operator)) ? 0.75 : 0.5
  return sense.matched > 1 ? 0.6 : sense.matched === 1 ? 0.5 : BARE
}

/** "will attack" announces; "will not" was seen to by its negation. */
export function willBe(leaf: string): string {
  return isMaterialConflict(leaf) || isMaterialCooperation(leaf) || leaf.startsWith('04') ? promised(leaf) : leaf
}

export function negatedOf(leaf: string): string | null {
  if (leaf.startsWith('08')) return '124'
  return leaf.startsWith('12') ? null : negated(leaf)
}

export function apply(operator: Operator, leaf: string | null, not: boolean): string | null {
  if (!not) return operated(operator, leaf)
  switch (operator) {
    case 'INTEND':
    case 'ALLOW':
      return operated('REFUSE', leaf)
    case 'TRY':
    case 'DO':
    case 'EXPRESS':
      return leaf === null ? null : negated(leaf)
    case 'HOPE':
      return '012'
    case 'STOP':
      return leaf !== null && isForce(leaf) ? promised(leaf) : leaf === null ? null : '124'
    case 'SAY':
      return leaf === null ? '010' : negated(leaf)
    default:
      return null
  }
}
