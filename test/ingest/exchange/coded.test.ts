/** Codings and codebooks out and in again: nothing lost, nothing run by a table program, and no bad row stops the rest. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODING_STATES } from '../../../server/domain/agreement/coding.ts'
import type { Codebook } from '../../../server/domain/codebook/codebook.ts'
import { parseCodebook } from '../../../server/domain/codebook/parse.ts'
import type { Day } from '../../../server/domain/day.ts'
import { codebookMarkdown, parseMarkdown } from '../../../server/ingest/exchange/codebook.markdown.ts'
import { codedStatements } from '../../../server/ingest/exchange/coded.read.ts'
import { storeCoded } from '../../../server/ingest/exchange/coded.store.ts'
import { type CodedRead, codedHeader, readCoded } from '../../../server/ingest/exchange/coded.text.ts'
import { COLUMNS, type Coded, codedOf, flatOf } from '../../../server/ingest/exchange/coded.ts'
import { exportCodebook, importCodebook } from '../../../server/ingest/exchange/exchange.ts'
import { SHIPPED_CODEBOOKS } from '../../../server/ingest/shipped/codebooks.ts'
import { fillIfEmpty } from '../../../server/ingest/shipped/demo.ts'
import { loadReference } from '../../../server/ingest/shipped/reference.ts'
import type { Database } from '../../../server/store/database.ts'
import { latestRevision } from '../../../server/store/revision.ts'
import { draft as smallCodebook } from '../../domain/codebook/sample.ts'
import { all, bytes, SAMPLE, textOf } from '../../support/coded.ts'
import { openEmptyStore } from '../../support/store.ts'

// What checkText lets stand, the awkward first: formulas, quotes, breaks, backslashes, letters of every script.
const anyText = fc
  .oneof(
    fc.constantFrom(
      '=1+1',
      '@cmd',
      '-2',
      '+3',
      "'quoted",
      "''",
      '\\n',
      'a\nb',
      'a\r\nb',
      '"x", y',
      '\\',
      'a\u2028b\u2029\u0085c',
      '–',
      '#REF!',
      'null',
      '0',
      'true',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text may hold them
  .map((s) => s.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\uFFFD]/g, '').trim())
  .filter((s) => s !== '')
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const anyDay = fc.integer({ min: -700_000, max: 700_000 }).map((n) => n as Day)
const anySpan = fc.option(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 500 })), { nil: null })
const anyCoded: fc.Arbitrary<Coded> = fc
  .record({
    texts: fc.tuple(anyText, anyText, anyText, anyText),
    maybe: fc.tuple(orNull(anyText), orNull(anyText), orNull(anyText), orNull(fc.constant('https://x.example/?a=1,2'))),
    days: fc.tuple(orNull(fc.tuple(anyDay, anyDay)), orNull(anyDay), anyDay),
    span: anySpan,
    flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    settled: fc.boolean(),
    issues: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/), { maxLength: 4 }),
    pairs: orNull(fc.array(fc.tuple(fc.constantFrom('RUR', 'SYL'), fc.constant('BOR')), { maxLength: 3 })),
    codings: fc.array(
      fc.record({
        codebook: anyText,
        tag: anyText,
        coder: anyText,
        state: fc.constantFrom(...CODING_STATES),
        confidence: orNull(fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true })),
        reason: fc.oneof(fc.constant(''), anyText),
        reasonBy: orNull(fc.constant('machine:detente-coder')),
        shown: orNull(anyText),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ texts, maybe, days: [range, published, day], span, flags, settled, issues, pairs, codings }, ...rest) => {
    const [mutual, reported, denied, hypothetical, background] = flags
    let had = false
    return {
      collection: {
        ...{
          code: 'own',
          title: texts[0],
          kind: 'ARTICLES' as const,
          from: range?.[0] ?? null,
          to: range?.[1] ?? null,
        },
        ...{ pairs, volume: null, citation: texts[1], url: maybe[3], licence: maybe[0] },
      },
      outlet: maybe[1] === null ? null : { code: maybe[1], name: texts[2], country: 'RUR', wire: maybe[2] },
      document: { title: texts[3], url: maybe[3], published, language: 'en', contentHash: maybe[0] },
      statement: {
        ...{ origin: `o${rest.length}`, start: span?.[0] ?? null, end: span ? span[0] + span[1] : null },
        ...{ speaker: maybe[1]?.slice(0, 100).trim() || null, source: 'RUR', target: 'SYL', mutual, day },
        ...{ precision: 'DAY' as const, summary: texts[0], quote: null, leaf: settled ? '112' : null, reported },
        ...{ denied, hypothetical, background, issues },
        ...{ killedLow: null, killedBest: span?.[0] ?? null, killedHigh: null, caption: settled ? 'A raid' : null },
      } as unknown as Coded['statement'],
      event: settled ? 'own:o1' : null,
      codings: codings.map((c) => {
        const state = c.state === 'SETTLED' && had ? 'SUBMITTED' : c.state
        had ||= c.state === 'SETTLED'
        return { ...c, state }
      }),
    } as Coded
  })

describe.each(['jsonl', 'csv'] as const)('codings as %s', (format) => {
  it('come back as they went, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCoded, { minLength: 1, maxLength: 4 }), async (given) => {
        const told = given.map((c, i) => ({ ...c, statement: { ...c.statement, origin: `o${i}` } }))
        const read = await all(readCoded(bytes(textOf(told, format), 1000), format))
        expect(read.map((r) => (r.kind === 'coded' ? r.coded : r))).toEqual(told.map((c) => ({ ...c })))
      }),
      { numRuns: 150 },
    )
  })

  it('leave the record and enter another one the same to the letter, twice without doubling', async () => {
    const [from, to] = [await openEmptyStore(), await openEmptyStore()]
    await fillIfEmpty(from, 'articles')
    await loadReference(to)
    const out = async (db: Database) => textOf(await all(codedStatements(db, await latestRevision(db))), format)
    const text = await out(from)
    expect(text.split('\n').length).toBeGreaterThan(90)
    // 90 statements of the articles, each coded once.
    const report = await storeCoded(to, 'test', 'codings', readCoded(bytes(text, 5000), format))
    expect(report).toMatchObject({ read: 90, stored: 90, duplicate: 0, rejected: 0 })
    expect(await out(to)).toBe(text)
    const events = async (db: Database) =>
      (await db.all<{ n: number }>('SELECT COUNT(*) AS n FROM event WHERE "supersededIn" IS NULL'))[0]?.n
    expect(await events(to)).toBe(await events(from))
    const again = await storeCoded(to, 'test', 'codings', readCoded(bytes(text, 5000), format))
    expect(again).toMatchObject({ read: 90, stored: 0, duplicate: 90 })
    // And what scores are made of is the same too.
    const cells = (db: Database) =>
      db.all(
        'SELECT "a", "b", "day", "direction", "leaf", "evidence", SUM("count") AS n FROM tally GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6',
      )
    expect(await cells(to)).toEqual(await cells(from))
  })

  it('that are faulty are told by line, column, value and reason, and the others are stored', async () => {
    const db = await openEmptyStore()
    await loadReference(db)
    const good = flatOf(SAMPLE)
    const bad: readonly (readonly [string, unknown, string])[] = [
      ['day', '2023-02-30', 'day'],
      ['source', 'NOBODY', 'source'],
      ['mutual', 'perhaps', 'mutual'],
      ['precision', 'YEAR', 'precision'],
      ['leaf', '999', 'leaf'],
      ['summary', null, 'summary'],
      ['start', 7, 'start'],
      ['coding_tag', 'none', 'coding_tag'],
      ['coding_codebook', 'none-1', 'coding_codebook'],
      ['coding_confidence', 2, 'coding_confidence'],
      ['event', null, 'event'],
    ]
    const rows = [null, ...bad].map((fault, i) => {
      const statement: Record<string, unknown> = { ...good.statement, origin: `o${i}` }
      const codings = good.codings.map((c) => ({ ...c }) as Record<string, unknown>)
      const place = fault && fault[0] in statement ? statement : codings[0]
      if (fault && place) place[fault[0]] = fault[1]
      return { statement, codings }
    })
    const cell = (value: unknown) =>
      value === null
        ? ''
        : `"${String(typeof value === 'object' ? JSON.stringify(value) : value).replaceAll('"', '""')}"`
    const text =
      format === 'jsonl'
        ? `${rows.map((r) => JSON.stringify({ ...r.statement, codings: r.codings })).join('\n')}\n{"a":\n[]\n`
        : `${codedHeader('csv')}${rows.map((r) => COLUMNS.map((c) => cell({ ...r.statement, ...r.codings[0] }[c.name] ?? null)).join(',')).join('\n')}\nx,y\n`
    const told: string[] = []
    const report = await storeCoded(db, 'test', 'codings', readCoded(bytes(text, 999), format), (f) => {
      if (f.kind === 'placed') return
      told.push(`${f.line} ${f.column}`)
      expect(f.reason).not.toBe('')
    })
    const first = format === 'jsonl' ? 2 : 3
    expect(told.filter((t) => !t.endsWith('null')).sort()).toEqual(
      bad.map(([, , name], i) => `${first + i} ${name}`).sort(),
    )
    expect(report).toMatchObject({ stored: 1, duplicate: 0, rejected: bad.length + (format === 'jsonl' ? 2 : 1) })
    expect(report.read).toBe(report.stored + report.rejected)
  })
})

describe('a table of codings', () => {
  it('holds no cell that a table program would run', () => {
    const dangerous = ['=HYPERLINK("x")', '+1', '-1+2', '@SUM(A1)', '\tx', "'=1"]
    const text = textOf(
      dangerous.map((summary) => ({ ...SAMPLE, statement: { ...SAMPLE.statement, summary } })),
      'csv',
    )
    const cells = (parse(text) as string[][]).slice(1).flat()
    expect(cells.filter((c) => /^[=+\-@\t]/.test(c))).toEqual([])
  })

  it('has a row for each judgement, and one where there is none', async () => {
    const two = {
      ...SAMPLE,
      codings: [...SAMPLE.codings, { ...SAMPLE.codings[0], coder: 'amy', state: 'SUBMITTED' }],
    } as Coded
    const none = { ...SAMPLE, statement: { ...SAMPLE.statement, origin: 'o2', leaf: null }, event: null, codings: [] }
    const text = textOf([two, none], 'csv')
    expect(text.trim().split('\n')).toHaveLength(1 + 2 + 1)
    const read = (await all(readCoded(bytes(text), 'csv'))) as (CodedRead & { kind: 'coded' })[]
    expect(read.map((r) => r.coded)).toEqual([two, none])
  })

  it('without the columns it needs is refused at once', async () => {
    const read = await all(readCoded(bytes('day,source\n2023-01-01,PAK\n'), 'csv'))
    expect(read).toEqual([expect.objectContaining({ kind: 'rejected', column: 'collection_code' })])
  })
})

describe('a file from before it was on record what a coder was shown', () => {
  it.each(['jsonl', 'csv'] as const)('comes in as %s, with nothing shown', async (format) => {
    const text = textOf([SAMPLE], format)
    const former =
      format === 'jsonl'
        ? text.replace(',"coding_shown":"demand","coding_reason_by":null', '')
        : text.replace(',coding_shown,coding_reason_by\n', '\n').replace(/,demand,\n$/, '\n')
    expect(former).not.toMatch(/shown|demand/)
    const [read] = await all(readCoded(bytes(former), format))
    const codings = [{ ...SAMPLE.codings[0], shown: null }]
    expect(read).toMatchObject({ kind: 'coded', coded: { ...SAMPLE, codings } })
  })
})

describe('a reason that nobody gave', () => {
  const came = async (format: 'jsonl' | 'csv', given: object) => {
    const coded = { ...SAMPLE, codings: [{ ...SAMPLE.codings[0], ...given }] } as Coded
    const [read] = await all(readCoded(bytes(textOf([coded], format)), format))
    const { reason, reasonBy } = (read as unknown as { coded: Coded }).coded.codings[0] as Coded['codings'][number]
    return [reason, reasonBy]
  }
  it.each(['jsonl', 'csv'] as const)(
    'leaves and comes in as none, also in a %s of before it was left empty',
    async (format) => {
      const accepted = { tag: 'accuse', reason: 'Proposed by the coder and accepted as it stands. “accused”' }
      expect(await came(format, { reason: '' })).toEqual(['', null])
      expect(await came(format, { reason: 'Chosen at the desk.' })).toEqual(['', null])
      expect(await came(format, { ...accepted, shown: 'demand' })).toEqual(['', null])
      expect(await came(format, { ...accepted, shown: null })).toEqual(['', null])
      expect(await came(format, { ...accepted, shown: 'accuse' })).toEqual(['“accused”', 'machine:detente-coder'])
      expect(await came(format, { reason: 'It says so.', reasonBy: 'rule:same-words' })).toEqual([
        ...['It says so.', 'rule:same-words'],
      ])
    },
  )
})

describe('what is read', () => {
  it('is refused where its parts contradict each other', () => {
    const flat = flatOf(SAMPLE)
    const faults = (statement: object, codings = flat.codings) =>
      (codedOf({ ...flat.statement, ...statement }, codings) as { column: string }[]).map((f) => f.column)
    expect(faults({ collection_from: '2020-01-01' })).toEqual(['collection_to'])
    expect(faults({}, [...flat.codings, ...flat.codings])).toEqual(['coding_state'])
    expect(faults({ issues: ['Not good'], collection_pairs: [['PAK']] })).toEqual(['collection_pairs'])
    expect(faults({ issues: ['Not good'] })).toEqual(['issues'])
    expect(faults({ issues: 'border', summary: 7, day: null })).toEqual(['day', 'summary', 'issues'])
  })
})

describe('a codebook', () => {
  it('goes out as Markdown and comes back the same, hash and all: those that are shipped', () => {
    for (const codebook of SHIPPED_CODEBOOKS) expect(parseMarkdown(codebookMarkdown(codebook))).toEqual(codebook)
    expect(codebookMarkdown(SHIPPED_CODEBOOKS[0] as Codebook)).toContain(
      '### Accuse\n\n- Code: accuse\n- Family: VERBAL_CONFLICT\n- Tension: 3.2\n',
    )
  })

  it('and so does any other, whatever stands in its texts', () => {
    const anyWords = fc.record({
      label: anyText,
      definition: anyText,
      includes: anyText,
      excludes: anyText,
      example: anyText,
      reason: anyText,
      plover: orNull(anyText),
    })
    fc.assert(
      fc.property(fc.array(anyWords, { minLength: 4, maxLength: 4 }), anyText, anyText, (words, note, kappaPanel) => {
        const json = smallCodebook()
        const tags = json.tags.map((tag: object, i: number) => ({ ...tag, ...words[i] }))
        const codebook = parseCodebook({ ...json, note, tags, method: { ...json.method, kappaPanel } })
        expect(parseMarkdown(codebookMarkdown(codebook as Codebook))).toEqual(codebook)
      }),
      { numRuns: 200 },
    )
  })

  it('that was spoilt is refused with the line, or with what its content breaks', () => {
    const text = codebookMarkdown(SHIPPED_CODEBOOKS[0] as Codebook)
    const said = (changed: string) => (parseMarkdown(changed) as { rule: string }[]).map((r) => r.rule)
    expect(said(text.replace('## Method', 'Method'))[0]).toMatch(/^line \d+ is neither/)
    expect(said(text.replace('- Tension: 3.2', '- Tension: 3.3'))[0]).toMatch(/^the hash of this content is/)
    expect(said(text.replace('- Tension: 3.2\n', ''))[0]).toContain('must have this field')
    expect(said(text.replace('- Tension: 3.2', '- Tension: much'))[0]).toContain('is a number from 0 to 10')
    expect(said('').length).toBeGreaterThan(3)
  })

  it('is published where it is new, left where it stands, and refused where its version is another’s', async () => {
    const db = await openEmptyStore()
    await loadReference(db)
    const at = await mkdtemp(join(tmpdir(), 'detente-'))
    for (const ending of ['json', 'md']) {
      const file = join(at, `codebook.${ending}`)
      expect(await exportCodebook(db, ending === 'md' ? 'default-1' : 'default', file)).toBe('default-1')
      expect(await importCodebook(db, file)).toEqual({ version: 'default-1', stored: false })
      const text = (await readFile(file, 'utf8')).replaceAll(/[0-9a-f]{64}/g, '')
      const next = ending === 'md' ? 'default-2' : 'default-3'
      const unhashed = ending === 'md' ? text.replace('- Hash: \n', '') : text.replace(/,\s*"hash": ""/, '')
      await writeFile(file, unhashed.replaceAll('default-1', next))
      expect(await importCodebook(db, file)).toEqual({ version: next, stored: true })
      await writeFile(file, unhashed.replaceAll('default-1', next).replace('Accuse', 'Blame'))
      await expect(importCodebook(db, file)).rejects.toThrow(/a published version never changes/)
      await writeFile(file, '{')
      expect(await importCodebook(db, file)).toHaveProperty('0')
    }
    await expect(exportCodebook(db, 'none', join(at, 'x.md'))).rejects.toThrow(/no codebook of this name/)
  })
})
