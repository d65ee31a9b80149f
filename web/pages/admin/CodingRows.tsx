/** The statements of a file by what they are beside the record: faulty ones first, then those that differ, then new ones. */
import { useLingui } from '@lingui/react/macro'
import type { UploadReport, UploadRow } from '../../../server/domain/record/upload.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

export function CodingRows({ report }: { readonly report: UploadReport }) {
  const { t } = useLingui()
  const of = (...kinds: UploadRow['kind'][]) =>
    report.rows.filter(({ kind }) => kinds.includes(kind)).toSorted((x, y) => x.line - y.line)
  const [faulty, differing, fresh] = [of('FAULTY'), of('DIFFERING'), of('NEW', 'GAINED')]
  const told = faulty.length + differing.length + fresh.length
  const all = report.rejected + report.differing + report.stored
  return (
    <>
      {faulty.length > 0 && (
        <>
          <h3>{t`Faulty`}</h3>
          <ScrollRegion label={t`Faulty`}>
            <table className="records">
              <thead>
                <tr>
                  <th scope="col" className="number">{t`Row`}</th>
                  <th scope="col">{t`Field`}</th>
                  <th scope="col">{t`What stands there`}</th>
                  <th scope="col">{t`Why it cannot be taken`}</th>
                  <th scope="col">{t`What to do`}</th>
                </tr>
              </thead>
              <tbody>
                {faulty.flatMap(({ line, faults }) =>
                  faults.map(({ column, value, rule, cure }) => (
                    <tr key={`${line} ${column} ${rule}`}>
                      <td className="number">{line}</td>
                      <td>{column === null ? t`the row` : <code>{column}</code>}</td>
                      <td dir="auto">{value === '' ? <span className="quiet">{t`nothing`}</span> : value}</td>
                      <td>{rule}</td>
                      <td>{cure}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      {differing.length > 0 && (
        <>
          <h3>{t`On record with something else`}</h3>
          <p className="quiet">{t`What is on record stays. Where the file is right, correct the statement at the desk.`}</p>
          <ScrollRegion label={t`On record with something else`}>
            <table className="records">
              <thead>
                <tr>
                  <th scope="col" className="number">{t`Row`}</th>
                  <th scope="col">{t`Statement`}</th>
                  <th scope="col">{t`Field`}</th>
                  <th scope="col">{t`On record`}</th>
                  <th scope="col">{t`In the file`}</th>
                </tr>
              </thead>
              <tbody>
                {differing.flatMap(({ line, summary, differences }) =>
                  differences.map(({ column, onRecord, inFile }) => (
                    <tr key={`${line} ${column}`}>
                      <td className="number">{line}</td>
                      <th scope="row" dir="auto">
                        {summary}
                      </th>
                      <td>
                        <code>{column}</code>
                      </td>
                      <td dir="auto">{onRecord === '' ? <span className="quiet">{t`nothing`}</span> : onRecord}</td>
                      <td dir="auto">{inFile === '' ? <span className="quiet">{t`nothing`}</span> : inFile}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      {fresh.length > 0 && (
        <details>
          <summary>{report.done ? t`Stored` : t`New`}</summary>
          <ul className="fresh-codings">
            {fresh.map(({ line, summary, kind }) => (
              <li key={line}>
                <span className="quiet">{line}</span> <span dir="auto">{summary}</span>
                {kind === 'GAINED' && <span className="quiet"> {t`(another judgement)`}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {told < all && <p className="quiet">{t`${told} of ${all} are shown.`}</p>}
    </>
  )
}
