/** The bench of the lab: pinned relations, known moves, what differs, and every tag with its weights to move. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useQuery } from 'urql'
import {
  LabAgreementDocument,
  type LabQuery,
  type SavedDraftFragment,
} from '../../../server/figure/generated/documents.ts'
import type { Measure } from '../../../server/figure/model/points.ts'
import type { LabView } from '../../data/lab.url.ts'
import type { Change } from '../../data/useView.ts'
import { Choice, Segments } from '../../ui/Choice.tsx'
import { Failed } from '../../ui/states.tsx'
import { Ways } from '../admin/Screen.tsx'
import { Differs } from './Differs.tsx'
import { DraftSteps } from './DraftSteps.tsx'
import { type LabCodebook, type Pinned, weightsOf, yearsOf } from './Lab.rows.ts'
import { LabMoves } from './LabMoves.tsx'
import { NewMove } from './NewMove.tsx'
import { Pins } from './Pins.tsx'
import { Saving } from './Saving.tsx'
import { Surgery } from './Surgery.tsx'
import { type TagActions, TagRows } from './TagRows.tsx'
import { useLabRelations } from './useLabRelations.ts'
import { useOverlay } from './useOverlay.ts'
import { usePrepared } from './usePrepared.ts'

/** Pinned where the reader pinned none. */
const FIRST_PINS = 4

interface Props {
  /** The published version that all is held against. */
  readonly base: LabCodebook
  /** The draft as it is saved; without one the base. */
  readonly codebook: LabCodebook
  readonly data: LabQuery
  readonly draft: SavedDraftFragment | null
  readonly view: LabView
  readonly change: Change<LabView>
}

export function Bench({ base, codebook, data, draft, view, change }: Props) {
  const { t } = useLingui()
  const [measure, setMeasure] = useState<Measure>('tension')
  const [year, setYear] = useState('')
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set())
  const [operating, setOperating] = useState<string | null>(null)
  const history = useOverlay(codebook, view.overlay, (overlay) => change({ overlay }))
  const analyst = data.viewer !== null && data.viewer.role !== 'VIEWER'
  const editor = data.viewer?.role === 'EDITOR' || data.viewer?.role === 'ADMIN'

  const known = data.relations.nodes
  const pins = useMemo(
    () => (view.pins ?? known.slice(0, FIRST_PINS).map((r) => r.slug)).filter((s) => known.some((r) => r.slug === s)),
    [view.pins, known],
  )
  const moved = useMemo(
    () => [...new Set(data.knownMoves.flatMap((m) => (m.relation ? [m.relation.slug] : [])))],
    [data.knownMoves],
  )
  const { loaded, error } = useLabRelations([...new Set([...pins, ...moved])], base.version)
  const prepared = usePrepared(loaded, codebook, base)
  const pinned = useMemo(() => pins.flatMap((slug) => prepared.get(slug)?.pinned ?? []), [pins, prepared])
  const years = useMemo(() => yearsOf(pinned), [pinned])
  const uses = useMemo(() => usesOf(codebook, pinned), [codebook, pinned])
  const weights = useMemo(() => weightsOf(codebook, history.shown), [codebook, history.shown])
  const shown = useMemo(() => shownTags(codebook, history.shown), [codebook, history.shown])
  const alpha = useAlpha(base.version, analyst)

  const latest = useRef(history)
  latest.current = history
  const actions = useMemo<TagActions>(
    () => ({
      move: (...given) => latest.current.move(...given),
      set: (...given) => latest.current.set(...given),
      reset: (tag) => latest.current.reset(tag),
      lock: (tag) =>
        setLocked((tags) => (tags.has(tag) ? new Set([...tags].filter((x) => x !== tag)) : new Set([...tags, tag]))),
      operate: analyst ? setOperating : null,
    }),
    [analyst],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input[type="text"], textarea')
    if (typing || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const act = key === 'y' || (key === 'z' && event.shiftKey) ? history.redo : key === 'z' ? history.undo : null
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears undo and redo from whatever has the focus within
    <div className="lab" onKeyDown={onKeyDown}>
      {data.viewer !== null && <Ways />}
      <h1>{t`Weight lab`}</h1>
      <p className="lede">
        {t`Move the weights of a tag: every pinned relation is computed anew over its whole history, here in the browser. Nothing is published until a new version is.`}
      </p>
      <div className="lab-bar">
        <Choice
          label={t`Base version`}
          value={base.version}
          options={data.codebooks.map((c) => ({ value: c.version, label: c.version }))}
          onChange={(version) => change({ base: version, draft: null, overlay: [] })}
        />
        <Segments<Measure>
          label={t`Shown`}
          value={measure}
          onChange={setMeasure}
          options={[
            { value: 'tension', label: t`Tension` },
            { value: 'engagement', label: t`Engagement` },
          ]}
        />
        <Choice
          label={t`Drawn`}
          value={year}
          options={[{ value: '', label: t`All years` }, ...years.map((y) => ({ value: y, label: y }))]}
          onChange={setYear}
        />
        <button type="button" disabled={!history.undo} onClick={() => history.undo?.()}>{t`Undo`}</button>
        <button type="button" disabled={!history.redo} onClick={() => history.redo?.()}>{t`Redo`}</button>
        <button type="button" disabled={history.shown.length === 0} onClick={() => history.reset(null)}>
          {t`Reset all`}
        </button>
      </div>
      <div className="lab-panes">
        <section aria-label={t`Pinned relations`} className="lab-pins">
          {error && <Failed error={error} onRetry={() => change({ pins: null })} />}
          <Pins
            {...{ pins, prepared, known, base, codebook, weights, measure }}
            year={year || null}
            failed={error !== null}
            onChange={(next) => change({ pins: next })}
          />
          <LabMoves moves={data.knownMoves} relations={prepared} base={base} weights={weights} editor={editor}>
            {editor && (
              <details>
                <summary>{t`Add one`}</summary>
                <NewMove relations={known} />
              </details>
            )}
          </LabMoves>
          <Differs base={base} shown={shown} />
          <Saving
            base={base}
            codebook={codebook}
            codebooks={data.codebooks}
            overlay={view.overlay}
            viewer={data.viewer}
            draft={draft}
            onSaved={(number) => change({ draft: number, overlay: [] })}
          />
          {draft && <DraftSteps draft={draft} onReverted={() => change({ overlay: [] })} />}
        </section>
        <section aria-label={t`Tags and weights`} className="lab-weights">
          <TagRows tags={codebook.tags} {...{ shown, locked, uses, alpha, actions }} />
        </section>
      </div>
      {operating !== null && (
        <Surgery
          key={operating}
          code={operating}
          base={base}
          codebook={codebook}
          draft={draft}
          unsaved={view.overlay.length > 0}
          onClose={() => setOperating(null)}
          onDone={(number) => {
            setOperating(null)
            change({ draft: number })
          }}
        />
      )}
    </div>
  )
}

/** Krippendorff's α by tag; null where it is measured on too few. */
function useAlpha(codebook: string, analyst: boolean): ReadonlyMap<string, number | null> {
  const [{ data }] = useQuery({ query: LabAgreementDocument, variables: { codebook }, pause: !analyst })
  return useMemo(
    () => new Map(data?.agreement.tags.map(({ tag, figures }) => [tag, figures.alpha?.value ?? null])),
    [data],
  )
}

function usesOf(codebook: LabCodebook, pinned: readonly Pick<Pinned, 'uses'>[]): ReadonlyMap<string, number> {
  return new Map(codebook.tags.map((tag, i) => [tag.code, pinned.reduce((sum, { uses }) => sum + (uses[i] ?? 0), 0)]))
}

/** The tags with the weights as they are moved. */
function shownTags(codebook: LabCodebook, overlay: LabView['overlay']): LabCodebook['tags'] {
  const moved = new Map(overlay.map((o) => [o.tag, o]))
  return codebook.tags.map((tag) => {
    const own = moved.get(tag.code)
    return own ? { ...tag, tension: own.tension ?? tag.tension, engagement: own.engagement ?? tag.engagement } : tag
  })
}
