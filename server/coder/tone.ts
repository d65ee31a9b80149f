/** Whether what is said of somebody is hopeful, gloomy or neither, by plain words; for what no verb of the lexicon tells. */
import type { Word } from './words.ts'

const HOPEFUL = new Set(
  (
    'hope hopeful hopefully optimistic confident confidence promising potential prosperity prosperous opportunity progress ' +
    'improvement improve breakthrough success successful friend friendship friendly brotherly partner important central ' +
    'strategic bridge ally historic positive constructive welcome beneficial benefit stability stable peaceful peace growth understanding brother solidarity possible agree solution ' +
    'ready readiness willing willingness prepared satisfaction satisfied appreciate appreciation grateful gratitude pleased glad proud ' +
    'trust warm warmly cordial cordially fruitful productive excellent fraternal rapprochement reliable respect admire commend applaud ' +
    'friends allies neighbourly good-neighbourly goodwill best unwavering steadfast ironclad'
  ).split(' '),
)
const GLOOMY = new Set(
  (
    'threat danger dangerous risk risky fear concern worry worrying alarming crisis failure fail failed disaster disastrous ' +
    'unacceptable wrong illegal violation deteriorate deteriorating worsen worsening destabilise destabilize instability ' +
    'pessimistic unlikely impossible doubt doubtful bleak grim serious regrettable unfortunate provocation provocative ' +
    'hostile irresponsible reckless threatening unable suffer problem obstacle blame mistake terrorism war lie lying violate aggression baseless intransigence bully coercion hypocrisy excuse interference ' +
    'subversion insult outrage betrayal hegemony unjustified unfounded pointless harmful unhelpful disappointing bad hatred terrorist escalation incite brutal cowardly heinous cruel inhuman inhumane barbaric shameful liar biased ' +
    'villain pariah rogue thug enemy gangster criminal puppet proxy unfair unjust unprovoked unlawful aggressor disinformation propaganda shameless cynicism cynical sham piracy robbery rob loot ' +
    'blackmail charade puppet occupier occupation slap meddle meddling lecture dictate nonsense farce absurd ridiculous ludicrous ' +
    'unwarranted misleading distort distortion false falsehood fabricate fabrication deceit deceitful deceive treachery treacherous ' +
    'persecution persecute apartheid genocide massacre murder crime criminal atrocity distressing deplorable appalling outrageous ' +
    'horrific troubling troubled shocked dismayed disappointed consequence impunity sanctuary haven harbour harbor hideout hostage ' +
    'colonial arrogance arrogant bullying hypocrite hypocritical dirty breach lawless immoral puppet warmonger rogue pariah oppressor oppression'
  ).split(' '),
)
const NOT = /^(?:not|no|n't|never|neither|nor|without|lack|hardly|cannot|nothing)$/
/** What becomes of good things: "undermines trust". */
const SPOILS =
  /^(?:undermine|erode|damage|harm|shake|jeopardi[sz]e|destroy|ruin|forfeit|lose|hinder|hamper|sabotage|spoil|poison)$/

/** CAMEO 013, 012 or 010. A "no" turns what follows within four words. */
export function toneOf(words: readonly Word[], from: number, to: number): '013' | '012' | '010' {
  let tone = 0
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    // "Central Asia", "the Peace Palace": names.
    if (word.pos === 'PROPN') continue
    // "has no moral right to lecture others"
    if (
      /^(?:right|standing|business)$/.test(word.lemma) &&
      words.slice(Math.max(from, i - 2), i).some((w) => w.lower === 'no')
    )
      return '012'
    const good = HOPEFUL.has(word.lemma) || HOPEFUL.has(word.lower)
    const bad = GLOOMY.has(word.lemma) || GLOOMY.has(word.lower)
    if (!good && !bad) continue
    // "allies against terrorism"
    if (bad && /^(?:against|counter|combat|combating|countering|fighting)$/.test(words[i - 1]?.lower ?? '')) continue
    const before = words.slice(Math.max(from, i - 5), i)
    const not = before.some((w, k) => (NOT.test(w.lower) && before.length - k < 5) || (good && SPOILS.test(w.lemma)))
    tone += good === not ? -1 : 1
  }
  return tone > 0 ? '013' : tone < 0 ? '012' : '010'
}

/** "the only way is dialogue", "must be solved by talks": that one should talk. */
export function callsForTalks(words: readonly Word[], from: number): boolean {
  const after = words.slice(from)
  const talks = after.some((w) => /^(?:dialogue|talk|negotiation)$/.test(w.lemma))
  return talks && after.some((w) => /^(?:way|solution|resolve|solve|settle|must|only|should|need)$/.test(w.lemma))
}

/** "will pay the price", "will not go unanswered", "has the right to respond": what is threatened, in whatever words. */
export function threatens(words: readonly Word[], from: number, to: number): boolean {
  let coming = false
  let pays = false
  for (let i = from; i < to; i++) {
    const { lemma, lower } = words[i] as Word
    if (/^(?:will|wo|would|shall|'ll|reserve|right|must|if|unless|any)$/.test(lower) || lemma === 'reserve')
      coming = true
    if (/^(?:pay|face|bear|suffer)$/.test(lemma)) pays = true
    if (coming && /^(?:unanswered|unpunished|retaliate|retaliation|revenge|avenge|reprisal)$/.test(lemma)) return true
    if (
      coming &&
      /^(?:response|respond|answer)$/.test(lemma) &&
      /^(?:firm|firmly|strong|strongly|decisive|decisively|harsh|harshly|crushing|forceful|forcefully|measure|right|force|kind|severe|befitting|proper|to|full)$/.test(
        `${words[i - 1]?.lemma}`,
      )
    )
      return true
    if (coming && pays && /^(?:price|consequence|cost|wrath|force)$/.test(lemma)) return true
  }
  return false
}
