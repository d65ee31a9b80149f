/** Why a score moved, in one line made of computed facts: the tags that pulled most, and what faded. */

import { msg } from '@lingui/core/macro'
import { isolated } from './format.intl.ts'
import { numberText, signedText } from './format.ts'
import { nameIn } from './names.ts'
import type { Texts } from './texts.ts'

export interface MovedBy {
  readonly fading: number | null
  readonly pulls: readonly {
    readonly pull: number
    readonly event: { readonly tag: { readonly code: string; readonly label: string } }
  }[]
}

interface TagPull {
  readonly label: string
  readonly events: number
  readonly pull: number
}

/** Pulls added up a tag, strongest first. */
export function pullsByTag(pulls: MovedBy['pulls']): TagPull[] {
  const tags = new Map<string, TagPull>()
  for (const { pull, event } of pulls) {
    const sum = tags.get(event.tag.code) ?? { label: event.tag.label, events: 0, pull: 0 }
    tags.set(event.tag.code, { ...sum, events: sum.events + 1, pull: sum.pull + pull })
  }
  return [...tags.values()].sort((x, y) => Math.abs(y.pull) - Math.abs(x.pull))
}

/** "3 × Threaten with force +9.1; older events faded −2.0". Empty where nothing moved by as much as half a point. */
export function reasonOf(i18n: Texts, moved: MovedBy, most = 2): string {
  const { locale } = i18n
  const parts = pullsByTag(moved.pulls)
    .filter((tag) => Math.abs(tag.pull) >= 0.5)
    .slice(0, most)
    .map((tag) => {
      const count = numberText(locale, tag.events)
      const pull = signedText(locale, tag.pull, 1)
      return tag.events === 1
        ? `${nameIn(i18n, tag.label)} ${pull}`
        : i18n._(msg`${count} × ${nameIn(i18n, tag.label)} ${pull}`)
    })
  const faded = moved.fading ?? 0
  if (Math.abs(faded) >= 0.5) parts.push(i18n._(msg`older events faded ${signedText(locale, faded, 1)}`))
  return parts.map((part) => isolated(locale, part)).join('; ')
}
