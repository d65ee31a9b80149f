/** Phrases whose country and role others have coded: how often ours are the same. */
import { phraseActor } from '../../server/coder/phrase.actor.ts'
import { parseDay } from '../../server/domain/day.ts'
import { isRefusal } from '../../server/domain/error.ts'
import { Count, keptAside, rowsIn, world } from './coder.sets.ts'

interface ActorRow {
  readonly test: string
  readonly fn: string
  readonly kwargs: { readonly query_date?: string }
  readonly expect: readonly string[]
  readonly input: string
}

export function showActors(material: string, errors: string | null): void {
  const table: Record<string, unknown> = {}
  for (const part of ['open', 'kept aside']) {
    const [country, role] = [new Count(), new Count()]
    for (const row of rowsIn<ActorRow>(material, 'ngec-actors-half.jsonl')) {
      if (row.input === '?' || keptAside(row.test + row.input) !== (part === 'kept aside')) continue
      const day = parseDay(row.kwargs.query_date ?? '')
      const found = phraseActor(world.dictionary, row.input, isRefusal(day) ? null : day)
      const wanted = expected(row.expect)
      const countryRight = wanted.country === null || (found?.country ?? idOf(found?.code)) === wanted.country
      const roleRight = wanted.role === null || found?.role === wanted.role || (wanted.role === '' && !found?.role)
      if (wanted.country !== null) country.add(countryRight ? 1 : 0, 1, 1)
      if (wanted.role !== null) role.add(roleRight ? 1 : 0, 1, 1)
      if (errors === 'actors' && part === 'open' && !(countryRight && roleRight)) {
        console.log(
          `${row.input}: wanted ${wanted.country}/${wanted.role}, ours ${found?.country}/${found?.role} (${found?.code})`,
        )
      }
    }
    table[part] = {
      'country right': country.row.recall,
      countries: country.wanted,
      'role right': role.row.recall,
      roles: role.wanted,
    }
  }
  console.log('\nActor phrases: country and role')
  console.table(table)
}

/** Organisations of no country, by the name NGEC gives them. */
const idOf = (code: string | undefined) =>
  code === undefined ? '' : ['IMF', 'WBK', 'NATO', 'CSTO'].includes(code) ? 'IGO' : code

/** The country and first role that are asked for; null where none is. */
function expected(lines: readonly string[]): { country: string | null; role: string | null } {
  const all = lines.join('\n')
  const country = /(?:cc|\['country'\]) == '([A-Z]*)'/.exec(all)?.[1] ?? null
  const role = /\['code_1'\] == '([A-Z]*)'/.exec(all)?.[1] ?? null
  return /is None/.test(all) ? { country: '', role: '' } : { country, role }
}
