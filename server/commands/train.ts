/**
 * The command `npm run train [-- FILE]`: learns the classifier's weights from the codings people settled in the record, the
 * lexicon, and the annotated sentences of the material (DETENTE_MATERIAL) where they are at hand; without them it learns on
 * from the weights in use. FILE (server/coder/weights/quad.json) is replaced only where the new ones do not fall behind; so
 * is families.json beside it, which is counted where the annotated sentences are at hand.
 */
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coderOf } from '../coder/coder.ts'
import { worldDictionary } from '../coder/dictionary.world.ts'
import { examplesOf, phrases, quadOfCode } from '../coder/examples.ts'
import { type FamiliesSuccession, succeedFamilies } from '../coder/family.counts.ts'
import type { FamiliesData } from '../coder/family.ts'
import { type ModelData, readModel } from '../coder/model.ts'
import { succeed } from '../coder/successor.ts'
import { suggestSentence } from '../coder/suggest.sentence.ts'
import type { Example } from '../coder/training.ts'
import type { Codebook } from '../domain/codebook/codebook.ts'
import { isRefusal, must, type Refusal, sentenceOf } from '../domain/error.ts'
import { SHIPPED_CODEBOOKS } from '../ingest/shipped/codebooks.ts'
import { shippedDirectory } from '../ingest/shipped/reference.ts'
import { codedSentences } from '../store/coding.ts'
import { Database } from '../store/database.ts'
import { runCommand, settings } from './command.ts'

/** Above the built file, and above the source alike. */
const SHIPPED = ['../../../', '../../']
  .map((up) => fileURLToPath(new URL(`${up}server/coder/weights/quad.json`, import.meta.url)))
  .find(existsSync)
const ANNOTATED = 'data/sentences/cameo-penta-train.jsonl'

async function main(to: string): Promise<void> {
  const annotated = await annotatedIn(process.env.DETENTE_MATERIAL)
  const coded = await codedIn(settings().database)
  const lexicon = phrases()
  const old = await jsonIn<ModelData>(to)
  const sources = [
    ...(annotated === null
      ? (old?.sources ?? []).filter((s) => !s.startsWith('settled'))
      : [`annotated sentences: ${annotated.length}`]),
    `settled codings: ${coded.length}`,
    ...(annotated === null ? [] : [`phrases of the lexicon: ${lexicon.length}`]),
  ]
  const onward = annotated === null
  const found = succeed(old, [...(annotated ?? []), ...coded], lexicon, { sources, onward })
  if (isRefusal(found)) throw new Error(sentenceOf(found))
  const { data, figures, before, learnt, kept } = found
  await replace(to, data)
  const families = annotated === null ? null : await countFamilies(join(dirname(to), 'families.json'), annotated, data)
  if (isRefusal(families)) console.error(sentenceOf(families))
  const counted = families === null || isRefusal(families) ? {} : { families: families.data.version }
  console.log(
    JSON.stringify({
      version: data.version,
      learnt,
      kept,
      macroF1: figures.macroF1,
      before: before?.macroF1 ?? null,
      ...counted,
    }),
  )
}

/** Counts which families the deeds of the annotated sentences stood in; what would do worse is refused, and nothing written. */
async function countFamilies(
  to: string,
  annotated: readonly Example[],
  data: ModelData,
): Promise<FamiliesSuccession | Refusal> {
  const coder = coderOf(worldDictionary(shippedDirectory()), SHIPPED_CODEBOOKS[0] as Codebook, null)
  const deedOf = (text: string) => {
    const answer = suggestSentence(coder, text, null, 'UNKNOWN')
    return isRefusal(answer) ? null : (answer.suggestions[0] ?? null)
  }
  const sources = [`annotated sentences: ${annotated.length}`]
  const old = await jsonIn<FamiliesData>(to)
  const found = succeedFamilies(old, annotated, { model: must(readModel(data)), deedOf, sources })
  if (!isRefusal(found)) await replace(to, found.data)
  return found
}

async function jsonIn<T>(file: string): Promise<T | null> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as T) : null
}

/** Whole or not at all. */
async function replace(file: string, data: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(data, null, 2)}\n`)
  await rename(`${file}.new`, file)
}

async function annotatedIn(material: string | undefined): Promise<Example[] | null> {
  const file = join(material ?? '', ANNOTATED)
  if (material === undefined || !existsSync(file)) {
    console.error(`DETENTE_MATERIAL names no folder with ${ANNOTATED}: learning on from the weights in use.`)
    return null
  }
  return examplesOf(await readFile(file, 'utf8'))
}

async function codedIn(path: string): Promise<Example[]> {
  if (!existsSync(path)) return []
  const db = await Database.open(path)
  try {
    return (await codedSentences(db)).flatMap(({ text, leaf }) => {
      const quad = quadOfCode(leaf)
      return quad === null ? [] : [{ text, quad, weight: 1 }]
    })
  } finally {
    await db.close()
  }
}

runCommand(async ([to]) => {
  await main(to ?? SHIPPED ?? 'quad.json')
  return 0
})
