/** Days on which a series changes its meaning, each with the sentence that says how. */
import { msg } from '@lingui/core/macro'
import type { Day } from '../../domain/day.ts'
import { isolated } from '../words/format.intl.ts'
import { dayText } from '../words/format.ts'
import { nameIn } from '../words/names.ts'
import type { Texts } from '../words/texts.ts'
import { dayFrom } from './points.ts'

/** A day on which the meaning of the series changes: who holds the office, or which releases look. */
export interface Marker {
  readonly day: Day
  readonly kind: 'succession' | 'collection'
  /** A sentence; shown below the figure and read with it. */
  readonly text: string
}

interface Named {
  readonly name: string
}

export interface Changes {
  readonly succession: readonly {
    readonly day: string
    readonly office: Named
    readonly former: Named | null
    readonly holder: Named | null
  }[]
  readonly collectionChanges: readonly {
    readonly day: string
    readonly collections: readonly { readonly title: string }[]
  }[]
}

export function markersOf(i18n: Texts, changes: Changes): Marker[] {
  const successions = changes.succession.flatMap((s): Marker[] => {
    const day = dayFrom(s.day)
    if (day === null) return []
    const nobody = i18n._(msg`nobody`)
    const nameOf = (held: Named | null) => (held === null ? nobody : isolated(i18n.locale, nameIn(i18n, held.name)))
    const [former, holder] = [nameOf(s.former), nameOf(s.holder)]
    const when = dayText(i18n.locale, day)
    const office = isolated(i18n.locale, nameIn(i18n, s.office.name))
    return [{ day, kind: 'succession', text: i18n._(msg`${when}: ${office} passes from ${former} to ${holder}`) }]
  })
  const collections = changes.collectionChanges.flatMap((c): Marker[] => {
    const day = dayFrom(c.day)
    if (day === null) return []
    const when = dayText(i18n.locale, day)
    const titles = c.collections.map((collection) => isolated(i18n.locale, nameIn(i18n, collection.title))).join(', ')
    const text =
      titles === ''
        ? i18n._(msg`${when}: no data set covers the relation from here on`)
        : i18n._(msg`${when}: covered from here on by ${titles}`)
    return [{ day, kind: 'collection', text }]
  })
  return [...successions, ...collections].sort((x, y) => x.day - y.day)
}
