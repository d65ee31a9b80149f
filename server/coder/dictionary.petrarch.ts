/**
 * A dictionary read from files in the format of TABARI and PETRARCH: actors with synonyms and dated codes, agents with the
 * part they add to a code. For data that brings its own actors; what cannot be read in a line is left out.
 */
import { type Day, dayOf } from '../domain/day.ts'
import type { Dictionary, Meaning, Referent, Role } from './dictionary.ts'
import { Trie } from './trie.ts'

interface Coded {
  readonly code: string
  readonly from: Day | null
  readonly to: Day | null
}

/** A code that says that nobody is meant. */
const NOBODY = /^[-#+]+$/

/** The text of an actors file and of an agents file. */
export function petrarchDictionary(actors: string, agents: string): Dictionary {
  const names = new Trie<Meaning>()
  const roles = new Trie<Role>()
  const codes = new Map<string, readonly Coded[]>()
  for (const { key, spellings, coded } of actorsIn(actors)) {
    codes.set(key, [...(codes.get(key) ?? []), ...coded])
    for (const name of spellings.flatMap(formsOf))
      names.add(name, { sort: 'NATION', name: capital(name), key, from: null, to: null })
  }
  for (const { forms, role } of agentsIn(agents)) for (const form of forms) roles.add(form, role)

  function resolve({ key }: Meaning, role: Role | null, day: Day | null): Referent | null {
    const all = codes.get(key) ?? []
    const dated = all.filter(
      (c) =>
        (c.from !== null || c.to !== null) && day !== null && (c.from ?? -Infinity) <= day && day <= (c.to ?? Infinity),
    )
    const code = (dated[0] ?? all.find((c) => c.from === null && c.to === null))?.code
    return code === undefined || NOBODY.test(code)
      ? null
      : { code: joined(code, role), country: code.slice(0, 3), sort: 'STATE' }
  }

  return {
    names,
    roles,
    everyRole: true,
    resolve,
    seat: () => null,
    branch: () => null,
    formerly: () => null,
    beside: () => null,
  }
}

/** `ARN` and `~GOV` are `ARNGOV`, with `NGO~` too `NGOARNGOV`; a part that the code ends in is not repeated. */
function joined(code: string, role: Role | null): string {
  let whole = code
  for (const part of (role ?? '').split('+')) {
    const [before = '', after = ''] = part.split('~')
    if (before && !whole.startsWith(before)) whole = before + whole
    if (after && !whole.slice(3).includes(after)) whole += after
  }
  return whole
}

interface Listed {
  readonly key: string
  readonly spellings: readonly string[]
  readonly coded: readonly Coded[]
}

function actorsIn(text: string): Listed[] {
  const listed: { key: string; spellings: string[]; coded: Coded[] }[] = []
  for (const raw of text.split(/\r?\n/)) {
    const line = raw
      .replace(/<!\s?--.*?-->/g, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trimEnd()
    if (line.trim() === '' || line.startsWith('<') || line.startsWith('-->')) continue
    const name = line.replace(/\[.*$/, '').trim()
    const coded = [...line.matchAll(/\[\s*([^\]\s<>]+)\s*([^\]]*)\]/g)].map((m) =>
      codedOf(m[1] as string, (m[2] ?? '').trim()),
    )
    const last = listed.at(-1)
    if (name === '' || line.startsWith('+')) {
      last?.coded.push(...coded)
      if (line.startsWith('+')) last?.spellings.push(name.slice(1))
    } else listed.push({ key: name, spellings: [name], coded })
  }
  return listed
}

function codedOf(code: string, days: string): Coded {
  const between = /^(\d{6,8})\s*-\s*(\d{6,8})$/.exec(days)
  if (between) return { code, from: day(between[1]), to: day(between[2]) }
  const one = /^([<>])\s*(\d{6,8})$/.exec(days)
  if (!one) return { code, from: null, to: null }
  return one[1] === '<' ? { code, from: null, to: day(one[2]) } : { code, from: day(one[2]), to: null }
}

/** `950601` or `19950601`. */
function day(digits: string | undefined): Day | null {
  const text = digits ?? ''
  const full = text.length === 6 ? `${Number(text.slice(0, 2)) < 30 ? '20' : '19'}${text}` : text
  const [year, month, date] = [Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6, 8))]
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= 31 ? dayOf(year, month, date) : null
}

/** As it stands in a text: with its plural and its adjective, unless the list closes it with a "_". */
function formsOf(listed: string): string[] {
  const name = listed.trim().replace(/_+$/, '').replaceAll('_', ' ').trim()
  if (name === '') return []
  if (listed.trim().endsWith('_')) return [name]
  return [name, `${name}s`, `${name}n`, `${name}ian`, `${name}i`]
}

function agentsIn(text: string): { readonly forms: readonly string[]; readonly role: Role }[] {
  const sets = new Map<string, string[]>()
  for (const m of text.matchAll(/^!(\w+)!\s*=\s*(.+)$/gm))
    sets.set(
      m[1] as string,
      (m[2] as string).split(',').map((w) => w.trim()),
    )
  return text.split(/\r?\n/).flatMap((raw) => {
    const m = /^([^#<[{]+?)\s*(?:\{([^}]*)\})?\s*\[\s*(\w*~\w*)\s*\]/.exec(raw)
    if (!m || raw.startsWith('<')) return []
    const names = [m[1] as string, ...(m[2] ? [m[2]] : [])]
    const forms = names
      .flatMap((name) => expanded(name, sets))
      .map((name) => name.replaceAll('_', ' ').trim().toLowerCase())
    const all = forms.filter((form) => form !== '')
    return [{ forms: m[2] === undefined ? all.flatMap((form) => [form, pluralOf(form)]) : all, role: m[3] as string }]
  })
}

function expanded(name: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const m = /!(\w+)!/.exec(name)
  const set = m && sets.get(m[1] as string)
  return set ? set.map((word) => name.replace(m[0], word)) : [name]
}

const pluralOf = (noun: string) =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`

/** The lists are in capitals; a text is not, whatever the name. */
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
