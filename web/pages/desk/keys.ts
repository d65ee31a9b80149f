/** What each key does at the desk. Every key can be changed; what is changed is kept in the browser. */
export const ACTS = [
  'next',
  'previous',
  'accept',
  'reject',
  'reopen',
  'swap',
  'mutual',
  'tag',
  'edit',
  'add',
  'undo',
  'redo',
] as const
export type Act = (typeof ACTS)[number]

export type KeyMap = Readonly<Record<Act, string>>

/** As `keyOf` writes them. */
export const KEYS: KeyMap = {
  next: 'j',
  previous: 'k',
  accept: 'a',
  reject: 'r',
  reopen: 'o',
  swap: 'x',
  mutual: 'm',
  tag: '#',
  edit: 'e',
  add: 'n',
  undo: 'Ctrl+z',
  redo: 'Ctrl+y',
}

/** A key as it is written: `a`, `Ctrl+Enter`, `Alt+j`. Shift is part of the character it makes. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

/** The act of a key; null where it has none. */
export function actOf(keys: KeyMap, key: string): Act | null {
  return ACTS.find((act) => keys[act] === key) ?? null
}

const PLACE = 'detente-desk-keys'

export function keptKeys(): KeyMap {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<KeyMap>
    const own = ACTS.flatMap((act) => (typeof kept[act] === 'string' ? [[act, kept[act]] as const] : []))
    return { ...KEYS, ...Object.fromEntries(own) }
  } catch {
    return KEYS
  }
}

export function keepKeys(keys: KeyMap): void {
  localStorage.setItem(PLACE, JSON.stringify(keys))
}
