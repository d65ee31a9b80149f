/** From what the clauses of a sentence do to who did it to whom: the statements of one sentence, before they are tagged. */
import { type Act, actsOf } from './act.ts'
import { Aiming } from './aim.ts'
import { Asking } from './asking.ts'
import { type Clause, clausesOf } from './clause.ts'
import { type Comment, Comments } from './comment.ts'
import { Doers } from './doer.ts'
import { BARE } from './draft.leaf.ts'
import { eraOf } from './era.ts'
import { Findings, type Found } from './found.ts'
import { tellsHistory } from './history.ts'
import { agree, areBetween, converse, isExchange, isReciprocal } from './mutual.ts'
import { Noting } from './noting.ts'
import { NOBODY, type Setting, type Side, shared, sideOf, spokenOf } from './side.ts'
import { Speech } from './speech.ts'
import { finite } from './verb.ts'
import { type Sentence, Who } from './who.ts'

const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION', 'PRIVATE'])

/** Something is said, and no more. */
const isSaying = ({ leaf, operator }: Act) => leaf === '010' && operator === 'SAY'

/** Whether it is nothing to whoever seems to be meant. */
function isAtNobody({ leaf, operator, charged, candidates }: Act, clause: Clause | undefined, aim: Side): boolean {
  // "ordered the mobilisation of reservists": of its own.
  if (operator === 'DEMAND' && clause?.verb.lemma === 'order' && aim.how === 'TOPIC') return true
  const named = aim.how === 'NAME'
  // "accused Bree of sheltering rebels": help to nobody who is named.
  if (charged !== null && leaf.startsWith('07') && !named) return true
  // "urged Bree to oppose the plan": whom that is against is not named.
  const against = leaf === '110' && (operator === 'URGE' || operator === 'DEMAND')
  return against && !(named && candidates.some((c) => c.phrases.includes(aim.phrase ?? -1)))
}

/** Who speaks in the quotation that a sentence ends is who speaks in what comes before it. */
export function listenTo(sentence: Sentence, setting: Setting): void {
  const clauses = clausesOf(sentence.phrases, sentence.words)
  new Reading(sentence, setting, clauses, actsOf(sentence, clauses), false).listen()
}

/** `quoted`: it stands in a quotation of several sentences. */
export function statementsIn(sentence: Sentence, setting: Setting, quoted = false): Found[] {
  // A question tells nothing.
  if (setting.article && sentence.words.at(-1)?.text === '?') return []
  const clauses = clausesOf(sentence.phrases, sentence.words)
  const acts = actsOf(sentence, clauses).sort((a, b) => (a.triggers[0] ?? 0) - (b.triggers[0] ?? 0))
  return new Reading(sentence, setting, clauses, acts, quoted).statements()
}

class Reading {
  private readonly findings: Findings
  private readonly sides = new Map<Act, Side>()
  private readonly who: Who
  /** Phrases that are the subject of a verb. */
  private readonly subjects: ReadonlySet<number>
  private readonly aiming: Aiming
  private readonly speech: Speech
  private readonly doers: Doers
  private readonly asking: Asking
  private readonly comments: Comments
  /** Who is named after "according to". */
  private according: Side | null = null

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly acts: readonly Act[],
    private readonly quoted: boolean,
  ) {
    this.who = new Who(setting.dictionary, setting.discourse, eraOf(sentence.words, setting.day))
    this.subjects = new Set(clauses.flatMap((c) => c.subject))
    const doing = new Set(clauses.flatMap((c) => (finite(c.verb) ? c.subject : [])))
    this.aiming = new Aiming(sentence, setting, this.who, clauses, doing)
    this.speech = new Speech(sentence, clauses, acts)
    this.findings = new Findings(sentence, setting, clauses, this.speech)
    this.doers = new Doers(sentence, setting, clauses, this.who)
    this.asking = new Asking(sentence, setting, clauses, this.who)
    this.comments = new Comments(sentence, setting, clauses, acts, this.speech, this.aiming, this.who)
  }

  statements(): Found[] {
    const { discourse } = this.setting
    discourse.begin()
    discourse.heard = discourse.speaker
    discourse.quoting = this.quoted || this.sentence.phrases[0]?.sort === 'QUOTE'
    discourse.telling = this.acts.some((a) => a.operator === 'SAY' && a.clause !== null)
    const noting = new Noting(this.sentence, this.setting, this.subjects, this.who)
    this.listen()
    for (const { meanings } of this.sentence.mentions) {
      const [first] = meanings
      const one = first !== undefined && meanings.every((m) => m.key === first.key)
      if (one && /^(?:NATION|CAPITAL|PLACE)$/.test(first.sort)) discourse.countries.add(first.key)
    }
    const according = this.sentence.phrases.findIndex(
      (p) => p.sort === 'P' && this.sentence.words[p.from]?.lower === 'according',
    )
    if (according >= 0) this.according = sideOf(this.sentence, [according + 1], this.who)
    const { speaker } = discourse
    // Of a quotation of several sentences the speaker is told in another.
    if (this.quoted && speaker && !this.acts.some((a) => a.operator === 'SAY' && this.speech.closes(a))) {
      this.according ??= { ...NOBODY, referents: [speaker.referent], how: 'TOPIC', weight: 0.85 }
      discourse.telling = true
    }
    for (const act of this.acts) {
      noting.until(this.placeOf(act))
      const side = this.doers.of(act)
      this.sides.set(act, side)
      if (act.clause !== null && act.source.length > 0 && side.referents.length > (side.how === 'PRONOUN' ? 1 : 0))
        discourse.unite(side.referents.length > 1 ? side.referents.filter((r) => ACTING.has(r.sort)) : [])
      const spoken = act.operator === 'SAY' && !act.hypothetical ? spokenOf(this.sentence, side) : null
      if (spoken) discourse.speaker = spoken
    }
    const { findings, sentence, clauses, acts } = this
    if (this.setting.article)
      discourse.history = tellsHistory(discourse.history, sentence, clauses, acts, findings.dates)
    for (const act of acts) if (!isSaying(act)) this.tell(act)
    for (const act of acts) if (isSaying(act)) this.tell(act)
    if (this.quoted && this.according && findings.found.length === 0) this.remark(this.comments.quoted(this.according))
    this.remark(this.comments.counterfactual())
    if (!this.setting.last) noting.until(this.sentence.phrases.length)
    return this.findings.found
  }

  /** "We will strike again", a general said: who speaks is told last, and meant from the start. */
  listen(): void {
    const closing = this.acts.findLast((a) => a.operator === 'SAY' && this.speech.closes(a))
    const speaker = closing ? spokenOf(this.sentence, this.doers.of(closing)) : null
    if (speaker) this.setting.discourse.speaker = speaker
  }

  private placeOf({ clause, from }: Act): number {
    return clause === null ? this.sentence.phrases.findIndex((p) => p.from === from) : (this.clauses[clause]?.at ?? 0)
  }

  private tell(act: Act): void {
    const { article } = this.setting
    if (article && act.clause !== null && act.strength <= BARE && act.operator === null) return
    const told = this.sides.get(act) ?? NOBODY
    const side = { ...told, referents: told.referents.filter((r) => ACTING.has(r.sort)) }
    const clause = this.clauses[act.clause ?? -1]
    const several = side.referents.length > 1 && act.says === null && clause !== undefined
    if (several && converse(act, clause)) this.add({ ...act, strength: 0.75 }, '040', side, NOBODY, 0, null)
    else if (several && agree(act, clause)) this.add(act, '057', side, NOBODY, 0, null)
    else if (isSaying(act)) this.remark(this.comments.of(act, side, (a) => this.findings.isTold(a)))
    // Found to be nothing done to anybody: of a single sentence its class, of an article nothing.
    else if (act.leaf !== '010' || !article || this.asking.isAsked(act)) this.deed(act, side)
  }

  private deed(act: Act, side: Side): void {
    const saying = this.speech.sayingOf(act)
    const speaker = this.speakerOf(act, saying)
    const told = speaker !== null && speaker.referents.length > 0
    const other = told && !shared(speaker.referents, side.referents)
    if (other && this.asking.isAsked(act)) {
      const leaf = this.asking.leafOf(act, saying)
      const asked = side.referents.length > 0 ? side : this.asking.ofWhom(act, speaker)
      if (leaf) this.add(act, leaf, speaker, { ...asked, weight: asked.weight * 0.9 }, 0, saying)
      return
    }
    // "if both asked for it": nothing is said.
    if (this.setting.article && (act.leaf === '010' || this.clauses[act.clause ?? -1]?.conditional)) return
    // "says that Bree harbours the rebels": what is told of is a charge, and the teller's.
    if (other && act.leaf === '112' && act.operator === null && side.referents.length > 0) {
      this.add(act, '112', speaker, side, 0, saying)
      return
    }
    // What is hoped or feared has not happened.
    if (saying && (saying.operator === 'HOPE' || saying.operator === 'FEAR')) return
    if (told && this.comments.foretells(act, side)) {
      this.remark(this.comments.foretold(act, speaker, side), saying)
      return
    }
    this.done(act, side, speaker, saying)
  }

  /** `speaker`: in whose words it is told, known or not; null where the text itself tells it. */
  private done(act: Act, side: Side, speaker: Side | null, saying: Act | null): void {
    const { article } = this.setting
    const teller = speaker !== null && speaker.referents.length > 0 ? speaker : null
    const other = teller !== null && !shared(teller.referents, side.referents)
    // "Arnor and Bree traded fire": with each other, whoever else is named.
    const mutual =
      side.referents.length > 1 &&
      (isReciprocal(act, this.sentence) || (isExchange(act, this.sentence) && !this.isAimed(act, side)))
    const aim = mutual ? { side: NOBODY, rank: 0 } : this.aiming.of(act, side.referents, teller)
    const vague = aim.side.how === '' || aim.side.how === 'TOPIC'
    const addressed = article && teller && !other && vague ? this.addresseeOf(saying, teller) : null
    if (addressed) {
      this.add(act, this.speech.announced(act, speaker, side), side, addressed, 1, saying)
      return
    }
    if (teller && this.speech.accuses(act, saying, teller, side.referents, aim.side))
      this.add(act, '112', teller, side, 0, saying)
    if (isAtNobody(act, this.clauses[act.clause ?? -1], aim.side)) return
    // "they have not kept a single promise": what one says another did not do is a complaint.
    if (article && other && act.leaf.startsWith('12') && this.speech.isOfUndone(act)) {
      this.add(act, '111', teller, side, 0, saying)
      return
    }
    this.add(act, this.speech.announced(act, speaker, side), side, aim.side, aim.rank, saying)
    // "hosted talks between Arnor and Bree": they talked.
    if (/^04[036]/.test(act.leaf) && side.referents.length === 1 && areBetween(act, aim.side))
      this.add({ ...act, strength: 0.6 }, '046', aim.side, NOBODY, 0, saying)
  }

  /** "told Bree that it would help", "wrote to Bree": whom what is said is said to; null where that is no party. */
  private addresseeOf(saying: Act | null, speaker: Side): Side | null {
    const to = saying?.candidates.find((c) => (c.rank === 0 && c.preposition === '') || c.preposition === 'to')
    const side = to ? sideOf(this.sentence, to.phrases, this.who) : NOBODY
    const parties = side.referents.filter(
      (r) => ACTING.has(r.sort) && r.sort !== 'PRIVATE' && !speaker.referents.some((s) => s.code === r.code),
    )
    return parties.length > 0 && side.how === 'NAME' ? { ...side, referents: parties } : null
  }

  /** Whose words an act is told in; null where the text itself tells it. */
  private speakerOf(act: Act, saying: Act | null): Side | null {
    if (saying) return this.sides.get(saying) ?? NOBODY
    return act.clause === null ? null : this.according
  }

  /** "Arnor and Bree fought the rebels" */
  private isAimed({ candidates }: Act, { referents }: Side): boolean {
    return candidates.some(
      (c) =>
        c.rank < 2 &&
        sideOf(this.sentence, c.phrases, this.who).referents.some((r) => !referents.some((x) => x.code === r.code)),
    )
  }

  private remark(comment: Comment | null, saying: Act | null = null): void {
    if (comment) this.add(comment.act, comment.leaf, comment.source, comment.aim.side, comment.aim.rank, saying)
  }

  private add(act: Act, leaf: string, source: Side, target: Side, rank: number, saying: Act | null): void {
    this.findings.add(act, leaf, source, { target, rank, saying, speaker: this.speakerOf(act, saying) })
  }
}
