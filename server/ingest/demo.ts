/** Stand-in until the importers land. */
import type { Demo } from '../config.ts'
import type { Database } from '../store/database.ts'
export async function fillIfEmpty(_db: Database, _demo: Demo): Promise<void> {}
