/** What a change of codebook does: in words, to the scores of every relation, and to what is on record. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ImpactFragment } from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { dayText, numberText, signedText } from '../../../server/figure/words/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { mostMoved } from './Lab.rows.ts'

/** Rows that are shown before somebody asks for all. */
const FIRST_ROWS = 10

export function ImpactTable({ diff }: { readonly diff: ImpactFragment }) {
  const { t, i18n } = useLingui()
  const { words, impact, affected } = diff
  const [all, setAll] = useState(false)
  const moved = mostMoved(impact)
  const shown = all ? moved : moved.slice(0, FIRST_ROWS)
  const still = new Set(impact.map((r) => r.relation.slug)).size - new Set(moved.map((r) => r.relation.slug)).size
  return (
    <>
      <h3>{t`In words`}</h3>
      {words.length === 0 ? (
        <p className="quiet">{t`Nothing differs.`}</p>
      ) : (
        <ul>
          {words.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ul>
      )}
      <h3>{t`In scores`}</h3>
      {moved.length === 0 ? (
        <p>{t`No score of any relation moves on any day.`}</p>
      ) : (
        <ScrollRegion label={t`In scores`}>
          <table className="impact">
            <thead>
              <tr>
                <th scope="col">{t`Relation`}</th>
                <th scope="col">{t`Score`}</th>
                <th scope="col" className="number">{t`Largest move`}</th>
                <th scope="col">{t`On`}</th>
                <th scope="col" className="number">{t`Mean move`}</th>
                <th scope="col" className="number">{t`Last score`}</th>
                <th scope="col" className="number">{t`Place`}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => {
                const day = dayFrom(row.day ?? '')
                const number = (value: number | null | undefined) =>
                  value == null ? '–' : numberText(i18n.locale, value, 1)
                return (
                  <tr key={`${row.relation.slug} ${row.measure}`}>
                    <th scope="row">{row.relation.name}</th>
                    <td>{row.measure === 'TENSION' ? t`Tension` : t`Engagement`}</td>
                    <td className="number">{signedText(i18n.locale, row.largest ?? 0, 1)}</td>
                    <td>{day === null ? '–' : dayText(i18n.locale, day, 'short')}</td>
                    <td className="number">{number(row.mean)}</td>
                    <td className="number">
                      {number(row.before)} → {number(row.after)}
                    </td>
                    <td className="number">
                      {row.placeBefore === row.placeAfter ? (
                        (row.placeAfter ?? '–')
                      ) : (
                        <b>{`${row.placeBefore ?? '–'} → ${row.placeAfter ?? '–'}`}</b>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {shown.length < moved.length && (
        <button type="button" onClick={() => setAll(true)}>
          {t`Show all ${moved.length} scores that move; these move most`}
        </button>
      )}
      {moved.length > 0 && still > 0 && <p className="quiet">{t`${still} other relations do not move.`}</p>}
      <h3>{t`On record`}</h3>
      <p>
        {t`${affected.statements} statements and ${affected.events} events get another tag or other weights. None of them is changed: they follow their codes.`}
      </p>
      {affected.recode > 0 && (
        <>
          <p>
            <b>{t`${affected.recode} statements must be recoded.`}</b>{' '}
            {t`A person settled them with a tag that is split, and only a person can say which part was meant. Until then they count by their code.`}
          </p>
          <ul className="recode">
            {affected.toRecode.map((s) => (
              <li key={s.id}>
                {s.day}: <span dir="auto">{s.summary}</span>{' '}
                <Link href={`/desk/${s.document.id.replace('Document:', '')}`} className="quiet">
                  {s.document.title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
