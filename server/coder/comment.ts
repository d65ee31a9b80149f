/** What is said, and no more: of whom it speaks, and in what tone. */
import type { Act } from './act.ts'
import type { Aiming } from './aim.ts'
import type { Candidate } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isMaterialConflict } from './compose.ts'
import { PERCEIVING } from './draft.finish.ts'
import { type Aim, NOBODY, type Setting, type Side, shared, sideOf } from './side.ts'
import type { Speech } from './speech.ts'
import { callsForTalks, threatens, toneOf } from './tone.ts'
import { finite } from './verb.ts'
import type { Sentence, Who } from './who.ts'

/** What a call for talks or a threat is worth, in whatever words. */
const CALLING = 0.7

export interface Comment {
  readonly act: Act
  /** CAMEO code or our refinement. */
  readonly leaf: string
  readonly source: Side
  readonly aim: Aim
}

export class Comments {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly acts: readonly Act[],
    private readonly speech: Speech,
    private readonly aiming: Aiming,
    private readonly who: Who,
  ) {}

  /** What an act of saying says of somebody; null where it takes no side, or what is said is told already by `told`. */
  of(act: Act, side: Side, told: (act: Act) => boolean): Comment | null {
    const { article } = this.setting
    const { words } = this.sentence
    const more = this.acts.some(
      (a) => a !== act && a.leaf !== '010' && this.speech.sayingOf(a) === act && (!article || told(a)),
    )
    // "was quoted as saying that …"
    const { leadsTo: leads = null, verb: { lemma: verb = '' } = {} } = this.clauses[act.clause ?? -1] ?? {}
    if (more || (leads !== null && this.acts.some((a) => a.operator === 'SAY' && a.clause === leads))) return null
    // "retorted that it was Bree's own affair": to whom was heard before.
    const retorts = article && /^(?:retort|rejoin)$/.test(verb)
    const candidates = retorts ? [] : [...act.candidates, ...this.spokenOfBefore(act)]
    const aim = this.aiming.of({ ...act, candidates }, side.referents, null)
    const talks = callsForTalks(words, act.to)
    const from = this.speech.closes(act) && act.says === null ? 0 : act.from
    const threat = !talks && article && threatens(words, from, words.length)
    const tone = talks ? '026' : threat ? '130' : toneOf(words, from, words.length)
    const leaf = tone === '010' && retorts ? '111' : tone
    // Of an article what is but said is told where it takes a side.
    if (article && (PERCEIVING.test(verb) || leaf === '010')) return null
    // "told Bree that any attack would be answered": no threat to whom it is told.
    if (threat && aim.rank < 1) return null
    const people = ({ referents }: Side) => referents.every((r) => r.sort === 'PRIVATE')
    if (article && (people(side) || (people(aim.side) && aim.side.how !== 'NAME'))) return null
    const weight = aim.side.weight * (leaf === '010' ? 0.7 : 1)
    const strength = talks || threat ? CALLING : act.strength
    return { act: { ...act, strength }, leaf, source: side, aim: { ...aim, side: { ...aim.side, weight } } }
  }

  /** "said the decision will halt the talks": no deed, but what the teller expects of somebody's doing. */
  foretells(act: Act, side: Side): boolean {
    const modal = act.clause === null ? null : this.clauses[act.clause]?.verb.modal
    return (side.how === 'OWNER' || side.referents.length === 0) && /^(?:will|would|could|can|shall)$/.test(modal ?? '')
  }

  foretold(act: Act, speaker: Side, side: Side): Comment {
    const bad = isMaterialConflict(act.leaf) || /^1|^012/.test(act.leaf)
    const owner = side.referents.filter((r) => !speaker.referents.some((s) => s.code === r.code))
    const aim = this.aiming.of({ ...act, candidates: [] }, speaker.referents, null).side
    const target = aim.how === 'TOPIC' || owner.length === 0 ? aim : { ...side, referents: owner }
    const told = { ...act, hypothetical: false }
    return { act: told, leaf: bad ? '012' : '013', source: speaker, aim: { side: target, rank: 2 } }
  }

  /** Of a sentence within a quotation that tells no deed: of whom it speaks, and in what tone. */
  quoted(side: Side): Comment | null {
    const clause = this.clauses.findIndex((c) => finite(c.verb) && c.subject.length > 0)
    const { verb, subject = [] } = this.clauses[clause] ?? {}
    if (!verb || !this.setting.article) return null
    const candidates = [{ phrases: subject, rank: 1.5, preposition: 'that' }]
    const range = { triggers: [verb.at], from: 0, to: this.sentence.words.length }
    const bare = { hypothetical: false, background: false, passive: false, charged: null, says: clause }
    const act: Act = { leaf: '010', clause, source: [], candidates, strength: 0.6, operator: 'SAY', ...bare, ...range }
    return this.of(act, side, () => false)
  }

  /** "Had they answered, it could have been averted": the teller finds fault with them. */
  counterfactual(): Comment | null {
    const [first, subject] = this.sentence.phrases
    const { speaker } = this.setting.discourse
    const had = first?.sort === 'VG' && this.sentence.words[first.from]?.lower === 'had' && subject?.sort === 'NP'
    const told = this.acts.find((a) => a.clause !== null)
    if (!had || !speaker || !told) return null
    const target = sideOf(this.sentence, [1], this.who)
    const source: Side = { ...NOBODY, referents: [speaker.referent], how: 'TOPIC', weight: 0.6 }
    if (target.referents.length === 0 || shared(target.referents, source.referents)) return null
    const act = { ...told, from: 0, to: this.sentence.words.length, hypothetical: false, strength: 0.7 }
    return { act, leaf: '111', source, aim: { side: target, rank: 0 } }
  }

  /** "Bree has chosen war", he said: of whom the words before speak. */
  private spokenOfBefore(act: Act): Candidate[] {
    if (!this.setting.article || act.says !== null || !this.speech.closes(act)) return []
    const at = this.clauses[act.clause ?? -1]?.at ?? 0
    const before = this.clauses.find((c) => c.at < at && finite(c.verb))
    return before && before.subject.length > 0 ? [{ phrases: before.subject, rank: 1.5, preposition: 'that' }] : []
  }
}
