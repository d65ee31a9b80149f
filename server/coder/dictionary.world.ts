/**
 * The dictionary the product codes with: the directory's actors, names, offices, persons and posts by date first, then
 * the countries, places, organisations, armed groups and role nouns of the shipped lists. Their sources are in NOTICE.
 */
import { addDays, type Day } from '../domain/day.ts'
import { type Directory, postsOf } from '../domain/directory/directory.ts'
import { type OfficeCode, tenureOn } from '../domain/directory/tenure.ts'
import bodies from './bodies.json' with { type: 'json' }
import countries from './countries.json' with { type: 'json' }
import type { Dictionary, Meaning, Referent, Role } from './dictionary.ts'
import groups from './groups.json' with { type: 'json' }
import media from './media.json' with { type: 'json' }
import organisations from './organisations.json' with { type: 'json' }
import persons from './persons.json' with { type: 'json' }
import places from './places.json' with { type: 'json' }
import roles from './roles.json' with { type: 'json' }
import { Trie } from './trie.ts'

const STATE_ROLES = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'])
const ARMED_ROLES = new Set(['REB', 'UAF', 'PRM'])
const PARTY_ROLES = new Set(['OPP', 'PTY'])

type Part = 'STATE' | 'ARM' | 'OPP' | 'PRV'

function partOf(role: Role): Part {
  if (STATE_ROLES.has(role)) return 'STATE'
  if (ARMED_ROLES.has(role)) return 'ARM'
  return PARTY_ROLES.has(role) ? 'OPP' : 'PRV'
}

const split = (line: string) => line.split('|').map((cell) => cell.split(',').filter((name) => name !== ''))

const ROLES = new Trie<Role>()
for (const line of roles) {
  const [[role = ''] = [], names = []] = split(line)
  for (const name of names) ROLES.add(name, role)
}

/** Names of the shipped lists; the directory's own stand before them. */
function* shippedNames(): Generator<Meaning> {
  const open = { from: null, to: null }
  for (const line of countries) {
    const [[key = ''] = [], names = [], demonyms = [], capitals = []] = split(line)
    for (const name of [...names, ...demonyms]) yield { sort: 'NATION', name, key, ...open }
    for (const name of capitals) yield { sort: 'CAPITAL', name, key, ...open }
  }
  for (const line of places) {
    const [[key = ''] = [], names = []] = split(line)
    for (const name of names) yield { sort: 'PLACE', name, key, ...open }
  }
  for (const line of [...organisations, ...groups]) {
    const [[key = ''] = [], names = []] = split(line)
    for (const name of names) yield { sort: 'ACTOR', name, key, ...open }
  }
  for (const line of persons) {
    const [[key = ''] = [], names = []] = split(line)
    for (const name of names) yield { sort: 'LEADER', name, key, ...open }
  }
  for (const line of bodies) {
    const [[key = ''] = [], [role = ''] = [], names = []] = split(line)
    for (const name of names) yield { sort: 'BODY', name, key: `${key}/${role}`, ...open }
  }
  for (const name of media) yield { sort: 'MEDIA', name, key: '', ...open }
}

/** Names as the directory has them, with their days. */
function* directoryNames(directory: Directory): Generator<Meaning> {
  const states = new Map(directory.actors.filter((a) => a.kind === 'STATE').map((a) => [a.code as string, a.country]))
  for (const { name, actor, office, from, to } of directory.names) {
    // A state's own name is a nation: "Pakistan's refugees" are not Pakistan.
    const country = actor === null ? directory.offices.find((o) => o.code === office)?.country : states.get(actor)
    if (country) yield { sort: 'NATION', name, key: country, from, to }
    else if (actor !== null) yield { sort: 'ACTOR', name, key: actor, from, to }
  }
  for (const a of directory.actors) {
    if (a.kind === 'STATE' && a.country !== null) {
      yield { sort: 'NATION', name: a.name, key: a.country, from: null, to: null }
    } else if (a.kind !== 'PRIVATE') yield { sort: 'ACTOR', name: a.name, key: a.code, from: null, to: null }
  }
  for (const p of directory.persons) {
    for (const name of [p.name, ...p.aliases]) yield { sort: 'PERSON', name, key: p.name, from: null, to: null }
  }
}

/** Movements that may have a branch of their own in a country. */
const MOVEMENTS = new Map(
  organisations
    .filter((line) => line.startsWith('ISIS|'))
    .map((line) => ['ISIS', (line.split('|')[1] ?? '').split(',')]),
)

/** Listed among the organisations, for they are of no country; they bear arms. */
const TERROR = new Set(['ALQ', 'ISIS'])

const ORGANISATIONS = new Set(organisations.map((line) => line.slice(0, line.indexOf('|'))))

export function worldDictionary(directory: Directory): Dictionary {
  const names = new Trie<Meaning>()
  const own = [...directoryNames(directory)]
  const named = new Set(own.map((m) => m.name.toLowerCase()))
  for (const meaning of own) names.add(meaning.name, meaning)
  for (const meaning of shippedNames()) if (!named.has(meaning.name.toLowerCase())) names.add(meaning.name, meaning)
  const kinds = new Map(directory.actors.map((a) => [a.code as string, a]))

  function stateOf(country: string, day: Day | null): Referent | null {
    const office = directory.offices.find((o) => o.country === country && o.code.endsWith('.GOV'))
    if (!office) return { code: country, country, sort: 'STATE' }
    const holder =
      day === null
        ? directory.tenures.filter((t) => t.office === office.code).sort((x, y) => (y.from ?? 0) - (x.from ?? 0))[0]
        : tenureOn(directory.tenures, office.code as OfficeCode, day)
    return holder ? { code: holder.holder, country, sort: 'STATE' } : { code: country, country, sort: 'STATE' }
  }

  function partIn(country: string, part: Part, day: Day | null): Referent | null {
    if (part === 'STATE') return stateOf(country, day)
    return { code: `${country}.${part}`, country, sort: part === 'PRV' ? 'PRIVATE' : 'GROUP' }
  }

  function actor(code: string, day: Day | null): Referent {
    const found = kinds.get(code)
    if (found?.kind === 'PRIVATE') return { code, country: found.country, sort: 'PRIVATE' }
    if (found?.kind === 'STATE' || found?.kind === 'GOVERNMENT') return { code, country: found.country, sort: 'STATE' }
    const organisation = found?.kind === 'IGO' || (ORGANISATIONS.has(code) && !TERROR.has(code))
    // A movement that governs is spoken of as a government.
    const governs =
      found?.kind === 'DE_FACTO_AUTHORITY' && found.country !== null && stateOf(found.country, day)?.code === code
    if (governs) return { code, country: found.country, sort: 'STATE' }
    const country = found ? found.country : ORGANISATIONS.has(code) ? null : code.slice(0, 3)
    return { code, country, sort: organisation ? 'ORGANISATION' : 'GROUP' }
  }

  function resolve({ sort, key, name }: Meaning, role: Role | null, day: Day | null): Referent | null {
    switch (sort) {
      case 'MEDIA':
        return { code: '', country: null, sort: 'MEDIA' }
      case 'ACTOR':
        return actor(key, day)
      case 'LEADER':
        return key.length === 3 && !ORGANISATIONS.has(key) && (kinds.get(key)?.kind ?? 'STATE') === 'STATE'
          ? partIn(key, role === 'ELI' ? 'PRV' : 'STATE', day)
          : actor(key, day)
      case 'BODY': {
        const [country = '', own = ''] = key.split('/')
        return partIn(country, partOf(role ?? own), day)
      }
      case 'PERSON': {
        const posts = day === null ? directory.posts.filter((p) => idOf(name, p.person)) : postsOf(directory, name, day)
        // Out of office by now: as of the last post held before.
        const post = posts.at(-1) ?? lastPost(name, day)
        return post ? actor(post.actor, day) : null
      }
      case 'PLACE':
        if (role === null) return { code: stateOf(key, day)?.code ?? key, country: key, sort: 'PLACE' }
        return partIn(key, partOf(role), day)
      default:
        return partIn(key, role === null ? 'STATE' : partOf(role), day)
    }
  }

  function lastPost(name: string, day: Day | null) {
    const held = directory.posts.filter((p) => idOf(name, p.person) && p.to !== null && day !== null && p.to < day)
    return held.sort((x, y) => (y.to ?? 0) - (x.to ?? 0))[0]
  }

  function idOf(name: string, person: string): boolean {
    return directory.persons.some((p) => p.id === person && (p.name === name || p.aliases.includes(name)))
  }

  function beside(role: Role, referent: Referent, day: Day | null): Referent | null {
    const part = partOf(role)
    if (referent.country === null) return part === 'STATE' && referent.sort === 'ORGANISATION' ? referent : null
    return partIn(referent.country, part, day)
  }

  /** An armed group of the directory whose name begins with a name of the movement: Islamic State, its branch in a country. */
  function branch({ code }: Referent, countries: ReadonlySet<string>): Referent | null {
    const spellings = MOVEMENTS.get(code)
    if (!spellings) return null
    const found = directory.actors.find(
      (a) =>
        a.kind === 'ARMED_GROUP' &&
        a.country !== null &&
        countries.has(a.country) &&
        spellings.some((name) => a.name.startsWith(name)),
    )
    return found ? actor(found.code, null) : null
  }

  const seat = ({ name }: Meaning): Referent | null =>
    name === 'Brussels' ? { code: 'EUR', country: null, sort: 'ORGANISATION' } : null

  function formerly({ country }: Referent, day: Day | null): Referent | null {
    const office = directory.offices.find((o) => o.country === country && o.code.endsWith('.GOV'))
    const since = office && day !== null ? tenureOn(directory.tenures, office.code as OfficeCode, day)?.from : null
    return since == null || country === null ? null : stateOf(country, addDays(since, -1))
  }

  return { names, roles: ROLES, everyRole: false, resolve, seat, branch, beside, formerly }
}
