/**
 * Annotated sentences with five families and spans: whether source and target are those of the spans, and the family by
 * words and deed together. Of the part kept aside the family is judged by a model that has seen the open part alone.
 */

import { classify } from '../../server/coder/classifier.ts'
import { phrases } from '../../server/coder/examples.ts'
import { type Counts, familyOf, kindOf } from '../../server/coder/family.ts'
import { readModel } from '../../server/coder/model.ts'
import { phraseActor } from '../../server/coder/phrase.actor.ts'
import { RECIPE, train } from '../../server/coder/training.ts'
import { figuresOf } from '../../server/coder/validation.ts'
import { QUADS, type Quad } from '../../server/domain/codebook/codebook.ts'
import { must } from '../../server/domain/error.ts'
import { coded } from './coder.sentences.ts'
import { Count, keptAside, rowsIn, world } from './coder.sets.ts'

export interface PentaRow {
  readonly id: string
  readonly text: string
  readonly penta: number
  readonly source_spans: readonly string[]
  readonly target_spans: readonly string[]
}

export function showFamilies(material: string, errors: string | null): void {
  const rows = rowsIn<PentaRow>(material, 'cameo-penta-train.jsonl')
  const open = rows.filter((r) => !keptAside(r.id))
  const aside = rows.filter((r) => keptAside(r.id))
  const quadOf = (r: PentaRow) => QUADS[r.penta] as Quad
  const deeds = new Map(rows.map((r) => [r, coded(world, r.text, undefined)[0] ?? null]))
  const counts: Record<string, number[]> = {}
  for (const r of open) {
    const kind = kindOf(deeds.get(r) ?? null)
    counts[kind] ??= [0, 0, 0, 0, 0]
    const row = counts[kind] as number[]
    row[r.penta] = (row[r.penta] ?? 0) + 1
  }
  const examples = [...open.map((r) => ({ text: r.text, quad: quadOf(r), weight: 1 })), ...phrases()]
  const model = must(readModel(train(examples, RECIPE, { version: 'open', sources: [] })))
  const said = aside.map((r) => familyOf(classify(model, r.text), deeds.get(r) ?? null, counts as Counts).quad)
  const figures = figuresOf(aside.map(quadOf), said)
  console.log(
    `\nFamilies by words and deed, ${aside.length} sentences kept aside, learnt from ${open.length} others: accuracy ${percent(figures.accuracy)}, macro-F1 ${percent(figures.macroF1)} (rows: what it is)`,
  )
  console.table(
    Object.fromEntries(
      QUADS.map((q, k) => [q, Object.fromEntries(QUADS.map((p, j) => [p, figures.confusion[k]?.[j] ?? 0]))]),
    ),
  )
  console.log('\nSource and target of the spans that name an actor we know (bar: 0.75)')
  console.table({ open: spans(open, errors === 'penta'), 'kept aside': spans(aside, false) })
}

const percent = (x: number) => Math.round(1000 * x) / 1000

function spans(rows: readonly PentaRow[], look: boolean) {
  const [source, target] = [new Count(), new Count()]
  for (const row of rows) {
    const found = coded(world, row.text, undefined)
    const [s, t] = [spanned(row.source_spans), spanned(row.target_spans)]
    const sourceRight = found.some((f) => f.source === s || (f.mutual && f.target === s))
    const targetRight = found.some((f) => f.target === t || (f.mutual && f.source === t))
    if (s !== null) source.add(sourceRight ? 1 : 0, 1, 1)
    if (t !== null && t !== s) target.add(targetRight ? 1 : 0, 1, 1)
    if (look && ((s !== null && !sourceRight) || (t !== null && t !== s && !targetRight))) {
      console.log(`${row.id} S=${s} (${row.source_spans}) T=${t} (${row.target_spans}): ${row.text}`)
      for (const f of found) console.log(`    ours ${f.source} -> ${f.target} ${f.leaf} ${f.confidence} ${f.reason}`)
    }
  }
  return {
    'source right': source.row.recall,
    sources: source.wanted,
    'target right': target.row.recall,
    targets: target.wanted,
  }
}

/** Who a span means by itself; null where our dictionary knows nobody in it. */
function spanned(texts: readonly string[]): string | null {
  const text = texts[0]?.replace(/ ([’',.)-])/g, '$1').replace(/([(-]) /g, '$1')
  return text === undefined ? null : phraseActor(world.dictionary, text, null)?.code || null
}
