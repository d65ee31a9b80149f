/**
 * The work on a document with undo and redo, kept in this browser at once and on the server a moment later, so that
 * neither a killed tab nor another machine loses a keystroke.
 */
import { useEffect, useRef, useState } from 'react'
import { useClient, useMutation } from 'urql'
import { DeskStandsDocument, KeepDeskDraftDocument } from '../../../server/figure/generated/documents.ts'
import { adopted, bodyOf, type Journal, onTop, readJournal, redone, undone } from './history.ts'
import type { DeskData } from './item.ts'
import { keysOf, reconciled } from './record.ts'
import type { Words } from './told.ts'
import { begun, type Work, withNew } from './work.ts'

export type Keeping = 'kept' | 'keeping' | 'offline' | 'conflict'

export interface WorkHistory {
  readonly work: Work
  /** One step of undo; typing on in one place (`typing`) is one step together. */
  readonly change: (next: Work, typing?: string) => void
  /** null: nothing to undo. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  /** Takes over what the record says: no step of undo, nor are steps taken back any more on what others `changed`. */
  readonly adopt: (takenOver: (now: Work) => Work, changed?: readonly string[]) => void
  /** The work as another window of the same person has left it, taken over; null where it is not newer, or something here is not kept yet. */
  readonly newer: (desk: Pick<DeskData, 'draft'>) => Work | null
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

export function useWork(desk: DeskData, words: Words): WorkHistory {
  const id = desk.document.id
  const place = `detente-desk-${id}`
  const [start] = useState(() => opened(desk, local(place), words))
  const [journal, setJournal] = useState(start.journal)
  const [keeping, setKeeping] = useState<Keeping>(start.conflict ? 'conflict' : 'kept')
  const client = useClient()
  const [, keep] = useMutation(KeepDeskDraftDocument)
  const edition = useRef(start.edition)
  const stored = useRef(desk.draft?.body ?? '')
  /** What differs from that by what the record says alone: nobody's work, and not sent by itself. */
  const same = useRef(start.same)
  const busy = useRef(false)
  const sending = useRef(start.sending)
  const { work } = journal
  const body = bodyOf(journal)
  const latest = useRef(body)
  latest.current = body

  /** Is there anything that the server has not? */
  const ahead = body !== stored.current && body !== same.current

  // At once, before anything that may fail.
  useEffect(() => {
    // What was undone before it was sent must not come back; what is on its way may still arrive.
    if (!ahead && !busy.current) forget(place)
    else remember(place, { edition: edition.current, body, sending: sending.current })
  }, [ahead, body, place])

  const send = async () => {
    if (busy.current) return
    if ([stored.current, same.current].includes(latest.current)) {
      return setKeeping((now) => (now === 'conflict' ? now : 'kept'))
    }
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
      same.current = sent
      if (latest.current === sent) {
        forget(place)
        setKeeping('kept')
      } else void send()
    } else setKeeping(done?.userErrors.some((e) => e.code === 'CONFLICT') ? 'conflict' : 'offline')
  }
  /** What a page of this browser sent before it died, and that came to the server only since, is no other's work. */
  const isOnServer = async (body: string): Promise<boolean> => {
    const { data } = await client.query(DeskStandsDocument, { document: id }, { requestPolicy: 'network-only' })
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
    const joined = typing !== undefined && typing === typedAt.current
    setJournal((now) => onTop(now, work, next, joined))
    typedAt.current = typing
  }
  const step = (go: (from: Journal) => Journal | null) =>
    go(journal) &&
    (() => {
      typedAt.current = undefined
      setJournal((now) => go(now) ?? now)
    })
  return {
    work,
    change,
    keeping: ahead && keeping === 'kept' ? 'keeping' : keeping,
    undo: step(undone),
    redo: step(redone),
    adopt: (takenOver, changed = []) =>
      setJournal((now) => {
        const next = adopted(now, takenOver(now.work), changed)
        if ([stored.current, same.current].includes(bodyOf(now))) same.current = bodyOf(next)
        return next
      }),
    newer: ({ draft }) => {
      if (!draft || draft.edition <= edition.current || ahead || busy.current) return null
      const other = readJournal(draft.body)
      if (!other) return null
      edition.current = draft.edition
      stored.current = draft.body
      same.current = draft.body
      setKeeping('kept')
      setJournal(other)
      return other.work
    },
    insist: async () => {
      const { data } = await client.query(DeskStandsDocument, { document: id }, { requestPolicy: 'network-only' })
      if (!data?.desk) return setKeeping('offline')
      edition.current = data.desk.draft?.edition ?? 0
      stored.current = data.desk.draft?.body ?? ''
      same.current = stored.current
      if (stored.current === latest.current) setKeeping('kept')
      await sender.current()
    },
    yieldTo: () => {
      forget(place)
      window.location.reload()
    },
  }
}

interface Begun {
  readonly journal: Journal
  /** As it is kept where nothing was done here that the server has not. */
  readonly same: string
  /** On top of which edition the work was done. */
  readonly edition: number
  readonly sending: string | null
  /** This browser holds work that never reached the server, and the server has moved on without it. */
  readonly conflict: boolean
}

/** What this browser holds is shown first: where the server has another, a person decides between the two. */
function opened(desk: DeskData, own: Kept | null, words: Words): Begun {
  const fresh = begun(desk.suggestions, desk.document.published, desk.statements)
  const edition = desk.draft?.edition ?? 0
  const sending = own?.sending ?? null
  const arrived = sending !== null && sending === desk.draft?.body
  const mine = own && own.body !== desk.draft?.body ? readJournal(own.body) : null
  const kept = mine ?? (desk.draft ? readJournal(desk.draft.body) : null)
  const now = kept ? { ...kept, work: withNew(kept.work, fresh) } : { work: fresh, past: [], future: [] }
  const { work, elsewhere } = reconciled(desk, now.work, new Map(), fresh, words)
  const journal = adopted(now, work, keysOf(elsewhere))
  return {
    journal,
    same: mine ? '' : bodyOf(journal),
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
