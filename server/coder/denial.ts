/** A deed told in one sentence and denied in another: both are suggested, and the deed is marked. */
import { isForce } from './compose.ts'
import type { Suggestion } from './suggestion.ts'

/** Characters before a denial in which the deed that is denied is looked for. */
const DENIED_WITHIN = 2000

/** Characters between a charge and what answers it. */
const JUST_BEFORE = 300

/** What a denial of a deed of force speaks of; another may be of a treaty, or of help to somebody. */
const ABOUT_FORCE =
  /\b(?:attack|strike|raid|bomb|shell|fir(?:e|ing)|kill|target|operation|drone|jet|troops|forces|incursion|involve|role|responsib|accus|alleg|charge|claim|report)\w*|\b(?:it|this|so|denie[sd])$/i

/** A deed that whoever is to have done it denies in another sentence is marked as denied, and says so. */
export function withDenials(suggestions: readonly Suggestion[]): Suggestion[] {
  const marked = [...suggestions]
  for (const denial of suggestions) {
    if (!(denial.leaf === '016' && ABOUT_FORCE.test(denial.text)) && !answersCharge(denial, suggestions)) continue
    const at = marked.findLastIndex(
      (s) =>
        s.start < denial.start &&
        s.start > denial.start - DENIED_WITHIN &&
        s.source === denial.source &&
        isForce(s.leaf),
    )
    const deed = marked[at]
    if (deed && !deed.denied) {
      marked[at] = { ...deed, denied: true, reason: `${deed.reason} Denied later: “${shortened(denial.text)}”.` }
    }
  }
  return marked
}

/** "accused Bree of shelling it, which Bree rejected": the charge stands just before. */
function answersCharge({ leaf, source, target, start }: Suggestion, suggestions: readonly Suggestion[]): boolean {
  if (leaf !== '120' && leaf !== '110.rebut') return false
  return suggestions.some(
    (s) =>
      s.leaf === '112' &&
      s.source === target &&
      s.target === source &&
      s.start < start &&
      s.start > start - JUST_BEFORE,
  )
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
