/**
 * A coded statement as it leaves and enters: what was said, by which document, and every judgement of it that stands; never
 * the document's text. One flat list of columns serves the table (one row a judgement) and the lines of JSON (one object a
 * statement), so that both say the same and faults are named alike.
 */

import { CODING_STATES, type Coding } from '../../domain/agreement/coding.ts'
import { withGivenReason } from '../../domain/agreement/formerReason.ts'
import { isCameoCode } from '../../domain/codebook/cameo.ts'
import type { Leaf } from '../../domain/codebook/codebook.ts'
import { type Day, formatDay, PRECISIONS, parseDay } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { isRefusal } from '../../domain/error.ts'
import { COLLECTION_KINDS, type Collection, type Document, type Outlet } from '../../domain/record/document.ts'
import { faultsOf } from '../../domain/record/statement.rules.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { checkText } from '../../domain/text.ts'

export type CodedJudgement = Pick<
  Coding,
  'codebook' | 'tag' | 'coder' | 'state' | 'confidence' | 'reason' | 'reasonBy' | 'shown'
>

export interface Coded {
  readonly collection: Omit<Collection, 'id' | 'addedIn' | 'supersededIn'>
  readonly outlet: Outlet | null
  readonly document: Pick<Document, 'title' | 'url' | 'published' | 'language' | 'contentHash'>
  readonly statement: Omit<Statement, 'id' | 'document' | 'event' | 'supersedes' | 'addedIn' | 'supersededIn'>
  /** What all reports of one happening share: collection and origin of its first report; null until it is settled. */
  readonly event: string | null
  readonly codings: readonly CodedJudgement[]
}

type Kind = 'text' | 'day' | 'whole' | 'number' | 'flag' | 'list' | 'pairs'
type Json = string | number | boolean | null | readonly unknown[]

interface Column {
  readonly name: string
  readonly part: keyof Coded | 'coding'
  readonly key: string
  readonly kind: Kind
  readonly nullable: boolean
}

const column = (part: Column['part'], text: string): Column[] =>
  text.split(' ').map((word) => {
    const [, key = '', nullable = '', kind = 'text'] = /^(\w+)(\?)?(?::(\w+))?$/.exec(word) ?? []
    const name = part === 'statement' || key === 'event' ? key : `${part}_${key}`
    return { name: snake(name), part, key, kind: kind as Kind, nullable: nullable === '?' }
  })

/** In the order in which a table has them. `?`: may be empty. */
export const COLUMNS: readonly Column[] = [
  ...column('collection', 'code title kind from?:day to?:day pairs?:pairs volume?:whole citation url? licence?'),
  ...column('outlet', 'code? name? country? wire?'),
  ...column('document', 'title url? published?:day language contentHash?'),
  ...column('statement', 'origin start?:whole end?:whole speaker? source target mutual:flag day:day precision summary'),
  ...column('statement', 'quote? leaf? reported:flag denied:flag hypothetical:flag background:flag issues:list'),
  ...column('statement', 'killedLow?:whole killedBest?:whole killedHigh?:whole caption?'),
  ...column('event', 'event?'),
  ...column('coding', 'codebook tag coder state confidence?:number reason? shown? reasonBy?'),
]
const CODING = COLUMNS.filter((c) => c.part === 'coding')
const OTHERS = COLUMNS.filter((c) => c.part !== 'coding')

export interface CodedFault {
  readonly column: string
  readonly value: string
  readonly reason: string
}

export type Flat = Readonly<Record<string, Json>>

/** The columns of a statement but its judgements, and those of each judgement. */
export function flatOf(coded: Coded): { readonly statement: Flat; readonly codings: readonly Flat[] } {
  const raw = (part: Column['part'], key: string): unknown => {
    if (part === 'event') return coded.event
    return (coded[part as 'statement'] as Readonly<Record<string, unknown>> | null)?.[key] ?? null
  }
  return {
    statement: Object.fromEntries(OTHERS.map((c) => [c.name, shown(c.kind, raw(c.part, c.key))])),
    codings: coded.codings.map((coding) =>
      Object.fromEntries(CODING.map((c) => [c.name, shown(c.kind, coding[c.key as keyof CodedJudgement])])),
    ),
  }
}

function shown(kind: Kind, value: unknown): Json {
  // An empty reason is none.
  if (value === '') return null
  return kind === 'day' && value !== null ? formatDay(value as Day) : (value as Json)
}

/** The statement of these columns; or every fault in them. A column that is missing is empty. */
export function codedOf(statement: Flat, codings: readonly Flat[]): Coded | CodedFault[] {
  const faults: CodedFault[] = []
  const read = (columns: readonly Column[], flat: Flat) => {
    const values: Record<string, Record<string, unknown>> = {}
    for (const c of columns) {
      const { value, fault } = valueAt(c, flat[c.name] ?? null)
      if (fault !== null) faults.push({ column: c.name, value: textOf(flat[c.name]), reason: fault })
      const part = values[c.part] ?? {}
      part[c.key] = value
      values[c.part] = part
    }
    return values
  }
  const { collection, outlet, document, statement: said, event } = read(OTHERS, statement)
  const judged = codings.map((flat) => read(CODING, flat).coding as unknown as CodedJudgement)
  if (faults.length > 0) return faults
  const coded = {
    collection,
    outlet: outlet?.code === null ? null : { ...outlet, name: outlet?.name ?? outlet?.code },
    document,
    statement: said,
    event: event?.event,
    codings: judged.map((coding) => withGivenReason({ ...coding, reason: coding.reason ?? '' })),
  } as unknown as Coded
  const broken = brokenIn(coded)
  return broken.length > 0 ? broken : coded
}

/** Rules over a whole statement. */
function brokenIn(coded: Coded): CodedFault[] {
  const { collection, statement, codings, event } = coded
  const faults = faultsOf(statement).map(({ field, refusal }) => {
    return { column: snake(field), value: textOf(statement[field] as Json), reason: refusal.rule }
  })
  const say = (name: string, value: Json, reason: string) => faults.push({ column: name, value: textOf(value), reason })
  if ((collection.from === null) !== (collection.to === null)) {
    say('collection_to', null, 'a collection has a first and a last day, or neither')
  }
  if ((statement.leaf === null) !== (event === null)) {
    say('event', event, 'what is settled reports an event, and what is not reports none')
  }
  if (codings.filter((c) => c.state === 'SETTLED').length > 1) {
    say('coding_state', 'SETTLED', 'one judgement at most settles a statement')
  }
  return faults
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  collection_kind: COLLECTION_KINDS,
  precision: PRECISIONS,
  coding_state: CODING_STATES,
}

function valueAt(c: Column, given: Json): { readonly value: unknown; readonly fault: string | null } {
  const fault = (reason: string) => ({ value: null, fault: reason })
  const good = (value: unknown) => ({ value, fault: null })
  if (given === null || given === '') {
    if (c.kind === 'list') return good([])
    return c.nullable ? good(null) : fault('it is empty')
  }
  switch (c.kind) {
    case 'day': {
      const day = parseDay(String(given))
      return isRefusal(day) ? fault(day.rule) : good(day)
    }
    case 'whole':
      return Number.isSafeInteger(given) && Number(given) >= 0 ? good(given) : fault('it is a whole number from 0 on')
    case 'number':
      return typeof given === 'number' && given >= 0 && given <= 1 ? good(given) : fault('it is a number from 0 to 1')
    case 'flag':
      return typeof given === 'boolean' ? good(given) : fault('it is true or false')
    case 'list':
      return isTexts(given) ? good(given) : fault('it is a list of texts')
    case 'pairs':
      return Array.isArray(given) && given.every((pair) => isTexts(pair) && pair.length === 2)
        ? good(given)
        : fault('it is a list of pairs of codes')
    case 'text':
      return textFault(c, given) ?? good(given as ActorCode | Leaf | string)
  }
}

function textFault(c: Column, given: Json): { readonly value: null; readonly fault: string } | null {
  if (typeof given !== 'string') return { value: null, fault: 'it is a text' }
  const words = WORDS[c.name]
  if (words && !words.includes(given)) return { value: null, fault: `it is one of ${words.join(', ')}` }
  if (c.key === 'leaf' && !(isCameoCode(given.replace(/\..*$/, '')) && /^\d{2,4}(\.[a-z][a-z0-9-]*)?$/.test(given))) {
    return { value: null, fault: 'it is no CAMEO code (the leading 0 belongs to it), nor one with a refinement' }
  }
  const refused = checkText(given, 5000)
  return refused === null ? null : { value: null, fault: refused.rule }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((x) => typeof x === 'string' && x !== '')
}

function textOf(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
