/** The known moves Detente ships, read from data and validated when this is loaded. Each says where it is known from. */

import { parseDay } from '../../domain/day.ts'
import { must } from '../../domain/error.ts'
import { faultsOfMove, type NewMove } from '../../domain/explain/move.ts'
import type { Database } from '../../store/database.ts'
import { addMoves } from '../../store/reference.ts'
import moves from '../reference/moves.json' with { type: 'json' }
import relations from '../reference/relations.json' with { type: 'json' }

export const SHIPPED_MOVES: readonly NewMove[] = moves.map((given) => {
  const { measure, sense, from, to } = given
  const move = { ...given, measure, sense, from: must(parseDay(from)), to: must(parseDay(to)) } as NewMove
  const [fault] = faultsOfMove(
    move,
    relations.map(({ slug }) => slug),
  )
  return fault ? must<NewMove>(fault.refusal) : move
})

/** Adds those that were never on record. */
export function loadMoves(db: Database): Promise<number> {
  return db.write('detente', 'the known moves that are shipped', (tx) => addMoves(tx, SHIPPED_MOVES))
}
