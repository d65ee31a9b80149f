/** The command code: articles and sentences in, one JSON line a suggestion out. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled, finished, run } from '../support/child.ts'
import { temporaryDirectory } from '../support/store.ts'

const FIELDS = 'start end text source target mutual tag cameo quad day speaker flags confidence reason'.split(' ')

let script: string

beforeAll(async () => {
  script = await bundled('server/commands/code.ts')
})

async function file(name: string, text: string): Promise<string> {
  const path = join(await temporaryDirectory(), name)
  await writeFile(path, text)
  return path
}

async function code(...args: string[]) {
  const { out, err, code } = await finished(run(script, args))
  const lines = out.split('\n').filter((line) => line !== '')
  return { lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), err, code }
}

describe('the command code', () => {
  it('prints one JSON line a suggestion of an article, with its fields in their order', async () => {
    const text = 'On Saturday, Pakistan condemned India.\nPhoto: Reuters\n'
    const { lines, code: status } = await code(await file('2024-06-30-a.txt', text))
    expect(status).toBe(0)
    expect(lines.map((l) => Object.keys(l))).toEqual([['file', ...FIELDS]])
    expect(lines[0]).toMatchObject({
      file: '2024-06-30-a.txt',
      start: 13,
      end: 38,
      text: 'Pakistan condemned India.',
      source: 'PAK',
      target: 'IND',
      mutual: false,
      tag: 'criticise',
      cameo: '111',
      quad: 'verbal-conflict',
      day: '2024-06-29',
      flags: [],
    })
  })

  it('takes the document’s day from --date, and leaves days open where nothing tells', async () => {
    const path = await file('a.txt', 'Pakistan condemned Kabul.')
    const dated = await code(path, '--date', '2021-08-14')
    expect(dated.lines[0]).toMatchObject({ day: '2021-08-14', target: 'AFG.IRA' })
    expect((await code(path)).lines[0]).toMatchObject({ day: null })
  })

  it('echoes the id of each sentence, and goes on past a line it cannot read', async () => {
    const rows = [
      '{"id": 7, "text": "Pakistan condemned India.", "date": "2020-01-02"}',
      'no JSON',
      '{"id": "b", "text": ""}',
    ]
    const { lines, err, code: status } = await code('--sentences', await file('s.jsonl', rows.join('\n')))
    expect(lines.map((l) => l.id)).toEqual([7])
    expect(err).toContain('s.jsonl:2')
    expect(err).toContain('this line is no JSON')
    expect(status).toBe(1)
  })

  it('codes with other dictionaries, in PETRARCH’s format', async () => {
    const actors = await file('actors.txt', 'VALDORIA [VAL]\n+VALDORIAN_\nORIM [ORM]\n\t[OLD <19900101]\n')
    const agents = await file('agents.txt', '!PERSON! = MAN, MEN\nMINISTER [~GOV]\nMILITIA!PERSON! [~REB]\n')
    const sentences = await file(
      't.jsonl',
      '{"id": "x", "text": "The Valdorian minister condemned Orim.", "date": "1995-01-01"}',
    )
    const { lines } = await code('--sentences', sentences, '--actors', actors, '--agents', agents)
    expect(lines[0]).toMatchObject({ id: 'x', source: 'VALGOV', target: 'ORM' })
  })

  it('says what is wrong with how it is called, and with a file that is no text', async () => {
    expect((await code()).err).toContain('npm run code -- FILE')
    expect((await code(join(await temporaryDirectory(), 'nowhere.txt'))).err).toContain('it cannot be read')
    const binary = await code(await file('b.bin', '\u0000\u0001\u0002\u0003\u0004PNG'))
    expect([binary.code, binary.lines]).toEqual([1, []])
    expect(binary.err).toContain('it is not plain text')
  })
})
