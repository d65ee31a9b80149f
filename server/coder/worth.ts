/** Which of what was found in a sentence is worth telling. */
import { isForce, isMaterialConflict } from './compose.ts'
import type { Found } from './found.ts'

/** Below this an article's suggestion is not worth an analyst's look. */
export const LEAST = 0.3
/** Of plain words of conflict, refusals, hopes and demands, whom they mean is rarely wrong where it is not told. */
const LEAST_PLAIN = 0.19
const PLAIN = /^(?:013|036|10|111|120|13)/
/** Words to somebody who is but a role near a name: "asked the villagers". */
const LEAST_NEAR = 0.36

/** Of an article: without both sides nothing is told. */
export function isWorth({ leaf, strength, source, target, targetHow }: Found): boolean {
  if (!source || !target) return false
  if (targetHow === 'NEAR') return strength >= (isMaterialConflict(leaf) ? LEAST : LEAST_NEAR)
  return strength >= (PLAIN.test(leaf) ? LEAST_PLAIN : LEAST)
}

/** One statement a pair and code: the strongest. */
export function unique(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found
  const best = new Map<string, Found>()
  for (const f of found) {
    const pair = f.mutual ? [f.source?.code, f.target?.code].sort() : [f.source?.code, f.target?.code]
    // "attacked a post, killing four": one deed.
    const key = `${pair.join('>')} ${isForce(f.leaf) ? 'force' : f.leaf}`
    const before = best.get(key)
    if (!before || before.strength < f.strength) best.set(key, f)
  }
  const all = [...best.values()]
  return all.length < 2 ? all : all.filter((f) => !all.some((other) => tellsMore(other, f)))
}

/** "raided a hideout of Bree, killing three rebels": the same deed, of which one telling says to whom. */
function tellsMore(other: Found, f: Found): boolean {
  if (!isForce(f.leaf) || !isForce(other.leaf) || other === f || other.source?.code !== f.source?.code) return false
  const vague = (x: Found) => x.targetHow === 'NEAR' || x.targetHow === 'ROLE' || x.targetHow === 'TOPIC'
  return vague(f) && !vague(other)
}
