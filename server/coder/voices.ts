/** Transcripts: who speaks stands before what is said, "MS MORELL: ", "QUESTION: ", to the next that stands so. */
import type { Discourse } from './discourse.ts'
import type { Spoken } from './recollection.ts'

const LABEL =
  /^((?:(?:MR|MS|MRS|DR|AMBASSADOR|SECRETARY|MINISTER|PRESIDENT|SPOKES\w+|GENERAL|ADMIRAL)\.?(?: [\p{Lu}][\p{Lu}'’.-]+){0,4})|QUESTION|Q|A|ANSWER|MODERATOR): /u
const ASKING = /^(?:Q|QUESTION|MODERATOR)$/
const OURS = /\b(?:we|our|us)\b/i

export class Voices {
  private readonly known = new Map<string, Spoken>()
  private current: string | null = null

  constructor(private readonly discourse: Discourse) {}

  /** How many UTF-16 units before a sentence say whose it is; from there on it is theirs. */
  labelOf(sentence: string): number {
    const label = LABEL.exec(sentence)
    if (!label) return 0
    this.current = label[1] ?? null
    return label[0].length
  }

  /** Whether a reporter asks, which tells nothing. */
  get asks(): boolean {
    return this.current !== null && ASKING.test(this.current)
  }

  /** Whether somebody has the word. */
  get speaks(): boolean {
    return this.current !== null && !this.asks
  }

  /** Before a sentence is read: "we" is whoever has the word. */
  before(): void {
    if (this.speaks) this.discourse.speaker = this.known.get(this.current ?? '') ?? null
  }

  /** After it: "Arnor welcomes it, and we thank Bree" tells whose "we" it is. */
  after(sentence: string): void {
    const { current } = this
    if (!this.speaks || current === null || this.known.has(current) || !OURS.test(sentence)) return
    const referent = this.discourse.firstState()
    if (referent)
      this.known.set(current, { referent, noun: null, role: null, text: current, person: true, subject: true })
  }
}
