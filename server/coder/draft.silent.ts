/** Verbs that tell of no deed and no word, whatever the lexicon knows of them. */
import type { Clause } from './clause.ts'

const MUTE = /^(?:comment|say|elaborate|name|identify|answer|give|discuss|confirm)$/

/** `leads`: the clause it leads to. */
export function isSilent({ verb, passive, leadsTo, prepositions }: Clause, leads: Clause | undefined): boolean {
  switch (verb.lemma) {
    // "Commenting on the talks": what is said comes after.
    case 'comment':
      return verb.bare === 'ING'
    // "Asked about the talks", "asked whether": a question.
    case 'ask':
      return passive && leadsTo === null && !prepositions.some((p) => p.word === 'by')
    // "weapons used to kill"
    case 'use':
      return passive && verb.bare === 'ED'
    // "declined to comment", "refused to say whether": nothing was refused to anybody.
    case 'decline':
    case 'refuse':
      return MUTE.test(leads?.verb.lemma ?? '')
    // "blasts were heard"
    case 'hear':
    case 'feel':
    case 'see':
      return passive && leadsTo === null
    default:
      return false
  }
}
