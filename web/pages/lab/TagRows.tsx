/** Every tag of the codebook with its two weights to move, by family. Rows that do not change are not drawn again. */
import { useLingui } from '@lingui/react/macro'
import { memo, useId, useState } from 'react'
import type { Measure } from '../../../server/figure/model/points.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { QUAD_NAMES, QUADS_LISTED } from '../../ui/families.ts'
import type { LabCodebook } from './Lab.rows.ts'
import { WeightControl } from './WeightControl.tsx'

type LabTag = LabCodebook['tags'][number]

export interface TagActions {
  readonly move: (tag: string, measure: Measure, value: number) => void
  readonly set: (tag: string, measure: Measure, value: number) => void
  readonly reset: (tag: string) => void
  readonly lock: (tag: string) => void
  /** Opens surgery on a tag; null where the viewer may not. */
  readonly operate: ((tag: string) => void) | null
}

interface Props {
  readonly tags: readonly LabTag[]
  /** The same tags with the weights as they are moved. */
  readonly shown: readonly LabTag[]
  readonly locked: ReadonlySet<string>
  /** Counted events in the pinned relations, by tag code. */
  readonly uses: ReadonlyMap<string, number>
  /** Krippendorff’s α by tag code: null where too few are coded twice; nothing where none is, or for who may not see it. */
  readonly alpha: ReadonlyMap<string, number | null>
  readonly actions: TagActions
}

export function TagRows({ tags, shown, locked, uses, alpha, actions }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  // Some fifty tags with eight controls each: nobody tabs through them all.
  const [sought, setSought] = useState('')
  const words = sought.trim().toLowerCase()
  const found = tags.filter((tag) => `${tag.label} ${tag.code}`.toLowerCase().includes(words))
  const measured = alpha.size > 0
  const weighed = new Map(shown.map((tag) => [tag.code, tag]))
  return (
    <>
      <div className="choice">
        <label htmlFor={id}>{t`Find a tag`}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {found.length === 0 && <p className="quiet">{t`No tag has this in its name or code.`}</p>}
      </div>
      <table className="lab-tags">
        <thead>
          <tr>
            <th scope="col">{t`Tag`}</th>
            <th scope="col" className="number">{t`Events`}</th>
            {measured && (
              <th scope="col" className="number" title={t`Krippendorff’s α: how far coders agree on it`}>
                α
              </th>
            )}
            <th scope="col">{t`Tension`}</th>
            <th scope="col">{t`Engagement`}</th>
            <th scope="col">
              <span className="unseen">{t`Lock, reset, change`}</span>
            </th>
          </tr>
        </thead>
        {QUADS_LISTED.map((quad) => {
          const own = found.filter((tag) => tag.quad === quad)
          if (own.length === 0) return null
          return (
            <tbody key={quad}>
              <tr>
                <th scope="rowgroup" colSpan={measured ? 6 : 5} className="family">
                  {i18n._(QUAD_NAMES[quad])}
                </th>
              </tr>
              {own.map((tag) => (
                <TagRow
                  key={tag.code}
                  tag={tag}
                  tension={weighed.get(tag.code)?.tension ?? tag.tension}
                  engagement={weighed.get(tag.code)?.engagement ?? tag.engagement}
                  locked={locked.has(tag.code)}
                  uses={uses.get(tag.code) ?? 0}
                  alpha={measured ? (alpha.get(tag.code) ?? null) : undefined}
                  actions={actions}
                />
              ))}
            </tbody>
          )
        })}
      </table>
    </>
  )
}

interface RowProps {
  readonly tag: LabTag
  readonly tension: number
  readonly engagement: number
  readonly locked: boolean
  readonly uses: number
  /** Null: too few; undefined: not measured. */
  readonly alpha: number | null | undefined
  readonly actions: TagActions
}

const TagRow = memo(function TagRow({ tag, tension, engagement, locked, uses, alpha, actions }: RowProps) {
  const { t, i18n } = useLingui()
  const differs = tension !== tag.tension || engagement !== tag.engagement
  const control = (measure: Measure, value: number, label: string) => (
    <td data-label={measure === 'tension' ? t`Tension` : t`Engagement`}>
      <WeightControl
        measure={measure}
        label={label}
        value={value}
        disabled={locked}
        onMove={(next) => actions.move(tag.code, measure, next)}
        onSet={(next) => actions.set(tag.code, measure, next)}
      />
    </td>
  )
  return (
    <tr className={differs ? 'differs' : ''}>
      <th scope="row">
        <details>
          <summary>{tag.label}</summary>
          <p className="quiet">{tag.definition}</p>
        </details>
      </th>
      <td className="number" data-label={t`Events`}>
        {i18n.number(uses)}
      </td>
      {alpha !== undefined && (
        <td className="number" data-label="α">
          {alpha === null ? <span className="quiet">{t`too few`}</span> : numberText(i18n.locale, alpha, 2)}
        </td>
      )}
      {tag.quad === 'STATEMENT' ? (
        <td colSpan={2} className="quiet">{t`Plain comment carries no weight.`}</td>
      ) : (
        <>
          {control('tension', tension, t`${tag.label}: tension`)}
          {control('engagement', engagement, t`${tag.label}: engagement`)}
        </>
      )}
      <td className="lab-acts">
        {tag.quad !== 'STATEMENT' && (
          <>
            <button
              type="button"
              aria-pressed={locked}
              aria-label={locked ? t`Unlock ${tag.label}` : t`Lock ${tag.label}`}
              title={locked ? t`Unlock` : t`Lock`}
              onClick={() => actions.lock(tag.code)}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path
                  d={locked ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V4a3 3 0 0 1 6-1'}
                  fill="none"
                  stroke="currentColor"
                />
                <rect x="3" y="7" width="10" height="7" fill={locked ? 'currentColor' : 'none'} stroke="currentColor" />
              </svg>
            </button>
            <button
              type="button"
              disabled={!differs || locked}
              aria-label={t`Reset ${tag.label}`}
              title={t`Reset: ${tag.tension} and ${tag.engagement}`}
              onClick={() => actions.reset(tag.code)}
            >
              ↺
            </button>
          </>
        )}
        {actions.operate && (
          <button
            type="button"
            aria-label={t`Change the tag ${tag.label}`}
            title={t`Rename, describe, merge, split, retire`}
            onClick={() => actions.operate?.(tag.code)}
          >
            …
          </button>
        )}
      </td>
    </tr>
  )
})
