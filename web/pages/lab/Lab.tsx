/**
 * The weight lab: move a tag's two weights and see the whole history of the pinned relations redraw. What is moved stands
 * in the URL and nowhere else until it is saved as a draft.
 */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { plainText } from '../../charts/format.ts'
import { topOf } from '../../charts/model.ticks.ts'
import type { Measure } from '../../charts/points.ts'
import { DraftDocument, LabDocument, type LabQuery, type SavedDraftFragment } from '../../data/generated/documents.ts'
import type { LabView } from '../../data/lab.url.ts'
import { type Change, useLabView } from '../../data/useView.ts'
import { Choice, Segments } from '../../ui/Choice.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import '../../styles/lab.css'
import { type LabCodebook, linesOf, pinnedOf, ranksOf, weightsOf, yearsOf } from './Lab.rows.ts'
import { PinnedCard } from './PinnedCard.tsx'
import { Saving } from './Saving.tsx'
import { type TagActions, TagRows } from './TagRows.tsx'
import { useLabRelations } from './useLabRelations.ts'
import { useOverlay } from './useOverlay.ts'

/** Pinned where the reader pinned none. */
const FIRST_PINS = 4
export const MOST_PINS = 12

export function Lab() {
  const { t } = useLingui()
  usePageTitle(t`Weight lab`)
  const [view, change] = useLabView()
  const [{ data: saved, error: draftError }] = useQuery({
    query: DraftDocument,
    variables: { number: view.draft ?? 0 },
    pause: view.draft === null,
  })
  const base = saved?.draft?.base.version ?? view.base
  const [{ data, error }, ask] = useQuery({ query: LabDocument, variables: { version: base } })
  if (error) return <Failed whole error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (draftError) return <Failed whole error={draftError} onRetry={() => change({ draft: null })} />
  if (!data || (view.draft !== null && !saved)) return <Loading height={900} />
  const { codebook } = data
  if (!codebook) {
    return <Empty whole title={t`No codebook is called ${view.base}`} why={t`It may be mistyped.`} />
  }
  return (
    <Bench
      key={codebook.version}
      codebook={codebook}
      data={data}
      draft={saved?.draft ?? null}
      view={view}
      change={change}
    />
  )
}

interface Props {
  readonly codebook: LabCodebook
  readonly data: LabQuery
  readonly draft: SavedDraftFragment | null
  readonly view: LabView
  readonly change: Change<LabView>
}

function Bench({ codebook, data, draft: opened, view, change }: Props) {
  const { t, i18n } = useLingui()
  const [measure, setMeasure] = useState<Measure>('tension')
  const [year, setYear] = useState('')
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState(opened)
  const history = useOverlay(codebook, view.overlay, (overlay) => change({ overlay }))
  useDraftWeights(codebook, opened, view, change)

  const known = data.relations.nodes
  const pins = useMemo(
    () => (view.pins ?? known.slice(0, FIRST_PINS).map((r) => r.slug)).filter((s) => known.some((r) => r.slug === s)),
    [view.pins, known],
  )
  const { loaded, error } = useLabRelations(pins, codebook.version)
  const published = useMemo(() => weightsOf(codebook, []), [codebook])
  const prepared = useMemo(
    () =>
      pins.flatMap((slug) => {
        const relation = loaded.get(slug)
        if (!relation) return []
        const pinned = pinnedOf(relation, codebook)
        return [{ pinned, before: linesOf(pinned, published) }]
      }),
    [pins, loaded, codebook, published],
  )
  const weights = weightsOf(codebook, history.shown)
  const rows = prepared.map((row) => ({ ...row, after: linesOf(row.pinned, weights) }))
  const top = topOf(Math.max(0, ...rows.flatMap((r) => [...r.before[measure], ...r.after[measure]].map((v) => v ?? 0))))
  const uses = useMemo(() => usesOf(codebook, prepared), [codebook, prepared])
  const changed = useMemo(() => changedOf(codebook, history.shown), [codebook, history.shown])

  const latest = useRef(history)
  latest.current = history
  const actions = useMemo<TagActions>(
    () => ({
      move: (...given) => latest.current.move(...given),
      set: (...given) => latest.current.set(...given),
      reset: (tag) => latest.current.reset(tag),
      lock: (tag) =>
        setLocked((tags) => (tags.has(tag) ? new Set([...tags].filter((x) => x !== tag)) : new Set([...tags, tag]))),
    }),
    [],
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
  const others = known.filter((r) => !pins.includes(r.slug))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears undo and redo from whatever has the focus within
    <div className="lab" onKeyDown={onKeyDown}>
      <h1>{t`Weight lab`}</h1>
      <p className="lede">
        {t`Move the weights of a tag: every pinned relation is computed anew over its whole history, here in the browser. Nothing is published until a new version is.`}
      </p>
      <div className="lab-bar">
        <Choice
          label={t`Base version`}
          value={codebook.version}
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
          options={[
            { value: '', label: t`All years` },
            ...yearsOf(prepared.map((r) => r.pinned)).map((y) => ({ value: y, label: y })),
          ]}
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
          <ul>
            {rows.map((row) => (
              <PinnedCard
                key={row.pinned.slug}
                {...row}
                weights={weights}
                measure={measure}
                top={top}
                year={year || null}
                codebook={codebook}
                onUnpin={() => change({ pins: pins.filter((slug) => slug !== row.pinned.slug) })}
              />
            ))}
          </ul>
          {rows.length < pins.length && !error && <Loading height={160} />}
          {pins.length < MOST_PINS && others.length > 0 && (
            <Choice
              label={t`Pin another relation`}
              value=""
              options={[{ value: '', label: t`Choose …` }, ...others.map((r) => ({ value: r.slug, label: r.name }))]}
              onChange={(slug) => slug && change({ pins: [...pins, slug] })}
            />
          )}
          <h2>{t`Order by their last score`}</h2>
          <ol className="ranks">
            {ranksOf(rows, measure).map((rank) => (
              <li key={rank.slug}>
                {rank.name} <span className="figure">{plainText(i18n.locale, Math.round(rank.after * 10) / 10)}</span>{' '}
                {rank.rankAfter !== rank.rankBefore && <b>{t`was ${rank.rankBefore}`}</b>}
              </li>
            ))}
          </ol>
          <h2>{t`What differs from ${codebook.version}`}</h2>
          {changed.size === 0 ? (
            <p className="quiet">{t`Nothing yet.`}</p>
          ) : (
            <ul className="lab-changes">
              {codebook.tags.flatMap((tag) => {
                const now = changed.get(tag.code)
                if (!now) return []
                const parts = (['tension', 'engagement'] as const)
                  .filter((m) => now[m] !== tag[m])
                  .map((m) => {
                    const [was, is] = [plainText(i18n.locale, tag[m]), plainText(i18n.locale, now[m])]
                    return m === 'tension' ? t`tension ${was} → ${is}` : t`engagement ${was} → ${is}`
                  })
                return [
                  <li key={tag.code}>
                    {tag.label}: {parts.join(', ')}
                  </li>,
                ]
              })}
            </ul>
          )}
          <Saving
            codebook={codebook}
            overlay={view.overlay}
            viewer={data.viewer}
            draft={draft}
            onSaved={(next) => {
              setDraft(next)
              change({ draft: next.number })
            }}
          />
        </section>
        <section aria-label={t`Tags and weights`} className="lab-weights">
          <TagRows tags={codebook.tags} changed={changed} locked={locked} uses={uses} actions={actions} />
        </section>
      </div>
    </div>
  )
}

/** A draft that is opened brings its weights, unless the address has some of its own. */
function useDraftWeights(
  codebook: LabCodebook,
  draft: SavedDraftFragment | null,
  view: LabView,
  change: Change<LabView>,
) {
  const brought = useRef(false)
  useEffect(() => {
    if (brought.current || draft === null) return
    brought.current = true
    if (view.overlay.length > 0) return
    const overlay = draft.tags.flatMap(({ code, tension, engagement }) => {
      const base = codebook.tags.find((tag) => tag.code === code)
      const own = {
        tag: code,
        tension: tension === base?.tension ? null : tension,
        engagement: engagement === base?.engagement ? null : engagement,
      }
      return own.tension === null && own.engagement === null ? [] : [own]
    })
    if (overlay.length > 0) change({ overlay })
  }, [codebook, draft, view, change])
}

function usesOf(codebook: LabCodebook, rows: readonly { readonly pinned: { readonly uses: Int32Array } }[]) {
  return new Map(codebook.tags.map((tag, i) => [tag.code, rows.reduce((sum, r) => sum + (r.pinned.uses[i] ?? 0), 0)]))
}

function changedOf(codebook: LabCodebook, overlay: LabView['overlay']) {
  return new Map(
    overlay.flatMap((o) => {
      const tag = codebook.tags.find((t) => t.code === o.tag)
      if (!tag) return []
      return [[o.tag, { tension: o.tension ?? tag.tension, engagement: o.engagement ?? tag.engagement }] as const]
    }),
  )
}
