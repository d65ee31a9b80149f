/**
 * Who is meant by a name in ICEWS data. The names and what they mean are data (reference/icews-names.csv): countries and
 * movements in brackets, sectors before them, and names of their own, some of them from one day to another.
 */
import { parse } from 'csv-parse/sync'
import { type Day, parseDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { actorNamed, type Directory, nameKey } from '../../domain/directory/directory.ts'
import { isRefusal, must } from '../../domain/error.ts'
import { referenceText } from '../files.ts'
import { actorOf, inCountry, type LeftOut } from '../parts.ts'

interface Meaning {
  readonly meaning: string
  readonly from: Day | null
  readonly to: Day | null
  readonly note: string
}

export type NameResolver = (name: string, day: Day) => ActorCode | LeftOut

/** Resolves names for the actors of this directory; remembers what it found. */
export function icewsNames(directory: Directory): NameResolver {
  const { names, sectors, brackets } = table()
  const actors = new Set<string>(directory.actors.map((a) => a.code))
  const known = new Map<string, ActorCode | LeftOut>()
  // Most names of a whole data set are nobody's here: those are not looked up by day.
  const named = new Set<string>([
    ...directory.names.map((n) => nameKey(n.name)),
    ...directory.actors.flatMap((a) => [nameKey(a.name), nameKey(a.code)]),
    ...directory.persons.flatMap((p) => [p.name, ...p.aliases].map(nameKey)),
  ])
  const nobody = out('a name that is not in the table of names')

  const inBrackets = (name: string, day: Day): ActorCode | LeftOut | null => {
    const match = /^(.+) \(([^()]+)\)$/.exec(name)
    const [, sector = '', bracket = ''] = match ?? []
    const place = brackets.get(bracket)
    if (match === null) return null
    if (place === undefined) return out('a country or movement that is not followed')
    // A movement is one actor, whatever part of it is named.
    if (actors.has(place) && !actors.has(`${place}.PRV`)) {
      if (directory.actors.some((a) => a.code === place && a.country !== place)) return place as ActorCode
    }
    const part = sectors.get(sector)
    return part === undefined
      ? out('a sector that is not in the table of names')
      : inCountry(directory, place, part, day)
  }

  const resolve = (name: string, day: Day): ActorCode | LeftOut => {
    const meanings = names.get(name)
    if (meanings) {
      const held = meanings.find((m) => (m.from ?? -Infinity) <= day && day <= (m.to ?? Infinity))
      if (held === undefined) return out('a person who held no post we know of on that day')
      return held.meaning === '' ? out(held.note) : actorOf(directory, held.meaning, day)
    }
    const found = inBrackets(name, day)
    if (found !== null) return found
    if (!named.has(nameKey(name))) return nobody
    const actor = actorNamed(directory, name, day)
    return isRefusal(actor) ? nobody : actor
  }

  return (name, day) => {
    const key = `${day} ${name}`
    let found = known.get(key)
    if (found === undefined) {
      // Files go on by day, so what is remembered of earlier ones is of little use.
      if (known.size > 10_000) known.clear()
      found = resolve(name, day)
      known.set(key, found)
    }
    return found
  }
}

const out = (leftOut: string): LeftOut => ({ leftOut })

let read: ReturnType<typeof readTable> | null = null

function table(): ReturnType<typeof readTable> {
  read ??= readTable()
  return read
}

function readTable() {
  const rows = parse(referenceText('icews-names.csv'), { columns: true }) as Record<string, string>[]
  const names = new Map<string, Meaning[]>()
  const sectors = new Map<string, string>()
  const brackets = new Map<string, string>()
  const dayOrNull = (text: string | undefined): Day | null => (text ? must(parseDay(text)) : null)
  for (const { match, name = '', meaning = '', from, to, note = '' } of rows) {
    if (match === 'sector') sectors.set(name, meaning)
    if (match === 'bracket') brackets.set(name, meaning)
    if (match !== 'name') continue
    const meanings = names.get(name) ?? []
    meanings.push({ meaning, from: dayOrNull(from), to: dayOrNull(to), note })
    names.set(name, meanings)
  }
  return { names, sectors, brackets }
}
