/** Which keys the desk hears, and which of its items are meant. */
import type { KeyboardEvent } from 'react'
import type { Item } from './item.ts'

/** Where keys are letters: in a list of choices too, which they search. What is only read takes none. */
export const TYPED_INTO = 'input[type="text"]:not([readonly]), textarea, select'

/** The text keeps every key to itself once it has it: the desk listens first, but for what asks for keys of its own. */
export function captured(listen: (event: KeyboardEvent) => void) {
  return (event: KeyboardEvent) => {
    const own = event.target instanceof HTMLElement && event.target.closest('.tag-picker, .key-table, .why')
    if (!own) listen(event)
  }
}

export function openKeys(items: readonly Pick<Item, 'key' | 'status'>[]): string[] {
  return items.filter((i) => i.status === 'open').map((i) => i.key)
}

/** The nine tags used most, the most used first, at equal use by name. */
export function mostUsed(tags: readonly string[]): string[] {
  const uses = new Map<string, number>()
  for (const tag of tags) if (tag !== '') uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses]
    .sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
    .slice(0, 9)
    .map(([tag]) => tag)
}
