/**
 * A small codebook for tests: three tags that share out all of CAMEO, and one that only has a refinement.
 */
import { CAMEO_CODES } from '../../../server/domain/codebook/cameo.ts'
import type { Codebook } from '../../../server/domain/codebook/codebook.ts'
import { parseCodebook } from '../../../server/domain/codebook/parse.ts'
import { must } from '../../../server/domain/error.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test breaks this document in every way JSON can be broken
export type Draft = any

const words = { definition: 'd', includes: 'i', excludes: 'e', example: 'x', plover: null, reason: 'r' }
const root = (code: string) => Number(code.slice(0, 2))

/** The document as it would be parsed from a file; a fresh copy at each call. */
export function draft(): Draft {
  return {
    name: 'small',
    version: 'small-1',
    note: 'For tests.',
    tags: [
      {
        ...words,
        code: 'say',
        label: 'Say',
        quad: 'STATEMENT',
        tension: 0,
        engagement: 0,
        cameo: CAMEO_CODES.filter((c) => root(c) === 1),
        leaf: '010',
      },
      {
        ...words,
        code: 'help',
        label: 'Help',
        quad: 'MATERIAL_COOPERATION',
        tension: 0,
        engagement: 7.125,
        cameo: CAMEO_CODES.filter((c) => root(c) >= 2 && root(c) <= 9),
        leaf: '070',
      },
      {
        ...words,
        code: 'quarrel',
        label: 'Quarrel',
        quad: 'VERBAL_CONFLICT',
        tension: 3,
        engagement: 0.5,
        cameo: CAMEO_CODES.filter((c) => root(c) >= 10),
        leaf: '120',
        plover: 'REJECT',
      },
      {
        ...words,
        code: 'refuse-recognition',
        label: 'Refuse recognition',
        quad: 'VERBAL_CONFLICT',
        tension: 2.5,
        engagement: 0,
        cameo: [],
        leaf: '120.recognition',
      },
    ],
    method: {
      halfLifeDays: 30,
      lambda: 977_159_968_434,
      priorEvents: 1,
      evidence: {
        ONE: 7000,
        TWO: 9000,
        THREE: 10000,
        ONE_REPORTED: 3500,
        TWO_REPORTED: 4500,
        THREE_REPORTED: 5000,
        UNCOUNTED: 0,
      },
      kappa: { tension: 1, engagement: 2 },
      kappaPanel: 'a panel',
    },
  }
}

export function parsed(json: unknown): Codebook {
  const result = parseCodebook(json)
  return Array.isArray(result) ? must(result[0] as never) : result
}
