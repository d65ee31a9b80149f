import type { EvidenceClass } from '../record/evidence.ts'
import type { LevelMethod } from '../score/level/parameters.ts'

/**
 * The finest code on record: a CAMEO code ("138"; a string, "010" is not "10"), or a CAMEO code, a dot and our
 * refinement ("120.recognition"). A codebook that does not know a refinement takes the CAMEO code before the dot.
 */
export type Leaf = string & { readonly __brand: 'Leaf' }

export const QUADS = [
  'STATEMENT',
  'VERBAL_COOPERATION',
  'MATERIAL_COOPERATION',
  'VERBAL_CONFLICT',
  'MATERIAL_CONFLICT',
] as const
/** The five families. STATEMENT is plain comment and carries no weight. */
export type Quad = (typeof QUADS)[number]

export interface Tag {
  /** Lower case and hyphens: `threaten-force`; in the codebook `goldstein` the CAMEO code itself. */
  readonly code: string
  readonly label: string
  readonly quad: Quad
  /** 0–10, at most three decimals. */
  readonly tension: number
  /** 0–10, at most three decimals. */
  readonly engagement: number
  readonly definition: string
  readonly includes: string
  readonly excludes: string
  readonly example: string
  /** CAMEO codes gathered by this tag, each in exactly one tag of a codebook; and refinements whose own tag was merged into it. */
  readonly cameo: readonly string[]
  /** PLOVER type, or type and mode: `THREATEN/violence`; null where PLOVER has none. */
  readonly plover: string | null
  /** The leaf a statement gets when a coder chooses this tag. */
  readonly leaf: Leaf
  /** Why these two weights. */
  readonly reason: string
}

/** The method's parameters, frozen in a codebook version. */
export interface Method {
  /** H: days in which old evidence loses half its weight. */
  readonly halfLifeDays: number
  /** λ = 2^(−1/H) as an integer × 10⁻¹². */
  readonly lambda: number
  /** n0: weight of the neutral prior, in events, for the undirected series; half of it for a direction. */
  readonly priorEvents: number
  /** g of each evidence class in ten-thousandths. */
  readonly evidence: Readonly<Record<EvidenceClass, number>>
  /** Level’s parameters; absent in versions that were published before it. */
  readonly level?: LevelMethod
  /** κ of the pressure curve, which is no longer computed: kept because a published version never changes. */
  readonly kappa: { readonly tension: number; readonly engagement: number }
  /** The panel κ was read from, in words. */
  readonly kappaPanel: string
}

export interface Codebook {
  /** `default` */
  readonly name: string
  /** `default-1`: the name and the number of the version. */
  readonly version: string
  readonly note: string
  readonly tags: readonly Tag[]
  readonly method: Method
  /** SHA-256 over the canonical content, hexadecimal. */
  readonly hash: string
}

/** A what-if: other weights for one tag. What is null keeps the published weight. */
export interface TagWeights {
  readonly tag: string
  readonly tension: number | null
  readonly engagement: number | null
}
