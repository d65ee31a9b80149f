/** The sets the coder is measured on, and the part of each that is kept aside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Coder, coderOf } from '../../server/coder/coder.ts'
import { petrarchDictionary } from '../../server/coder/dictionary.petrarch.ts'
import { worldDictionary } from '../../server/coder/dictionary.world.ts'
import { shippedModel } from '../../server/coder/shipped.ts'
import type { Codebook, Quad } from '../../server/domain/codebook/codebook.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/shipped/codebooks.ts'
import { shippedDirectory } from '../../server/ingest/shipped/reference.ts'

export const codebook = SHIPPED_CODEBOOKS[0] as Codebook
/** By rules alone: what the classifier adds is measured by folds, for it has seen the five-class sentences. */
export const world = coderOf(worldDictionary(shippedDirectory()), codebook, null)
export const shipped = coderOf(worldDictionary(shippedDirectory()), codebook, shippedModel())

export const textIn = (material: string, path: string) =>
  readFileSync(join(material, 'data', 'sentences', path), 'utf8')

export function rowsIn<T>(material: string, path: string): T[] {
  return textIn(material, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

export const invented = (material: string): Coder =>
  coderOf(
    petrarchDictionary(textIn(material, 'petrarch-unit-actors.txt'), textIn(material, 'petrarch-unit-agents.txt')),
    codebook,
    shippedModel(),
  )

/** FNV-1a: one id in four is kept aside, always the same ones. */
export function keptAside(id: string): boolean {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0
  return hash % 4 === 0
}

/**
 * The family of a code of WEIS (McClelland), CAMEO's forerunner, by its root: comment, consult, approve, promise, request and
 * propose speak, yield, grant, reward and agree act, reject to threaten speak against, demonstrate to force act against. Null
 * of a code that is none: some of PETRARCH's tests make up codes from 900 on. WEIS 064, which most of them have, is to grant
 * recognition or relations: ours is 054.
 */
export function quadOfWeis(code: string): Quad | null {
  if (code.startsWith('064')) return 'VERBAL_COOPERATION'
  const root = Number(code.slice(0, 2))
  if (!/^\d/.test(code) || root < 1 || root > 22) return null
  if (root === 1 || root === 6 || root === 7) return 'MATERIAL_COOPERATION'
  if (root <= 10) return 'VERBAL_COOPERATION'
  return root <= 17 ? 'VERBAL_CONFLICT' : 'MATERIAL_CONFLICT'
}

export const QUAD_OF_PLOVER: Readonly<Record<string, Quad>> = {
  AGREE: 'VERBAL_COOPERATION',
  CONSULT: 'VERBAL_COOPERATION',
  SUPPORT: 'VERBAL_COOPERATION',
  COOPERATE: 'MATERIAL_COOPERATION',
  AID: 'MATERIAL_COOPERATION',
  CONCEDE: 'MATERIAL_COOPERATION',
  RETREAT: 'MATERIAL_COOPERATION',
  DEMAND: 'VERBAL_CONFLICT',
  DISAPPROVE: 'VERBAL_CONFLICT',
  REJECT: 'VERBAL_CONFLICT',
  THREATEN: 'VERBAL_CONFLICT',
  INVESTIGATE: 'VERBAL_CONFLICT',
  PROTEST: 'MATERIAL_CONFLICT',
  MOBILIZE: 'MATERIAL_CONFLICT',
  SANCTION: 'MATERIAL_CONFLICT',
  COERCE: 'MATERIAL_CONFLICT',
  ASSAULT: 'MATERIAL_CONFLICT',
  FIGHT: 'MATERIAL_CONFLICT',
}

/** Right, found and wanted, for precision and recall. */
export class Count {
  right = 0
  found = 0
  wanted = 0
  add(right: number, found: number, wanted: number): void {
    this.right += right
    this.found += found
    this.wanted += wanted
  }
  get row() {
    return { precision: share(this.right, this.found), recall: share(this.right, this.wanted), n: this.wanted }
  }
}

export const share = (part: number, whole: number) =>
  whole === 0 ? Number.NaN : Math.round((1000 * part) / whole) / 1000
