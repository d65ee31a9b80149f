/** What is told as what should be: of whom it is asked, and how firmly. */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import { operated } from './compose.ts'
import { NOBODY, type Setting, type Side, sideOf } from './side.ts'
import type { Sentence, Who } from './who.ts'

export class Asking {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly who: Who,
  ) {}

  /** "the camps should be closed" */
  isAsked(act: Act): boolean {
    return /^(?:should|must|ought|need)$/.test(this.modalOf(act) ?? '')
  }

  /** What asking for an act is, as a code: "must", and what is insisted on, is a demand; null where it is nothing. */
  leafOf(act: Act, saying: Act | null): string | null {
    return operated(this.modalOf(act) === 'must' || this.insists(saying) ? 'DEMAND' : 'URGE', act.leaf)
  }

  /** "the camps must be closed": of whom it is asked where nobody is named, whom the teller has to do with. */
  ofWhom({ candidates }: Act, speaker: Side): Side {
    const { article, discourse } = this.setting
    const [teller] = speaker.referents
    const named = candidates.some((c) => c.rank < 4 && sideOf(this.sentence, c.phrases, this.who).referents.length > 0)
    const other = article && teller && !named ? discourse.counterpart(teller, false) : null
    return other ? { ...NOBODY, referents: [other], how: 'TOPIC', weight: 0.6 } : NOBODY
  }

  /** The modal of an act's verb, or of the one that leads to it: "must stop arming". */
  private modalOf({ clause }: Act): string | null {
    if (clause === null) return null
    const own = this.clauses[clause]?.verb.modal ?? null
    return own ?? this.clauses.find((c) => c.leadsTo === clause)?.verb.modal ?? null
  }

  /** "insisted that Bree should withdraw" */
  private insists(saying: Act | null): boolean {
    const verb = saying?.clause == null ? '' : (this.clauses[saying.clause]?.verb.lemma ?? '')
    return /^(?:insist|demand|order|require)$/.test(verb)
  }
}
