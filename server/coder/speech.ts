/** What is told by somebody: whose words a clause is, and what telling it does. */
import type { Act } from './act.ts'
import { insertedStart } from './clause.aside.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation, promised } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { NOBODY, type Side, shared } from './side.ts'
import { finite } from './verb.ts'
import type { Sentence } from './who.ts'

const TELLING = new Set<string>(['SAY', 'HOPE', 'FEAR', 'ACCUSE', 'THREATEN', 'DENY'])

/** Organisations that watch over rights: what they tell of a state they charge it with. */
const WATCHDOGS = new Set(['HRW', 'AMN'])

const isMaterial = (leaf: string) => isMaterialConflict(leaf) || isMaterialCooperation(leaf)

export class Speech {
  constructor(
    private readonly sentence: Sentence,
    private readonly clauses: readonly Clause[],
    private readonly acts: readonly Act[],
  ) {}

  /** The act of saying whose words an act is; null where the text itself tells it. */
  sayingOf(act: Act): Act | null {
    if (act.clause === null) return null
    if (act.charged !== null) return this.acts.find((a) => a.clause === act.charged && a.charged === null) ?? null
    let found: Act | null = null
    for (const other of this.acts) {
      if (other === act || other.clause === null || !TELLING.has(other.operator ?? '')) continue
      const { says } = other
      const covers =
        other.operator === 'HOPE' || other.operator === 'FEAR'
          ? act.clause === says || (says !== null && act.clause === says + 1 && this.clauses[says]?.verb.modal !== null)
          : says !== null && act.clause >= says
      // "Arnor, she added, will close the border": hers, before and after.
      if (says === null && other.operator === 'SAY' && this.isInserted(other) && other.clause < act.clause)
        found = other
      else if (covers && other.clause < act.clause && !this.isApart(act, says ?? other.clause)) found = other
      else if (
        says === null &&
        other.operator === 'SAY' &&
        other.clause > act.clause &&
        found === null &&
        this.closes(other)
      ) {
        found = other
      }
    }
    return found
  }

  private isInserted({ clause }: Act): boolean {
    const { phrases } = this.sentence
    const at = this.clauses[clause ?? -1]?.at ?? -1
    const close = phrases.findIndex((p, i) => i > at && p.sort === 'COMMA')
    return at >= 0 && close - at < 6 && insertedStart(phrases, close) !== null
  }

  /** "said that it would go, and Bree urged it to stay": another speaks, and of them the text tells. */
  private isApart(act: Act, says: number): boolean {
    const { phrases, words } = this.sentence
    const clause = this.clauses[act.clause ?? -1]
    const first = clause?.subject[0]
    if (!clause || clause === this.clauses[says] || first === undefined || first >= clause.at || !finite(clause.verb))
      return false
    const [joint, comma] = [phrases[first - 1], phrases[first - 2]]
    const link = words[joint?.from ?? -1]?.lower ?? ''
    const contrasts = /^(?:while|whereas)$/.test(link) || (joint?.sort === 'STOP' && link === ';')
    const speaks = act.operator !== null && /^(?:SAY|URGE|DEMAND|ACCUSE|DENY|REFUSE|THREATEN)$/.test(act.operator)
    // "said it would send a ship, and Bree has closed the port"
    if (joint?.sort === 'C' && comma?.sort === 'COMMA' && this.isPerfect(clause) && this.isShifted(says)) return true
    return (
      contrasts ||
      (joint?.sort === 'C' &&
        comma?.sort === 'COMMA' &&
        link !== 'or' &&
        (speaks || /^11/.test(act.leaf)) &&
        clause.verb.modal === null)
    )
  }

  private isPerfect({ at }: Clause): boolean {
    return /^(?:has|have)$/.test(this.sentence.words[this.sentence.phrases[at]?.from ?? -1]?.lower ?? '')
  }

  /** Told in the tense of what is told: "would", "had". */
  private isShifted(says: number): boolean {
    const at = this.sentence.phrases[this.clauses[says]?.at ?? -1]?.from ?? -1
    return /^(?:would|could|had|might|was|were)$/.test(this.sentence.words[at]?.lower ?? '')
  }

  /** ", the minister said.": at the end, after what was said. */
  closes(act: Act): boolean {
    const clause = this.clauses[act.clause ?? -1]
    const first = Math.min(...(clause?.subject ?? []), clause?.at ?? 0)
    const before = this.sentence.phrases[first - 1]?.sort
    return before === 'COMMA' || before === 'QUOTE'
  }

  /** "said that Bree had shelled the villages of Cirith": a charge, where one state tells it of another and as its own news. */
  private blames(act: Act, saying: Act | null, speaker: Side, sources: readonly Referent[], target: Side): boolean {
    if (saying === null || act.background || this.modalOf(act) !== '') return false
    const charges = speaker.referents.every((r) => r.sort === 'STATE' || WATCHDOGS.has(r.code))
    return charges && sources.every((r) => r.sort === 'STATE') && target.referents.every((r) => r.sort !== 'GROUP')
  }

  private modalOf(act: Act): string {
    return (act.clause === null ? null : this.clauses[act.clause]?.verb.modal) ?? ''
  }

  /** "said that it could strike": a threat of its own, where the deed would be its own. */
  announced(act: Act, speaker: Side | null, source: Side): string {
    const own = speaker !== null && shared(speaker.referents, source.referents)
    if (speaker !== null && this.modalOf(act) === 'would') return promised(act.leaf)
    // What but may be done is not done.
    if (/^(?:can|could|may|might)$/.test(this.modalOf(act)) && isMaterial(act.leaf)) return promised(act.leaf)
    return own && isForce(act.leaf) && /^(?:could|can|may|might|would)$/.test(this.modalOf(act)) ? '138' : act.leaf
  }

  /** "said that it would go", "said that it could strike": no supposition, but what was announced or threatened. */
  isAnnounced(act: Act, leaf: string, source: Side, speaker: Side | undefined): boolean {
    if (speaker === undefined || act.clause === null || this.clauses[act.clause]?.conditional) return false
    if (this.modalOf(act) === 'would') return true
    return leaf.startsWith('13') && this.modalOf(act) !== '' && shared(speaker.referents, source.referents)
  }

  /**
   * Whether telling of it lays it to somebody's charge: an attack, by the verb or because the teller was its target; help to
   * a group, by the verb.
   */
  accuses(act: Act, saying: Act | null, speaker: Side, sources: readonly Referent[], target: Side): boolean {
    const { leaf } = act
    if (sources.length === 0 || shared(speaker.referents, sources)) return false
    const verb = saying?.clause == null ? '' : (this.clauses[saying.clause]?.verb.lemma ?? '')
    const charging = /^(?:claim|allege|believe|accuse|blame|charge|suspect|insist|maintain)$/.test(verb)
    // "said Bree was preparing an attack" on those who say so.
    if (leaf.startsWith('13')) return shared(speaker.referents, target.referents)
    // Its people are its own.
    const own = target.referents.some(
      (t) => t.sort === 'PRIVATE' && speaker.referents.some((s) => s.sort === 'STATE' && s.country === t.country),
    )
    const suffered = own || shared(speaker.referents, target.referents)
    if (isMaterialConflict(leaf)) return charging || suffered || this.blames(act, saying, speaker, sources, target)
    const helping = isMaterialCooperation(leaf) || leaf === '051'
    const arms = helping && target.referents.some((r) => r.sort === 'GROUP')
    return arms && (charging || this.blames(act, saying, speaker, sources, NOBODY))
  }

  /** "they have not kept a single promise", "failed to come": another did not do it. */
  isOfUndone({ clause: at, operator }: Act): boolean {
    const clause = this.clauses[at ?? -1]
    const group = clause && this.sentence.phrases[clause.at]
    const perfect = this.sentence.words.slice(group?.from ?? 0, group?.to ?? 0).some((w) => w.lemma === 'have')
    return (clause?.verb.lemma === 'fail' || (clause?.negated === true && perfect)) && operator !== 'SAY'
  }
}
