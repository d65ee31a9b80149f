/** Whether what is said of somebody is hopeful, gloomy or neither, by plain words; for what no verb of the lexicon tells. */
import type { Word } from './words.ts'

const HOPEFUL = new Set(
  (
    'hope hopeful hopefully optimistic confident confidence promising potential prosperity prosperous opportunity progress ' +
    'improvement improve breakthrough success successful friend friendship friendly brotherly partner important central ' +
    'strategic bridge ally historic positive constructive welcome beneficial benefit stability stable peaceful peace growth understanding brother solidarity possible agree solution'
  ).split(' '),
)
const GLOOMY = new Set(
  (
    'threat danger dangerous risk risky fear concern worry worrying alarming crisis failure fail failed disaster disastrous ' +
    'unacceptable wrong illegal violation deteriorate deteriorating worsen worsening destabilise destabilize instability ' +
    'pessimistic unlikely impossible doubt doubtful bleak grim serious regrettable unfortunate provocation provocative ' +
    'hostile irresponsible reckless threatening unable suffer problem obstacle blame mistake terrorism war lie lying violate aggression baseless intransigence bully coercion hypocrisy excuse interference ' +
    'subversion insult outrage betrayal hegemony unjustified unfounded pointless harmful unhelpful disappointing bad hatred terrorist escalation incite brutal cowardly heinous cruel inhuman inhumane barbaric shameful liar biased ' +
    'unfair unjust unprovoked unlawful aggressor'
  ).split(' '),
)
const NOT = /^(?:not|no|n't|never|neither|nor|without|lack|hardly|cannot|nothing)$/

/** CAMEO 013, 012 or 010. A "no" turns what follows within four words. */
export function toneOf(words: readonly Word[], from: number, to: number): '013' | '012' | '010' {
  let tone = 0
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    const good = HOPEFUL.has(word.lemma) || HOPEFUL.has(word.lower)
    const bad = GLOOMY.has(word.lemma) || GLOOMY.has(word.lower)
    if (!good && !bad) continue
    // "allies against terrorism"
    if (bad && /^(?:against|counter|combat|combating|countering|fighting)$/.test(words[i - 1]?.lower ?? '')) continue
    const not = words.slice(Math.max(from, i - 4), i).some((w) => NOT.test(w.lower))
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
