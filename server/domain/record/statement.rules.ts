/** What a statement that somebody writes must be, field by field; that its actors and document exist is the store's to say. */
import { type Refusal, refuse } from '../error.ts'
import { checkQuote, checkText } from '../text.ts'
import type { Killed } from './killed.ts'
import type { Statement } from './statement.ts'

export type Written = Pick<
  Statement,
  'summary' | 'quote' | 'speaker' | 'start' | 'end' | 'issues' | 'source' | 'target' | 'caption' | keyof Killed
>

const MOST_ISSUES = 10

/** Every fault, with the field it is in; empty where the statement may stand. */
export function faultsOf(s: Written): { readonly field: keyof Written; readonly refusal: Refusal }[] {
  const checks: readonly (readonly [keyof Written, Refusal | null])[] = [
    ['summary', checkText(s.summary, 1000)],
    ['quote', s.quote === null ? null : checkQuote(s.quote)],
    ['speaker', s.speaker === null ? null : checkText(s.speaker, 200)],
    ['start', checkSpan(s.start, s.end)],
    ['caption', checkCaption(s.caption)],
    ['killedBest', checkKilled(s)],
    ['issues', checkIssues(s.issues)],
    ['target', s.source === s.target ? sameActor(s.target) : null],
  ]
  return checks.flatMap(([field, refusal]) => (refusal === null ? [] : [{ field, refusal }]))
}

function checkSpan(start: number | null, end: number | null): Refusal | null {
  if (start === null && end === null) return null
  const shown = `${start ?? ''}..${end ?? ''}`
  if (start === null || end === null) {
    return refuse('INCOMPLETE', shown, 'a span has a start and an end', 'Give both, or neither')
  }
  if (start >= 0 && start < end) return null
  return refuse(
    'BAD_RANGE',
    shown,
    'a span begins at 0 or later and ends after it begins',
    'Give UTF-16 units, end exclusive',
  )
}

/** Characters of a caption, at most: more do not fit above a chart. */
const MOST_CAPTION = 26

function checkCaption(caption: string | null): Refusal | null {
  return caption === null ? null : checkText(caption, MOST_CAPTION)
}

/** Whole numbers from 0, the lowest first; what is not told may be left out. */
function checkKilled({ killedLow, killedBest, killedHigh }: Killed): Refusal | null {
  const told = [killedLow, killedBest, killedHigh].filter((n) => n !== null)
  const isWhole = told.every((n) => Number.isInteger(n) && n >= 0)
  if (isWhole && told.every((n, i) => i === 0 || (told[i - 1] as number) <= n)) return null
  const rule = 'the killed are whole numbers from 0, the lowest, the best and the highest in this order'
  return refuse('BAD_RANGE', told.join(' / '), rule, 'Put them in order, or leave out what is not told')
}

function checkIssues(issues: readonly string[]): Refusal | null {
  if (issues.length > MOST_ISSUES || new Set(issues).size < issues.length) {
    const rule = `a statement has at most ${MOST_ISSUES} issues, none twice`
    return refuse('TOO_MUCH', issues.join(', '), rule, 'Leave out the lesser ones')
  }
  const bad = issues.find((issue) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(issue) || issue.length > 50)
  if (bad === undefined) return null
  return refuse('BAD_CODE', bad, 'an issue is lower case words joined by hyphens', 'Write it like counter-terrorism')
}

function sameActor(code: string): Refusal {
  return refuse('NOT_POSSIBLE', code, 'source and target are the same actor', 'Name two different actors')
}
