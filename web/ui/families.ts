/** The five families by name, in the order in which they are offered. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Quad } from '../data/generated/documents.ts'

export const QUAD_NAMES: Readonly<Record<Quad, MessageDescriptor>> = {
  VERBAL_COOPERATION: msg`Verbal cooperation`,
  MATERIAL_COOPERATION: msg`Material cooperation`,
  VERBAL_CONFLICT: msg`Verbal conflict`,
  MATERIAL_CONFLICT: msg`Material conflict`,
  STATEMENT: msg`Statement`,
}

export const QUADS_LISTED: readonly Quad[] = [
  'VERBAL_COOPERATION',
  'MATERIAL_COOPERATION',
  'VERBAL_CONFLICT',
  'MATERIAL_CONFLICT',
  'STATEMENT',
]
