/** What stands in a pasted article and is none of it: captions, links of the site, headlines, what was printed before. */

export const CHAFF = ['BOILERPLATE', 'CAPTION', 'HEADLINE', 'REPEAT'] as const
export type Chaff = (typeof CHAFF)[number]

const BOILERPLATE =
  /\b(?:follow us (?:on|at)|read (?:all|more|also|the full|the latest|our)\b|also read|must read|read all the|latest news|breaking news (?:alert|and)|trending news|click here|sign (?:up|in)\b.{0,40}(?:newsletter|account|free)|log ?in to|subscribe|newsletter|all rights reserved|copyright ©|terms (?:of|and) (?:use|service|conditions)|privacy policy|cookies?\b.{0,60}(?:accept|policy|use|settings|consent|experience)|(?:accept|use|uses) (?:all )?cookies|advertisement|download (?:the|our) app|join our (?:whatsapp|telegram)|whatsapp channel|share (?:this|on)|share via|copy link|print this|email this|related (?:articles|stories|news|topics)|you may also like|recommended for you|comments? (?:are )?(?:closed|section)|leave a (?:reply|comment)|the (?:writer|author) (?:is|covers) |skip to (?:main )?content|minutes? read|min read|published (?:on|at|in the)|last updated|updated (?:on|at)|this story has been (?:published|sourced|edited)|(?:with|agency) inputs? from|not been edited by|disclaimer|view comments|back to top|more from|most (?:read|popular|viewed)|about the author|reporting by|(?:writing|editing|edited|compiled|translated) by|contributed (?:to )?(?:this|reporting)|contributed to this|our standards|follow \S+ on|comments are (?:closed|moderated)|published in \w+, |copyright (?:\d{4}|,)|story was first published|originally published|support (?:our|independent) journalism|your (?:email|inbox)|get the latest|download now|read this story)\b|^(?:share|tweet|home|menu|search|facebook|twitter|instagram|whatsapp|print|email|tags?|topics?|advertisement|photos?|videos?|watch)\b[\s:|>/]*(?:share|tweet|facebook|twitter|instagram|whatsapp|print|email|\S{1,20})?$|©|https?:\/\/\S+\s*$/i

const CAPTION =
  /[—–-]\s?(?:Facebook|Twitter|X|Instagram|AFP|Reuters|AP|APP|PTI|ANI|Screengrab|YouTube|File|Online|PID|ISPR|INP|Radio Pakistan)(?:\s?\/|\s?@|\s*$|\s?\/\s?\S+$|\b.{0,20}$)|\b(?:in (?:the|this|an?) (?:undated |file |handout )?(?:image|photo|picture|photograph|video grab|screengrab)\b|file (?:photo|image|picture|pic)|(?:photo|image|picture|pic)s?(?: credit| courtesy| by| source|:)|getty images|pictured (?:here|on|in|at|above|left|right)|\((?:photo|image|reuters|afp|ap|file)[^)]{0,30}\)\s*$|representational image|handout (?:photo|image|picture))/i

export interface Place {
  /** First of the text. */
  readonly first: boolean
  /** The only one of its line. */
  readonly whole: boolean
}

/** Whether a short line as a whole is what stands under a picture: its credit comes last. */
export function isCaption(line: string): boolean {
  return line.length < 400 && CAPTION.test(line)
}

/** What kind of chaff a sentence is; null for one of the article. */
export function chaffOf(sentence: string, place: Place): Chaff | null {
  if (!/\p{L}{2}/u.test(sentence)) return 'BOILERPLATE'
  if (CAPTION.test(sentence)) return 'CAPTION'
  if (sentence.length < 400 && BOILERPLATE.test(sentence)) return 'BOILERPLATE'
  const ended = /[.!?…”"')]$/.test(sentence)
  const words = sentence.split(/\s+/).length
  if (place.whole && !ended && words <= 16) return place.first || words > 3 ? 'HEADLINE' : 'BOILERPLATE'
  return null
}

/** Sentences read so far, so that one printed twice is known again. */
export class Read {
  private readonly sentences: { readonly text: string; readonly words: ReadonlySet<string> }[] = []

  /** Whether an earlier sentence said the same in nearly the same words; it counts as read then. */
  again(text: string): boolean {
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
    const found = this.sentences.some((earlier) => alike(earlier.words, words, earlier.text === text))
    this.sentences.push({ text, words })
    if (this.sentences.length > COMPARED) this.sentences.shift()
    return found
  }
}

/** At most this many earlier sentences are compared, the latest ones. */
const COMPARED = 300
/** Shorter ones are the same only word for word. */
const FEWEST_WORDS = 6
/** Share of words that both have. */
const ALIKE = 0.75

function alike(x: ReadonlySet<string>, y: ReadonlySet<string>, same: boolean): boolean {
  if (x.size < FEWEST_WORDS || y.size < FEWEST_WORDS) return same
  if (Math.min(x.size, y.size) < ALIKE * Math.max(x.size, y.size)) return false
  let both = 0
  for (const word of x) if (y.has(word)) both++
  return both / (x.size + y.size - both) >= ALIKE
}
