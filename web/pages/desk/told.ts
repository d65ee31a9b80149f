/** What the server is told of an item. */
import { formatDay, monthEnd, parseDay } from '../../../server/domain/day.ts'
import { isRefusal } from '../../../server/domain/error.ts'
import { madeSummary } from '../../../server/domain/record/summary.ts'
import { asProposed, type Item, proposedBy } from './item.ts'

/** What the words are made of that nobody wrote. */
export interface Words {
  readonly text: string
  /** By actor code. */
  readonly names: ReadonlyMap<string, string>
  /** By tag code. */
  readonly labels: ReadonlyMap<string, string>
  /** The program whose reasons are taken over, as the server names it. */
  readonly coder: string
}

/** The summary of an item for which nobody wrote one. */
export function summaryOf(
  { source, target, mutual, tag }: Item,
  { names, labels }: Omit<Words, 'text' | 'coder'>,
): string {
  const name = (code: string) => names.get(code) ?? code
  return madeSummary({ source: name(source), target: name(target), mutual, label: labels.get(tag) ?? tag })
}

/** The coder's reason goes along, as the coder's, where what it proposed stands; of anything else an empty reason is none. */
export function statementOf(item: Item, words: Words) {
  const { source, target, mutual, day, precision, start, end, reported, denied, hypothetical, background } = item
  const quoted = words.text.slice(start, end).replace(/\s+/g, ' ').trim()
  const own = item.reason.trim()
  const taken = own === '' && asProposed(item) ? (item.proposed?.reason ?? '') : ''
  return {
    ...{ source, target, mutual, precision, start, end, reported, denied, hypothetical, background },
    day: precision === 'MONTH' ? lastDayOf(day) : day,
    speaker: item.speaker.trim() || null,
    summary: item.summary.trim() || summaryOf(item, words),
    quote: quoted.split(' ').length <= 25 ? quoted : null,
    judgement: {
      tag: item.tag,
      reason: own || taken || null,
      reasonBy: taken === '' ? null : words.coder,
      shown: proposedBy(item)?.tag ?? null,
    },
  }
}

/** What is known to the month alone stands on its last day, there as here. */
function lastDayOf(text: string): string {
  const day = parseDay(text)
  return isRefusal(day) ? text : formatDay(monthEnd(day))
}
