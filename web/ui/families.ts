/** The words of the record in the reader's language: families of stance, classes of evidence. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EvidenceClass, Quad } from '../../server/figure/generated/documents.ts'

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

export const EVIDENCE_NAMES: Readonly<Record<EvidenceClass, MessageDescriptor>> = {
  ONE: msg`one source`,
  TWO: msg`two independent sources`,
  THREE: msg`three or more independent sources`,
  ONE_REPORTED: msg`one source, reporting what a third party says`,
  TWO_REPORTED: msg`two sources, reporting what a third party says`,
  THREE_REPORTED: msg`three or more sources, reporting what a third party says`,
  UNCOUNTED: msg`denied, hypothetical, or background of unknown day: not counted`,
}
