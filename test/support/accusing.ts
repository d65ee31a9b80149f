/** A record in which nothing has happened, and an analyst who adds that Ruritania accuses Syldavia. */
import { expect } from 'vitest'
import { openApi } from './api.ts'
import { asking, cookieOf, does, settleIn } from './people.ts'

export const ACCUSED_ON = '1901-06-10'

export interface Accusation {
  readonly id: string
  readonly event: { readonly id: string }
}

export async function openAccusing() {
  const api = await openApi({ fillIn: async () => undefined })
  await settleIn(api.db)
  const analyst = asking(api, await cookieOf(api.db, 'ANALYST'))
  /** Settled at once, by the document of this number; `given` says what is otherwise. */
  const add = async (document: number, given: object = {}): Promise<Accusation> => {
    const input = {
      ...{ document: `Document:${document}`, source: 'RUR', target: 'SYL', day: ACCUSED_ON, summary: 'Accuses it' },
      ...{ judgement: { tag: 'accuse', reason: 'It names a fault.' }, ...given },
    }
    const made = await does(analyst, 'addStatement', 'NewStatement', input, 'statement { id event { id } }')
    expect(made.userErrors).toEqual([])
    return made.statement
  }
  return { ...api, analyst, add }
}
