/**
 * A model that is to take another's place must do at least as well on sentences that neither has learnt from. Which
 * sentences are kept back is read off the sentence itself, so they are the same ones from model to model.
 */
import { isRefusal, type Refusal, refuse } from '../domain/error.ts'
import { classify, likeliest } from './classifier.ts'
import { type Model, type ModelData, readModel } from './model.ts'
import { type Example, RECIPE, type Recipe, trainCalibrated } from './training.ts'
import { type Figures, figuresOf } from './validation.ts'

export interface Succession {
  readonly data: ModelData
  /** On the sentences kept back. */
  readonly figures: Figures
  /** Of the old model on the same; null where there is none. */
  readonly before: Figures | null
  readonly learnt: number
  readonly kept: number
}

/** One sentence in ten. */
const KEPT_ONE_IN = 10
/** Fewer kept back would compare by chance. */
export const LEAST_KEPT = 20

/** Whether a sentence is kept back from training, by its text alone. */
export function isKeptBack(text: string): boolean {
  let hash = 0x811c9dc5
  for (const character of text.trim().toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193)
  }
  return (hash >>> 8) % KEPT_ONE_IN === 0
}

/**
 * A model learnt from the examples (and `always`, the lexicon), where it does not fall behind the old one in macro-F1 on
 * the sentences kept back; else the refusal says by how much. `onward`: it learns on from the old one's weights, for those
 * who have not got the sentences that one was learnt from.
 */
export function succeed(
  old: ModelData | null,
  examples: readonly Example[],
  always: readonly Example[],
  how: { readonly sources: readonly string[]; readonly onward: boolean; readonly recipe?: Recipe },
): Succession | Refusal {
  const { sources, onward, recipe = RECIPE } = how
  const kept = examples.filter(({ text }) => isKeptBack(text))
  const learnt = examples.filter(({ text }) => !isKeptBack(text))
  if (kept.length < LEAST_KEPT) {
    const rule = `at least ${LEAST_KEPT} sentences are kept back for the comparison, which needs some ${LEAST_KEPT * KEPT_ONE_IN} coded ones`
    return refuse(
      'INCOMPLETE',
      `${examples.length} coded sentences`,
      rule,
      'Settle more codings, or set DETENTE_MATERIAL',
    )
  }
  const before = old === null ? null : readModel(old)
  if (isRefusal(before)) return before
  const version = `quad-${Number(/\d+$/.exec(old?.version ?? '')?.[0] ?? 0) + 1}`
  const from = onward ? before : null
  const data = trainCalibrated(learnt, always, recipe, { version, sources, from })
  const model = readModel(data)
  if (isRefusal(model)) return model
  const was = before && measured(before, kept)
  const is = measured(model, kept)
  if (was !== null && is.macroF1 < was.macroF1) {
    const rule = `macro-F1 of ${version} is ${is.macroF1.toFixed(3)} on ${kept.length} sentences kept back, that of the one in use ${was.macroF1.toFixed(3)}`
    return refuse('CONFLICT', version, rule, 'The one in use stays; train again when more is coded')
  }
  return { data, figures: is, before: was, learnt: learnt.length, kept: kept.length }
}

function measured(model: Model, examples: readonly Example[]): Figures {
  return figuresOf(
    examples.map(({ quad }) => quad),
    examples.map(({ text }) => likeliest(classify(model, text))),
  )
}
