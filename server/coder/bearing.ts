/** How names and role nouns bear on the phrase they stand in: whose role, a venue, a backer, one of a pair. */
import type { Role } from './dictionary.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import type { Word } from './words.ts'

/** "UN-backed government": the name is not the one who acts, where there is another. */
const BACKED =
  /^(?:member|aligned|linked|affiliated|designated|recogni[sz]ed|inspired|armed|sanctioned|installed|appointed|backed|led|sponsored|supported|funded|brokered|mediated|hosted|allied|trained|occupied|held|controlled|imposed|proposed|drafted|made|based|born|supplied|mandated|run|dominated|administered)$/

export const OUTFIT = /^(?:group|outfit|movement|organi[sz]ation|faction)$/

/** Whether any of some spans lies within words `from` to `to`. */
export function holdsAny(
  spans: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): boolean {
  for (const span of spans) if (span.from >= from && span.to <= to) return true
  return false
}

const ARMED = /^(?:REB|UAF|PRM)$/

/** The role noun of a phrase: its head's, else the last of its first part. */
export function roleOf(
  roles: readonly RoleNoun[],
  from: number,
  to: number,
  core: number,
  head: number,
): RoleNoun | null {
  if (!holdsAny(roles, from, to)) return null
  const inside = roles.filter((r) => r.from >= from && r.to <= to)
  const own = inside.find((r) => r.to - 1 === head) ?? inside.filter((r) => r.to <= core).at(-1)
  // "militia leaders", "rebel commanders": of those, and of no state.
  const armed =
    own && /^(?:GOV|MIL)$/.test(own.role) ? inside.find((r) => ARMED.test(r.role) && r.to === own.from) : undefined
  if (own && armed) return { ...own, role: armed.role }
  // "minister of foreign affairs": the head stands first in it.
  return own ?? inside.find((r) => r.from <= head && head < r.to) ?? null
}

/** Whether a role noun is one of a person, and not of a body. */
export const isPerson = (role: Role, noun: string | null) =>
  role === 'GOV' &&
  !/^(?:government|regime|administration|authority|authorities|ministry|embassy|consulate|delegation|cabinet|state|country|nation|department|agency|leadership|presidency|mission|capital|commission|council|bureau|office|committee)$/.test(
    noun ?? '',
  )

/** Posts that go by another name. */
const SAME_POST = new Map([
  ['premier', 'prime minister'],
  ['top diplomat', 'foreign minister'],
  ['chief diplomat', 'foreign minister'],
  ['affairs minister', 'foreign minister'],
  ['defence minister', 'defence minister'],
  ['defense minister', 'defence minister'],
  ['defence chief', 'defence minister'],
  ['defense chief', 'defence minister'],
])

/** "prime minister", "foreign minister": the whole of it, and of one beyond the sea the same. */
export function fullNoun(words: readonly Word[], role: RoleNoun): string {
  const last = lastWord(words, role)
  const same =
    role.to - role.from < 3
      ? (SAME_POST.get(`${words[role.to - 2]?.lower ?? ''} ${last}`) ?? SAME_POST.get(last))
      : undefined
  if (same) return same
  const before = words[role.to - 2]?.lower ?? ''
  return last === 'minister' &&
    role.to - role.from > 1 &&
    /^(?:prime|foreign|defence|defense|interior|finance)$/.test(before)
    ? `${before} ${last}`
    : last
}

/** "minister" of "minister of state", of "defence minister". */
export function lastWord(words: readonly Word[], role: RoleNoun): string {
  for (let i = role.from + 1; i < role.to - 1; i++) if (words[i]?.lower === 'of') return words[i - 1]?.lemma ?? ''
  const last = words[role.to - 1]
  return (last?.pos === 'ADP' || last?.lower === 'to' ? words[role.to - 2] : last)?.lemma ?? ''
}

/** "the Sarn talks", "the Orim accord": where it was, not who. */
export function isVenue(words: readonly Word[], { to, meanings }: Mention, head: number): boolean {
  const city = meanings.every((m) => m.sort === 'CAPITAL' || m.sort === 'PLACE')
  const event = /^(?:talk|summit|conference|meeting|agreement|accord|process|round|declaration|deal|protocol|forum)$/
  return city && to <= head && event.test(words[head]?.lemma ?? '') && !/^['’]s?$/.test(words[to]?.text ?? '')
}

/** "Arnor-backed": another acts. */
export function isBacked(words: readonly Word[], { to }: Mention): boolean {
  return words[to]?.text === '-' && BACKED.test(words[to + 1]?.lower ?? '')
}

/** "Arnor-Bree talks", "the Arnor–Bree border". */
export function joinedByDash(words: readonly Word[], a: Mention, b: Mention): boolean {
  return b.from === a.to + 1 && /^[-–/]$/.test(words[a.to]?.text ?? '')
}

/** "2,000 Arnorians", and not "the Arnorians", who may be the state. */
export function isPeople(words: readonly Word[], { from, to, meanings }: Mention, head: number): boolean {
  return (
    to - 1 === head &&
    meanings[0]?.sort === 'NATION' &&
    /(?:ans|[nqlmdh]is|eks|iks|urks|khs)$/.test(words[head]?.lower ?? '') &&
    words[from - 1]?.lower !== 'the'
  )
}
