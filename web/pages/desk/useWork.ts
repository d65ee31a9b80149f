/**
 * The work on a document with undo and redo, kept in this browser at once and on the server a moment later, so that
 * neither a killed tab nor another machine loses a keystroke.
 */
import { useEffect, useRef, useState } from 'react'
import { useClient, useMutation } from 'urql'
import { DeskDocument, KeepDeskDraftDocument } from '../../../server/figure/generated/documents.ts'
import { begun, type DeskData, readWork, type Work, withNew } from './work.ts'

export type Keeping = 'kept' | 'keeping' | 'offline' | 'conflict'

export interface WorkHistory {
  readonly work: Work
  /** One step of undo; typing on in one place (`typing`) is one step together. */
  readonly change: (next: Work, typing?: string) => void
  /** null: nothing to undo. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  readonly keeping: Keeping
  /** After a conflict: writes this window's work over the other's. */
  readonly insist: () => Promise<void>
  /** After a conflict: lets this window's work go, and takes the other's. */
  readonly yieldTo: () => void
}

interface Kept {
  readonly edition: number
  readonly body: string
  /** What was on its way to the server: where the server has it, nobody but this browser has changed it. */
  readonly sending: string | null
}

const PAUSE_MS = 400

export function useWork(desk: DeskData): WorkHistory {
  const id = desk.document.id
  const place = `detente-desk-${id}`
  const [start] = useState(() => opened(desk, local(place)))
  const [past, setPast] = useState<readonly Work[]>([])
  const [work, setWork] = useState(start.work)
  const [future, setFuture] = useState<readonly Work[]>([])
  const [keeping, setKeeping] = useState<Keeping>(start.conflict ? 'conflict' : 'kept')
  const client = useClient()
  const [, keep] = useMutation(KeepDeskDraftDocument)
  const edition = useRef(start.edition)
  const stored = useRef(desk.draft?.body ?? '')
  const busy = useRef(false)
  const sending = useRef(start.sending)
  const body = JSON.stringify(work)
  const latest = useRef(body)
  latest.current = body

  /** Is there anything that the server has not? */
  const ahead = body !== stored.current && !(stored.current === '' && body === start.untouched)

  // At once, before anything that may fail.
  useEffect(() => {
    // What was undone before it was sent must not come back; what is on its way may still arrive.
    if (!ahead && !busy.current) forget(place)
    else remember(place, { edition: edition.current, body, sending: sending.current })
  }, [ahead, body, place])

  const send = async () => {
    if (busy.current || latest.current === stored.current) return
    busy.current = true
    setKeeping('keeping')
    const before = sending.current
    const sent = latest.current
    sending.current = sent
    remember(place, { edition: edition.current, body: sent, sending: sent })
    const { data } = await keep({ input: { document: id, edition: edition.current, body: sent } })
    busy.current = false
    const done = data?.keepDeskDraft
    if (done?.userErrors.some((e) => e.code === 'CONFLICT') && before !== null && (await isOnServer(before)))
      return send()
    if (done?.draft) {
      edition.current = done.draft.edition
      stored.current = sent
      if (latest.current === sent) {
        forget(place)
        setKeeping('kept')
      } else void send()
    } else setKeeping(done?.userErrors.some((e) => e.code === 'CONFLICT') ? 'conflict' : 'offline')
  }
  /** What a page of this browser sent before it died, and that came to the server only since, is no other's work. */
  const isOnServer = async (body: string): Promise<boolean> => {
    const { data } = await client.query(DeskDocument, { document: id }, { requestPolicy: 'network-only' })
    const draft = data?.desk?.draft
    if (draft?.body !== body || draft.edition === edition.current) return false
    edition.current = draft.edition
    return true
  }
  const sender = useRef(send)
  sender.current = send
  useEffect(() => {
    if (!ahead) return
    // A change while this waits begins the wait anew.
    const timer = setTimeout((_: string) => void sender.current(), PAUSE_MS, body)
    return () => clearTimeout(timer)
  }, [ahead, body])
  useEffect(() => {
    if (keeping !== 'offline') return
    const timer = setTimeout(() => void sender.current(), 5000)
    return () => clearTimeout(timer)
  }, [keeping])

  const typedAt = useRef<string | undefined>(undefined)
  const change = (next: Work, typing?: string) => {
    if (next === work) return
    if (typing === undefined || typing !== typedAt.current) setPast([...past, work])
    typedAt.current = typing
    setFuture([])
    setWork(next)
  }
  const [before, after] = [past.at(-1), future.at(-1)]
  return {
    work,
    change,
    keeping: ahead && keeping === 'kept' ? 'keeping' : keeping,
    undo: before
      ? () => {
          typedAt.current = undefined
          setPast(past.slice(0, -1))
          setFuture([...future, work])
          setWork(before)
        }
      : null,
    redo: after
      ? () => {
          setFuture(future.slice(0, -1))
          setPast([...past, work])
          setWork(after)
        }
      : null,
    insist: async () => {
      const { data } = await client.query(DeskDocument, { document: id }, { requestPolicy: 'network-only' })
      if (!data?.desk) return setKeeping('offline')
      edition.current = data.desk.draft?.edition ?? 0
      stored.current = data.desk.draft?.body ?? ''
      if (stored.current === latest.current) setKeeping('kept')
      await sender.current()
    },
    yieldTo: () => {
      forget(place)
      window.location.reload()
    },
  }
}

interface Opened {
  readonly work: Work
  readonly untouched: string
  /** On top of which edition the work was done. */
  readonly edition: number
  readonly sending: string | null
  /** This browser holds work that never reached the server, and the server has moved on without it. */
  readonly conflict: boolean
}

/** What this browser holds is shown first: where the server has another, a person decides between the two. */
function opened(desk: DeskData, own: Kept | null): Opened {
  const fresh = begun(desk.suggestions, desk.document.published, desk.statements)
  const edition = desk.draft?.edition ?? 0
  const sending = own?.sending ?? null
  const arrived = sending !== null && sending === desk.draft?.body
  const mine = own && own.body !== desk.draft?.body ? readWork(own.body) : null
  const kept = mine ?? (desk.draft ? readWork(desk.draft.body) : null)
  return {
    work: kept ? withNew(kept, fresh) : fresh,
    untouched: JSON.stringify(fresh),
    edition: mine && own && !arrived ? own.edition : edition,
    sending,
    conflict: mine !== null && !arrived && own?.edition !== edition,
  }
}

/** A browser that keeps nothing, or no more, is no reason to stop: the server keeps it a moment later. */
function remember(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // Full, or not allowed.
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Not allowed: then nothing was kept either.
  }
}

function local(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
