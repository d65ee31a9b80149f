/**
 * The command `npm run train [-- FILE]`: learns the classifier's weights from the codings people settled in the record, the
 * lexicon, and the annotated sentences of the material (DETENTE_MATERIAL) where they are at hand; without them it learns on
 * from the weights in use. FILE (server/coder/weights/quad.json) is replaced only where the new ones do not fall behind.
 */
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { examplesOf, phrases, quadOfCode } from './coder/examples.ts'
import type { ModelData } from './coder/model.ts'
import { succeed } from './coder/successor.ts'
import type { Example } from './coder/training.ts'
import { readConfig } from './config.ts'
import { isRefusal, sentenceOf } from './domain/error.ts'
import { codedSentences } from './store/coding.ts'
import { Database } from './store/database.ts'

/** Above the built file, and above the source alike. */
const SHIPPED = ['../../', '../']
  .map((up) => fileURLToPath(new URL(`${up}server/coder/weights/quad.json`, import.meta.url)))
  .find(existsSync)
const ANNOTATED = 'data/sentences/cameo-penta-train.jsonl'

async function main(to: string): Promise<void> {
  const config = readConfig(process.env)
  if (Array.isArray(config)) throw new Error(config.map(sentenceOf).join('\n'))
  const annotated = await annotatedIn(process.env.DETENTE_MATERIAL)
  const coded = await codedIn(config.database)
  const lexicon = phrases()
  const old = existsSync(to) ? (JSON.parse(await readFile(to, 'utf8')) as ModelData) : null
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
  await writeFile(`${to}.new`, `${JSON.stringify(data, null, 2)}\n`)
  await rename(`${to}.new`, to)
  console.log(
    JSON.stringify({ version: data.version, learnt, kept, macroF1: figures.macroF1, before: before?.macroF1 ?? null }),
  )
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

main(process.argv[2] ?? SHIPPED ?? 'quad.json').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
