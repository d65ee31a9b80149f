/** What is entered into the fields of a form, as the API takes it. */
import type { Entered } from './RecordForm.tsx'

/** One a line; empty lines are none. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Texts without the spaces around them; an empty one is null. */
export function given<Name extends string>(entered: Entered, names: readonly Name[]): { [K in Name]?: string | null } {
  const pairs = names.flatMap((name) => {
    const text = entered[name]?.trim()
    return text === undefined ? [] : [[name, text === '' ? null : text] as const]
  })
  return Object.fromEntries(pairs) as { [K in Name]?: string | null }
}

/** A text that must be there: the server says so where it is not. */
export function text(entered: Entered, name: string): string {
  return entered[name]?.trim() ?? ''
}

/** Of what stood before, the fields that were changed: what is to be given to put it back. */
export function former(initial: Entered, changed: Entered): Entered {
  return Object.fromEntries(Object.entries(initial).filter(([name]) => name in changed))
}
