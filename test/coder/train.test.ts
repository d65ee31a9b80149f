/** The command train, as it is run: on a folder of annotated sentences, on the record alone, and where it is too little. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { classify, likeliest } from '../../server/coder/classifier.ts'
import type { FamiliesData } from '../../server/coder/family.ts'
import { type ModelData, readModel } from '../../server/coder/model.ts'
import { isKeptBack } from '../../server/coder/successor.ts'
import type { Example } from '../../server/coder/training.ts'
import { QUADS } from '../../server/domain/codebook/codebook.ts'
import { must } from '../../server/domain/error.ts'
import { bundled, finished, run } from '../support/child.ts'
import { temporaryDirectory } from '../support/store.ts'
import { TOY } from './toy.ts'

it('writes weights that know the sentences, replaces them only by better ones, and says why not', async () => {
  const [script, folder] = [await bundled('server/commands/train.ts'), await temporaryDirectory()]
  const sentences = join(folder, 'material', 'data', 'sentences')
  await mkdir(sentences, { recursive: true })
  const annotate = (said: (text: string, penta: number) => number) =>
    writeFile(
      join(sentences, 'cameo-penta-train.jsonl'),
      Array.from({ length: 450 }, (_, i) => {
        const { text: act, quad } = TOY[i % TOY.length] as Example
        const text = `${act} ${'again '.repeat(i % 7)}`
        return JSON.stringify({ text, penta: said(text, QUADS.indexOf(quad)) })
      }).join('\n'),
    )
  const file = join(folder, 'quad.json')
  const train = (material: string) =>
    finished(run(script, [file], { DATABASE_URL: join(folder, 'none.sqlite'), DETENTE_MATERIAL: material }))

  const alone = await train(join(folder, 'nowhere'))
  expect([alone.code, alone.out]).toEqual([1, ''])
  expect(alone.err).toContain('learning on from the weights in use')
  expect(alone.err).toContain('at least 20 sentences are kept back')

  await annotate((_, penta) => penta)
  const first = await train(join(folder, 'material'))
  expect([first.code, first.err]).toEqual([0, ''])
  expect(JSON.parse(first.out)).toMatchObject({ version: 'quad-1', before: null, families: 'families-1' })
  const families = JSON.parse(await readFile(join(folder, 'families.json'), 'utf8')) as FamiliesData
  const counted = Object.values(families.counts).flat()
  expect(counted.reduce((x, y) => x + y, 0)).toBe(JSON.parse(first.out).learnt)
  const written = await readFile(file, 'utf8')
  const model = must(readModel(JSON.parse(written) as ModelData))
  expect(likeliest(classify(model, 'Zubrowka shelled the lighthouse'))).toBe('MATERIAL_CONFLICT')

  await annotate((text, penta) => (isKeptBack(text) ? penta : (penta + 1) % 5))
  const worse = await train(join(folder, 'material'))
  expect([worse.code, worse.out]).toEqual([1, ''])
  expect(worse.err).toMatch(/macro-F1 of quad-2 is 0\.\d+ on \d+ sentences kept back/)
  expect(await readFile(file, 'utf8')).toBe(written)
  expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([])
}, 300_000)
