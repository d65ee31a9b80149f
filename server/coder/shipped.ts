/** The model that is shipped, made ready once. What it was learnt from is named in it, and in NOTICE. */
import { must } from '../domain/error.ts'
import { type Model, type ModelData, readModel } from './model.ts'
import data from './weights/quad.json' with { type: 'json' }

export const SHIPPED: ModelData = data

let ready: Model | null = null

export function shippedModel(): Model {
  ready ??= must(readModel(SHIPPED))
  return ready
}
