/**
 * Names that come from the record (parties, tags, collections), in the language of the page. The record is in English; a
 * language has its own words for what comes with the product, kept by the English name, so that a name changed in the
 * record is shown as the record has it and never by an old translation.
 */
import type { Messages } from '@lingui/core'
import type { Texts } from './texts.ts'

export type Names = Readonly<Record<string, string>>

const idOf = (name: string) => `name:${name}`

/** The texts of a language together with its names. */
export function withNames(messages: Messages, names: Names): Messages {
  return { ...messages, ...Object.fromEntries(Object.entries(names).map(([name, own]) => [idOf(name), own])) }
}

/** What the language calls it, a pair "A – B" by its halves; null where it has no name of its own for it. */
export function ownName({ messages }: Pick<Texts, 'messages'>, name: string): string | null {
  const whole = messages[idOf(name)]
  if (typeof whole === 'string') return whole
  const halves = name.split(' – ').map((half) => messages[idOf(half)])
  return halves.length === 2 && halves.every((half) => typeof half === 'string') ? halves.join(' – ') : null
}

/** The name in the language of the page, or as the record has it. */
export function nameIn(i18n: Pick<Texts, 'messages'>, name: string): string {
  return ownName(i18n, name) ?? name
}
