/**
 * Untyped JSON, read field by field. Nothing stops at the first fault: each reading gives a value of the right type and
 * writes down what was wrong, so that one pass names everything there is to cure. Who reads decides at the end: if
 * anything was refused, the values are worth nothing.
 */
import { type Refusal, refuse } from './error.ts'

/** The fields of one JSON object. A field that is missing was refused when the object was opened; reading it refuses no more. */
export interface Fields {
  /** Has the object this field? */
  has(key: string): boolean
  /** As it stands, unread. */
  raw(key: string): unknown
  /** A text that is not empty and does not begin or end with a space; '' where refused. */
  text(key: string): string
  /** Such a text, or null. */
  textOrNull(key: string): string | null
  /** A text of this form; `rule` completes "it …". */
  textLike(key: string, form: RegExp, rule: string): string
  /** A finite number for which `holds`; `rule` completes "it …"; 0 where refused. */
  number(key: string, holds: (n: number) => boolean, rule: string): number
  flag(key: string): boolean
  /** One word of a closed list; the first where refused. */
  oneOf<W extends string>(key: string, words: readonly [W, ...W[]]): W
  /** A list, unread; empty where refused. */
  list(key: string): readonly unknown[]
  /** A list of texts, none twice. */
  texts(key: string): readonly string[]
}

/**
 * Opens a JSON object. `where` says what it is ("tag 3"), `keys` which fields it must have, `optional` which it may.
 * Missing and unknown fields are refused at once.
 */
export function fieldsOf(
  json: unknown,
  where: string,
  keys: readonly string[],
  refusals: Refusal[],
  optional: readonly string[] = [],
): Fields {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
  const record = isObject ? (json as Readonly<Record<string, unknown>>) : {}
  const has = (key: string) => Object.hasOwn(record, key)
  const say = (key: string, rule: string, cure: string) =>
    refusals.push(refuse('BAD_TEXT', record[key], `"${key}" of ${where} ${rule}`, cure))

  if (!isObject) {
    const cure = `Give an object with ${keys.join(', ')}`
    refusals.push(refuse('INCOMPLETE', json, `${where} is a JSON object`, cure))
  } else {
    for (const key of keys.filter((k) => !has(k))) {
      refusals.push(refuse('INCOMPLETE', key, `${where} must have this field`, `Add "${key}"`))
    }
    for (const key of Object.keys(record).filter((k) => !keys.includes(k) && !optional.includes(k))) {
      const cure = `Take it out, or write one of ${[...keys, ...optional].join(', ')}`
      refusals.push(refuse('BAD_TEXT', key, `${where} has no such field`, cure))
    }
  }

  const text = (key: string): string => {
    const value = record[key]
    if (typeof value === 'string' && value !== '' && value.trim() === value) return value
    if (has(key)) say(key, 'is a text, not empty, without spaces around it', 'Write it in a sentence or a word')
    return ''
  }
  const list = (key: string): readonly unknown[] => {
    const value = record[key]
    if (Array.isArray(value)) return value
    if (has(key)) say(key, 'is a list', 'Write it between [ and ]')
    return []
  }

  return {
    has,
    raw: (key) => record[key],
    text,
    textOrNull: (key) => (record[key] === null ? null : text(key)),
    textLike: (key, form, rule) => {
      const value = record[key]
      if (typeof value === 'string' && form.test(value)) return value
      if (has(key)) refusals.push(refuse('BAD_CODE', value, `"${key}" of ${where} ${rule}`, 'Write it so'))
      return ''
    },
    number: (key, holds, rule) => {
      const value = record[key]
      if (typeof value === 'number' && Number.isFinite(value) && holds(value)) return value
      if (has(key)) refusals.push(refuse('BAD_NUMBER', value, `"${key}" of ${where} ${rule}`, 'Give such a number'))
      return 0
    },
    flag: (key) => {
      const value = record[key]
      if (typeof value === 'boolean') return value
      if (has(key)) say(key, 'is true or false', 'Write true or false')
      return false
    },
    oneOf: (key, words) => {
      const found = words.find((word) => word === record[key])
      if (found !== undefined) return found
      if (has(key)) say(key, 'is a word of a closed list', `Write one of ${words.join(', ')}`)
      return words[0]
    },
    list,
    texts: (key) => {
      const items = list(key)
      const good = items.filter((x): x is string => typeof x === 'string' && x !== '')
      if (good.length < items.length) say(key, 'is a list of texts, none empty', 'Write each in quotes')
      if (new Set(good).size < good.length) say(key, 'names nothing twice', 'Take the second one out')
      return good
    },
  }
}
