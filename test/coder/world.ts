/** An invented world to code sentences in: two countries, one with a change of government, a movement, an armed group. */

import { coderOf } from '../../server/coder/coder.ts'
import { worldDictionary } from '../../server/coder/dictionary.world.ts'
import { suggestSentence } from '../../server/coder/suggest.sentence.ts'
import { suggest } from '../../server/coder/suggest.ts'
import type { Suggestion } from '../../server/coder/suggestion.ts'
import type { Codebook } from '../../server/domain/codebook/codebook.ts'
import { DomainError, isRefusal } from '../../server/domain/error.ts'
import { SHIPPED_CODEBOOKS } from '../../server/ingest/shipped/codebooks.ts'
import { actor, directory, nameOfActor, nameOfOffice, office, post, tenure } from '../support/directory.ts'
import { day } from '../support/scoring.ts'

/** Ketria is governed by its republic to the end of June 2020, by the Dawn Movement since. */
export const ketria = directory({
  actors: [
    actor('VAL', 'Valdoria'),
    actor('ORM', 'Ormland'),
    actor('KET.REP', 'Republic of Ketria', 'GOVERNMENT'),
    actor('DAW', 'Dawn Movement', 'DE_FACTO_AUTHORITY', 'KET'),
    actor('RED', 'Red Banner', 'ARMED_GROUP', 'VAL'),
    actor('VAL.FRM', 'Farmers Party', 'PARTY'),
  ],
  names: [
    nameOfActor('Valdoria', 'VAL'),
    nameOfActor('Valdorian', 'VAL'),
    nameOfActor('Valdorians', 'VAL'),
    nameOfActor('Orim', 'ORM'),
    nameOfActor('Ormland', 'ORM'),
    nameOfActor('Dawn', 'DAW'),
    nameOfActor('Dawn government', 'DAW'),
    nameOfActor('Valdorian Dawn', 'RED'),
    nameOfOffice('Ketria', 'KET.GOV'),
    nameOfOffice('Ketrian', 'KET.GOV'),
    nameOfOffice('Sarn', 'KET.GOV'),
  ],
  offices: [office('KET.GOV', 'Government of Ketria', 'KET')],
  tenures: [tenure('KET.GOV', 'KET.REP', '2001-01-01', '2020-06-30'), tenure('KET.GOV', 'DAW', '2020-07-01', null)],
  persons: [{ id: 'ana-morell', name: 'Ana Morell', aliases: ['Morell'] }],
  posts: [post('ana-morell', 'VAL')],
})

export const coder = coderOf(worldDictionary(ketria), SHIPPED_CODEBOOKS[0] as Codebook, null)

/** The suggestions of an article of that day. */
export function article(text: string, on = '2020-03-04'): readonly Suggestion[] {
  const answer = suggest(coder, text, day(on), 'DAY')
  if (isRefusal(answer)) throw new DomainError(answer)
  return answer.suggestions
}

export function sentence(text: string, on = '2020-03-04'): readonly Suggestion[] {
  const answer = suggestSentence(coder, text, day(on), 'DAY')
  if (isRefusal(answer)) throw new DomainError(answer)
  return answer.suggestions
}

/** `VAL>KET.REP criticise`, `VAL=ORM consult` where mutual: one a suggestion, sorted. */
export function told(suggestions: readonly Suggestion[]): string[] {
  return suggestions.map((s) => `${s.source}${s.mutual ? '=' : '>'}${s.target} ${s.tag}`).sort()
}
