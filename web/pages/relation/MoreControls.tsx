/** The choices that are needed less often, folded away; open where one of them is not as at the start. */
import { useLingui } from '@lingui/react/macro'
import { type RelationView, START } from '../../../server/figure/address/view.ts'
import { TRANSFORMS } from '../../../server/figure/model/transform.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { TRANSFORM_NAMES } from '../../../server/figure/words/transforms.ts'
import { Checks } from '../../ui/Checks.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { type Codebooks, codebookOptions, RecordControls } from '../../ui/RecordControls.tsx'
import type { RelationProps } from './relationProps.ts'

type Props = RelationProps & Codebooks

const KEYS = [
  'transform',
  'view',
  'codebook',
  'against',
  'method',
  'halfLife',
  'interval',
  'measures',
  'asOf',
  'collections',
] as const
const HALF_LIVES = [7, 14, 30, 60, 90, 180, 365]
const INTERVALS = [50, 80, 90, 95]

export function MoreControls(props: Props) {
  const { t, i18n } = useLingui()
  const { relation, view, change, codebooks } = props
  const changed = KEYS.filter((key) => JSON.stringify(view[key]) !== JSON.stringify(START[key])).length
  const choose = (patch: Partial<RelationView>) => change({ ...patch, point: null })
  return (
    <details className="more" open={changed > 0 || undefined}>
      <summary>
        {t`More choices`} {changed > 0 && <b>{t`(${changed} changed)`}</b>}
      </summary>
      <div className="row">
        <Choice
          label={t`Number shown`}
          value={view.transform}
          onChange={(transform) => change({ transform })}
          options={TRANSFORMS.map((value) => ({ value, label: i18n._(TRANSFORM_NAMES[value]) }))}
        />
        {relation.views.length > 1 && <ViewChoice {...props} />}
        <RecordControls view={view} change={choose} codebooks={codebooks} />
        <Choice
          label={t`Held against codebook`}
          value={view.against ?? ''}
          onChange={(against) => change({ against: against === '' ? null : against })}
          options={[
            { value: '', label: t`none` },
            ...codebookOptions(codebooks, view.against ?? view.codebook, (name) => t`${name}, latest`),
          ]}
        />
        <Choice
          label={t`Method`}
          value={view.method ?? ''}
          onChange={(method) => choose({ method: method === '' ? null : method })}
          options={[
            { value: '', label: t`As the codebook says` },
            { value: 'LEVEL', label: t`Level: how much hostility, how much cooperation there was` },
            { value: 'TONE', label: t`Tone: how hostile, how cooperative it was on average` },
          ]}
        />
        <Choice
          label={t`Half-life of evidence`}
          value={view.halfLife === null ? '' : String(view.halfLife)}
          onChange={(days) => choose({ halfLife: days === '' ? null : Number(days) })}
          options={[
            { value: '', label: t`As the codebook says` },
            ...withChosen(HALF_LIVES, view.halfLife).map((n) => ({ value: String(n), label: t`${n} days` })),
          ]}
        />
        <Choice
          label={t`Band`}
          value={String(view.interval)}
          onChange={(percent) => change({ interval: Number(percent) })}
          options={withChosen(INTERVALS, view.interval).map((n) => ({ value: String(n), label: t`${n} %` }))}
        />
        <Choice
          label={t`Index`}
          value={view.measures.length > 1 ? 'both' : (view.measures[0] ?? 'both')}
          onChange={(m) => change({ measures: m === 'both' ? START.measures : [m] })}
          options={[
            { value: 'both', label: t`Tension and engagement` },
            { value: 'tension', label: t`Tension` },
            { value: 'engagement', label: t`Engagement` },
          ]}
        />
      </div>
      {relation.coverage.length > 1 && (
        <Checks
          label={t`Collections counted`}
          value={view.collections}
          onChange={(collections) => choose({ collections })}
          options={relation.coverage.map(({ collection }) => ({
            value: collection.code,
            label: nameIn(i18n, collection.title),
          }))}
        />
      )}
    </details>
  )
}

function ViewChoice({ relation, view, change }: RelationProps) {
  const { t } = useLingui()
  const names = {
    ENTITY: t`Entity: the same actor throughout`,
    OFFICE: t`Office: whoever held it on the day`,
    COUNTRY: t`Country: all its actors`,
  }
  return (
    <Choice
      label={t`Parties counted as`}
      value={view.view ?? relation.views[0] ?? 'ENTITY'}
      onChange={(v) => change({ view: v === relation.views[0] ? null : v, point: null })}
      options={relation.views.map((value) => ({ value, label: names[value] }))}
    />
  )
}

function withChosen(listed: readonly number[], chosen: number | null): readonly number[] {
  return chosen === null || listed.includes(chosen) ? listed : [...listed, chosen].sort((x, y) => x - y)
}
