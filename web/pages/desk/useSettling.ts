/**
 * Makes the record follow the work: an item that is done becomes a statement, one that is changed afterwards a corrected
 * one, one that is opened again is withdrawn. One request at a time, in the order of the text; what is undone here is
 * undone there.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient, useMutation } from 'urql'
import {
  AddStatementDocument,
  DeskDocument,
  SupersedeStatementDocument,
  WithdrawStatementDocument,
} from '../../../server/figure/generated/documents.ts'
import type { DeskData, Item, Standing, Work } from './work.ts'
import { statementOf } from './work.ts'

export interface Settling {
  /** Statement on record, by item. */
  readonly settled: ReadonlyMap<string, string>
  /** Why an item could not be settled, in the server's words. */
  readonly refused: ReadonlyMap<string, string>
  readonly busy: boolean
  readonly retry: () => void
  /** Reads again which statements stand: joining and parting events puts others in their place that say the same. */
  readonly reread: () => Promise<void>
}

interface OnRecord {
  readonly id: string
  /** What was sent, as text. */
  readonly sent: string
}

/** Refused where an item was to be taken back: nothing is sent again until somebody asks for it. */
const TAKEN_BACK = 'taken back'

export function useSettling(
  desk: DeskData,
  work: Work,
  names: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
  /** Somebody else has settled the item: their statement stands, and is theirs to take back. */
  onTheirs: (key: string, statement: string) => void,
): Settling {
  const id = desk.document.id
  const text = desk.document.text ?? ''
  const [record, setRecord] = useState<ReadonlyMap<string, OnRecord>>(() => {
    return recordedOf(desk, work, (item) =>
      JSON.stringify(statementOf(item, text, names, labels.get(item.tag) ?? item.tag)),
    )
  })
  const [refused, setRefused] = useState<ReadonlyMap<string, { sent: string; why: string }>>(new Map())
  const [busy, setBusy] = useState(false)
  const client = useClient()
  const [, add] = useMutation(AddStatementDocument)
  const [, correct] = useMutation(SupersedeStatementDocument)
  const [, withdraw] = useMutation(WithdrawStatementDocument)
  const latest = useRef(onTheirs)
  latest.current = onTheirs

  /** What stands in the place of ours and says the same, by origin; null where the server was not reached. */
  const standing = useCallback(async () => {
    const { data } = await client.query(DeskDocument, { document: id }, { requestPolicy: 'network-only' })
    return data?.desk ? new Map(data.desk.statements.map((s) => [s.origin, s])) : null
  }, [client, id])
  const reread = async () => {
    const now = await standing()
    setRecord(
      (all) =>
        new Map(
          [...all].map(([key, on]) => {
            const found = now?.get(originOf(id, { key }))
            return [key, found && saysTheSame(found, on.sent) ? { ...on, id: found.id } : on]
          }),
        ),
    )
  }

  useEffect(() => {
    if (busy) return
    const wanted = (item: Item) => statementOf(item, text, names, labels.get(item.tag) ?? item.tag)
    const item = work.items.find((i) => {
      const known = record.get(i.key)
      const sent = i.status === 'done' ? JSON.stringify(wanted(i)) : TAKEN_BACK
      if (refused.get(i.key)?.sent === sent) return false
      return i.status === 'done' ? known?.sent !== sent : known !== undefined
    })
    if (!item) return
    const known = record.get(item.key)
    const statement = wanted(item)
    const sent = item.status === 'done' ? JSON.stringify(statement) : TAKEN_BACK
    const refuse = (why: string) => setRefused((all) => new Map(all).set(item.key, { sent, why }))
    const take = (on: OnRecord | null) => {
      setRecord((all) => {
        const next = new Map(all)
        if (on) next.set(item.key, on)
        else next.delete(item.key)
        return next
      })
      setRefused((all) => new Map([...all].filter(([key]) => key !== item.key)))
    }
    const run = async () => {
      if (item.status !== 'done' && known) {
        const { data, error } = await withdraw({ input: { statement: known.id, reason: 'Taken back at the desk' } })
        const [fault] = data?.withdrawStatement.userErrors ?? []
        if (data && !fault) take(null)
        else if (fault?.code === 'CONFLICT') {
          const moved = (await standing())?.get(originOf(id, item))
          // Somebody else has corrected or withdrawn it: it is theirs now.
          take(moved && saysTheSame(moved, known.sent) ? { ...known, id: moved.id } : null)
        } else refuse(fault?.message ?? error?.message ?? '')
        return
      }
      if (known) {
        const { data, error } = await correct({ input: { statement: known.id, ...statement } })
        const made = data?.supersedeStatement
        if (made?.statement) return take({ id: made.statement.id, sent })
        const moved = made?.userErrors[0]?.code === 'CONFLICT' ? (await standing())?.get(originOf(id, item)) : undefined
        if (moved && moved.id !== known.id && saysTheSame(moved, known.sent)) return take({ ...known, id: moved.id })
        refuse(made?.userErrors[0]?.message ?? error?.message ?? '')
        return
      }
      const { data, error } = await add({ input: { document: id, origin: originOf(id, item), ...statement } })
      const made = data?.addStatement
      const other = /Statement:\d+/.exec(made?.userErrors.find((e) => e.field === 'origin')?.message ?? '')?.[0]
      if (made?.statement) take({ id: made.statement.id, sent })
      else if (other) latest.current(item.key, other)
      else refuse(made?.userErrors[0]?.message ?? error?.message ?? '')
    }
    setBusy(true)
    void run().finally(() => setBusy(false))
  }, [work, record, refused, busy, id, text, names, labels, add, correct, withdraw, standing])

  const settled = useMemo(() => new Map([...record].map(([key, { id: statement }]) => [key, statement])), [record])
  const reasons = useMemo(() => new Map([...refused].map(([key, { why }]) => [key, why])), [refused])
  return { settled, refused: reasons, busy, retry: () => setRefused(new Map()), reread }
}

/** Was the statement only moved to another event since it was sent? */
function saysTheSame(standing: Standing, sent: string): boolean {
  const { source, target, summary, judgement } = JSON.parse(sent) as ReturnType<typeof statementOf>
  const { code } = standing.tag ?? { code: null }
  return (
    standing.source.code === source &&
    standing.target.code === target &&
    standing.summary === summary &&
    code === judgement.tag
  )
}

/** The same item is one statement, however often it is sent. */
function originOf(document: string, item: Pick<Item, 'key'>): string {
  return `desk ${document} ${item.key}`
}

/** What was done before the page was opened, and is on record as it is here. */
function recordedOf(desk: DeskData, work: Work, sentOf: (item: Item) => string): Map<string, OnRecord> {
  const byOrigin = new Map(desk.statements.map((s) => [s.origin, s.id]))
  return new Map(
    work.items.flatMap((item) => {
      const id = byOrigin.get(originOf(desk.document.id, item))
      return item.status === 'done' && id !== undefined ? [[item.key, { id, sent: sentOf(item) }] as const] : []
    }),
  )
}
