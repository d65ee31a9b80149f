/**
 * The five families on annotated sentences: stratified ten-fold cross-validation with a fixed seed, the classifier beside
 * a plain softmax; then the shipped weights on sentences of other makers, which they never saw.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classify, likeliest, softmax } from '../../server/coder/classifier.ts'
import { examplesOf, phrases } from '../../server/coder/examples.ts'
import { type ModelData, readModel } from '../../server/coder/model.ts'
import type { Example } from '../../server/coder/training.ts'
import { heldOutScores, RECIPE } from '../../server/coder/training.ts'
import { calibrationErrorOf, type Figures, figuresOf, foldsOf, temperatureOf } from '../../server/coder/validation.ts'
import shipped from '../../server/coder/weights/quad.json' with { type: 'json' }
import { QUADS, type Quad } from '../../server/domain/codebook/codebook.ts'
import { must } from '../../server/domain/error.ts'
import { baselineOf } from './coder.baseline.ts'
import { QUAD_OF_PLOVER, rowsIn } from './coder.sets.ts'

const SHORT: Readonly<Record<Quad, string>> = {
  STATEMENT: 'says',
  VERBAL_COOPERATION: 'verbal +',
  MATERIAL_COOPERATION: 'material +',
  VERBAL_CONFLICT: 'verbal −',
  MATERIAL_CONFLICT: 'material −',
}
const SEED = 7
const FOLDS = 10

/** Prints the tables; `material` is the folder that holds data/sentences. */
export function showFiveClass(material: string): void {
  const read = (name: string) => readFileSync(join(material, 'data/sentences', name), 'utf8')
  const examples = examplesOf(read('cameo-penta-train.jsonl'))
  const right = examples.map(({ quad }) => quad)
  const folds = foldsOf(right, FOLDS, SEED)

  const scores = heldOutScores(examples, phrases(), folds, RECIPE)
  const said = scores.map(likeliestOf)
  const alone = heldOutScores(examples, [], folds, RECIPE).map(likeliestOf)
  const marked = heldOutScores(marksOf(read('cameo-penta-train.jsonl')), phrases(), folds, RECIPE).map(likeliestOf)
  const baseline = baselineOf(
    examples.map(({ text }) => text),
    right,
    folds,
  )
  console.log(
    `\nFive families, ${examples.length} annotated sentences, ${FOLDS} folds, seed ${SEED} (bar: macro-F1 ≥ 0.78)`,
  )
  console.table({
    classifier: headline(figuresOf(right, said)),
    'with source and target marked': headline(figuresOf(right, marked)),
    'without the lexicon': headline(figuresOf(right, alone)),
    'softmax over word runs': headline(figuresOf(right, baseline)),
  })
  details(figuresOf(right, said))
  calibration(scores, right, folds)

  const model = must(readModel(shipped as ModelData))
  const gold = rowsIn<{ text: string; plover: string }>(material, 'plover-gold-half.jsonl').flatMap(
    ({ text, plover }) => {
      const quad = QUAD_OF_PLOVER[plover]
      return quad ? [{ quad, said: likeliest(classify(model, text)) }] : []
    },
  )
  const figures = figuresOf(
    gold.map(({ quad }) => quad),
    gold.map(({ said }) => said),
  )
  console.log(
    `\nThe shipped weights (${model.version}) on ${gold.length} sentences of PLOVER's gold, none of which they saw`,
  )
  console.log(`accuracy ${rounded(figures.accuracy)}`)
  details(figures)
  speed(
    examples.map(({ text }) => text),
    (text) => classify(model, text),
  )
}

/** The sentences with a word for the source and one for the target in place of theirs, where these are known. */
function marksOf(jsonl: string): Example[] {
  const put = (text: string, spans: readonly string[], mark: string) =>
    spans.reduce((now, span) => {
      const words = span.trim().split(/\s+/)
      const found = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’ʼ]/g, "['’ʼ]")).join('\\s*')
      return now.replace(new RegExp(found), mark)
    }, text)
  return examplesOf(
    jsonl
      .trim()
      .split('\n')
      .map((line) => {
        const row = JSON.parse(line) as { text: string; source_spans: string[]; target_spans: string[]; penta: number }
        const text = put(put(row.text, row.source_spans, 'thesource'), row.target_spans, 'thetarget')
        return JSON.stringify({ text, penta: row.penta })
      })
      .join('\n'),
  )
}

/** Temperature of the other folds, then the error on the fold itself. */
function calibration(scores: readonly Float64Array[], right: readonly Quad[], folds: Uint8Array): void {
  const raw = scores.map((s) => softmax(s, 1))
  const cooled: Float64Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = [...scores.keys()].filter((i) => folds[i] !== fold)
    const temperature = temperatureOf(
      others.map((i) => scores[i] as Float64Array),
      others.map((i) => right[i] as Quad),
    )
    for (const [i, s] of scores.entries()) if (folds[i] === fold) cooled[i] = softmax(s, temperature)
  }
  console.log('Expected calibration error of the likeliest family, ten bins')
  console.table({
    'as learnt': { error: rounded(calibrationErrorOf(raw, right)) },
    'with the temperature of the other folds': { error: rounded(calibrationErrorOf(cooled, right)) },
  })
}

function speed(texts: readonly string[], run: (text: string) => unknown): void {
  for (const text of texts) run(text)
  const before = process.cpuUsage().user
  for (let round = 0; round < 5; round++) for (const text of texts) run(text)
  const seconds = (process.cpuUsage().user - before) / 1e6
  console.log(`\n${Math.round((5 * texts.length) / seconds)} sentences a second of one core (bar: 5,000)`)
}

function likeliestOf(scores: Float64Array): Quad {
  return QUADS[scores.indexOf(Math.max(...scores))] as Quad
}

function headline({ accuracy, macroF1 }: Figures): { accuracy: number; 'macro-F1': number } {
  return { accuracy: rounded(accuracy), 'macro-F1': rounded(macroF1) }
}

function details({ quads, confusion }: Figures): void {
  console.log('Rows: what it is; columns: figures, then what was said')
  console.table(
    Object.fromEntries(
      quads.map(({ quad, precision, recall, f1 }, is) => [
        quad,
        {
          precision: rounded(precision),
          recall: rounded(recall),
          f1: rounded(f1),
          ...Object.fromEntries(QUADS.map((as, c) => [SHORT[as], confusion[is]?.[c]])),
        },
      ]),
    ),
  )
}

function rounded(x: number): number {
  return Math.round(x * 1000) / 1000
}
