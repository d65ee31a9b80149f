/**
 * Makes the record follow the work, and the work the record. An item that is done becomes a statement, one that is settled
 * anew a corrected one, one that is taken back or rejected is withdrawn: one request at a time, in the order of the text; what
 * is undone here is undone there. What others change on the record is shown as they left it.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMutation } from 'urql'
import {
  AddStatementDocument,
  SupersedeStatementDocument,
  WithdrawStatementDocument,
} from '../../../server/figure/generated/documents.ts'
import { type DeskData, type Item, wantedOf } from './item.ts'
import {
  type Elsewhere,
  keysOf,
  type OnRecord,
  originOf,
  type Recorded,
  reconciled,
  sentOf,
  withRecorded,
} from './record.ts'
import { statementOf, type Words } from './told.ts'
import { revisionIn, type Standings } from './useStands.ts'
import type { WorkHistory } from './useWork.ts'
import { begun, replaced, theirs, type Work } from './work.ts'

export interface Settling {
  /** Statement on record, by item. */
  readonly settled: ReadonlyMap<string, string>
  /** Why an item could not be settled, in the server's words. */
  readonly refused: ReadonlyMap<string, string>
  readonly busy: boolean
  readonly retry: () => void
}

interface Heard {
  /** Items that somebody else changed. */
  readonly onElsewhere: (elsewhere: readonly Elsewhere[], desk: DeskData) => void
  /** The record stays as it is: why, in the server's words. */
  readonly onKept: (message: string) => void
}

/** What a request came to: what is on record now (null: nothing); why not; another statement; or that it is to be read again. */
type Came =
  | { readonly on: OnRecord | null }
  | { readonly refused: string }
  | { readonly other: string }
  | { readonly why: string; readonly kept: boolean }

/** Refused where an item was to be taken back: nothing is sent again until somebody asks for it. */
const TAKEN_BACK = 'taken back'

export function useSettling(
  { desk, revision, reread }: Standings,
  { work, adopt, newer }: Pick<WorkHistory, 'work' | 'adopt' | 'newer'>,
  words: Words,
  heard: Heard,
): Settling {
  const id = desk.document.id
  const fresh = useMemo(() => begun(desk.suggestions, desk.document.published, desk.statements), [desk])
  const [record, setRecord] = useState<Recorded>(() => reconciled(desk, work, new Map(), fresh, words).record)
  const [refused, setRefused] = useState<ReadonlyMap<string, { sent: string; why: string }>>(new Map())
  const [busy, setBusy] = useState(false)
  const [, add] = useMutation(AddStatementDocument)
  const [, correct] = useMutation(SupersedeStatementDocument)
  const [, withdraw] = useMutation(WithdrawStatementDocument)
  /** The last revision that this page made itself. */
  const made = useRef(0)
  const latest = useRef({ ...heard, adopt, newer })
  latest.current = { ...heard, adopt, newer }
  /** The last of what the record was read to have that the work was held against. */
  const [read, setRead] = useState(desk)

  useEffect(() => {
    // While something is on its way, what stands is about to be another thing.
    if (busy || read === desk) return
    setRead(desk)
    // It was read before the last thing that was done here, of which it knows nothing yet.
    if (revision < made.current) return
    const { adopt, newer, onElsewhere } = latest.current
    const base = newer(desk) ?? work
    const next = reconciled(desk, base, record, fresh, words)
    setRecord(next.record)
    // Something may have been done since this was drawn.
    adopt((now) => reconciled(desk, now, record, fresh, words).work, keysOf(next.elsewhere))
    if (next.elsewhere.length > 0) onElsewhere(next.elsewhere, desk)
  }, [desk, revision, read, busy, work, record, fresh, words])

  useEffect(() => {
    if (busy || read !== desk) return
    const { adopt, onElsewhere, onKept } = latest.current
    const task = nextTask(work, record, words, (key, sent) => refused.get(key)?.sent === sent)
    if (!task) return
    const { key, item, known, sent } = task
    const take = (on: OnRecord | null) => {
      setRecord((all) => put(all, key, on))
      setRefused((all) => new Map([...all].filter(([other]) => other !== key)))
      adopt((now) => noted(now, key, on, item?.why ?? null))
    }
    const run = async (): Promise<Came> => {
      if (item === null || wantedOf(item) === null) {
        if (!known) return { on: null }
        const reason = item?.why ?? null
        const { data, error, extensions } = await withdraw({ input: { statement: known.id, reason } })
        const [fault] = data?.withdrawStatement.userErrors ?? []
        if (data && !fault) made.current = revisionIn(extensions)
        return data && !fault ? { on: null } : cameOf(fault, error?.message)
      }
      const wanted = wantedOf(item) as Item
      const statement = statementOf(wanted, words)
      if (known) {
        const { judgement, ...said } = statement
        const was = JSON.parse(known.sent || '{}') as Partial<ReturnType<typeof statementOf>>
        // Whose judgement it is stays, where it is not another.
        const judged = JSON.stringify(was.judgement) === JSON.stringify(judgement) ? {} : { judgement }
        const reason = item.status === 'done' ? item.why : null
        const { data, error, extensions } = await correct({
          input: { statement: known.id, ...said, ...judged, reason },
        })
        const done = data?.supersedeStatement
        if (done?.statement) made.current = revisionIn(extensions)
        if (done?.statement) return { on: { id: done.statement.id, sent } }
        return cameOf(done?.userErrors[0], error?.message)
      }
      const { data, error, extensions } = await add({
        input: { document: id, origin: originOf(id, wanted), ...statement },
      })
      const done = data?.addStatement
      if (done?.statement) made.current = revisionIn(extensions)
      if (done?.statement) return { on: { id: done.statement.id, sent } }
      const other = /Statement:\d+/.exec(done?.userErrors.find((e) => e.field === 'origin')?.message ?? '')?.[0]
      return other ? { other } : cameOf(done?.userErrors[0], error?.message)
    }
    const settle = async () => {
      const came = await run()
      const refuse = (why: string) => setRefused((all) => new Map(all).set(key, { sent, why }))
      if ('on' in came) return take(came.on)
      if ('refused' in came) return refuse(came.refused)
      const now = await reread()
      if (!now) return refuse('why' in came ? came.why : '')
      if ('other' in came) {
        // From another window of one's own it is one's own.
        if (now.settlings.some((s) => s.own && s.statement === came.other)) return
        adopt((all) => theirs(all, key, came.other), [key])
        return onElsewhere([{ key, what: 'THEIRS' }], now)
      }
      const on = now.statements.find((s) => s.origin === originOf(id, { key }))
      // Work that was given a reason is held against what stands now, and both are shown.
      if (!came.kept || !on || !item || (item.why !== null && on.id !== known?.id)) return
      onKept(came.why)
      setRecord((all) => put(all, key, { id: on.id, sent: sentOf(withRecorded(item, on), words) }))
      adopt((all) => ({ ...all, items: all.items.map((i) => (i.key === key ? withRecorded(i, on) : i)) }), [key])
    }
    setBusy(true)
    void settle().finally(() => setBusy(false))
  }, [work, record, refused, busy, id, words, add, correct, withdraw, reread, read, desk])

  const settled = useMemo(() => new Map([...record].map(([key, { id: statement }]) => [key, statement])), [record])
  const reasons = useMemo(() => new Map([...refused].map(([key, { why }]) => [key, why])), [refused])
  return { settled, refused: reasons, busy, retry: () => setRefused(new Map()) }
}

interface Task {
  readonly key: string
  /** null: the item was taken away again. */
  readonly item: Item | null
  readonly known: OnRecord | undefined
  readonly sent: string
}

/** The first item of which the record has something else than it should, and which was not refused so. */
function nextTask(
  work: Work,
  record: Recorded,
  words: Words,
  isRefused: (key: string, sent: string) => boolean,
): Task | null {
  for (const item of work.items) {
    const known = record.get(item.key)
    const wanted = wantedOf(item)
    const sent = wanted ? sentOf(wanted, words) : TAKEN_BACK
    if (isRefused(item.key, sent)) continue
    if (wanted ? known?.sent !== sent : known !== undefined) return { key: item.key, item, known, sent }
  }
  const here = new Set(work.items.map((item) => item.key))
  const [gone] = [...record].filter(([key]) => !here.has(key) && !isRefused(key, TAKEN_BACK))
  return gone ? { key: gone[0], item: null, known: gone[1], sent: TAKEN_BACK } : null
}

/** What no other attempt cures is the record's last word; after a conflict it is read what stands. */
function cameOf(
  fault: { readonly code: string; readonly message: string } | undefined,
  error: string | undefined,
): Came {
  const kept = fault?.code === 'DECIDED' || fault?.code === 'INCOMPLETE'
  if (fault && (kept || fault.code === 'CONFLICT')) return { why: fault.message, kept }
  return { refused: fault?.message ?? error ?? '' }
}

function put(all: Recorded, key: string, on: OnRecord | null): Recorded {
  const next = new Map(all)
  if (on) next.set(key, on)
  else next.delete(key)
  return next
}

/** The item with what it is on record as; the reason of a change, given once, is spent. */
function noted(work: Work, key: string, on: OnRecord | null, why: string | null): Work {
  const item = work.items.find((i) => i.key === key)
  return item ? replaced(work, { ...item, record: on?.id ?? null, why: item.why === why ? null : item.why }) : work
}
