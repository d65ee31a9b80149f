/** The migrations in the order in which they run. A released one is never changed: a change is a new one. */
import type { MixedList } from 'typeorm'
import { Record0000000000001 } from './migrations/0001-record.ts'
import { Search0000000000002 } from './migrations/0002-search.ts'
import { Accounts0000000000003 } from './migrations/0003-accounts.ts'
import { Texts0000000000004 } from './migrations/0004-texts.ts'
import { Desk0000000000005 } from './migrations/0005-desk.ts'
import { Sketches0000000000006 } from './migrations/0006-sketches.ts'
import { Codebooks0000000000007 } from './migrations/0007-codebooks.ts'
import { Exposure0000000000008 } from './migrations/0008-exposure.ts'
import { Exposures0000000000009 } from './migrations/0009-exposures.ts'
import { Holders0000000000010 } from './migrations/0010-holders.ts'
import { Reasons0000000000011 } from './migrations/0011-reasons.ts'
import { Level0000000000012 } from './migrations/0012-level.ts'

export const MIGRATIONS = [
  Record0000000000001,
  Search0000000000002,
  Accounts0000000000003,
  Texts0000000000004,
  Desk0000000000005,
  Sketches0000000000006,
  Codebooks0000000000007,
  Exposure0000000000008,
  Exposures0000000000009,
  Holders0000000000010,
  Reasons0000000000011,
  Level0000000000012,
] satisfies MixedList<unknown>
