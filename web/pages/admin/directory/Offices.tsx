/** Offices, and who held each from when to when. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from 'urql'
import {
  AddTenureDocument,
  DirectoryOfficesDocument,
  type DirectoryOfficesQuery,
  SupersedeTenureDocument,
  type TenureBasis,
} from '../../../../server/figure/generated/documents.ts'
import { Failed, Loading } from '../../../ui/states.tsx'
import { former, given, text } from './entered.ts'
import { Held } from './Held.tsx'
import type { PartProps } from './partProps.ts'
import type { Editing, Entered, FieldOf } from './RecordForm.tsx'
import { useReread } from './useReread.ts'

type Office = DirectoryOfficesQuery['offices'][number]
type Tenure = Office['tenures'][number]

export function Offices({ version, known, onEdit }: PartProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: DirectoryOfficesDocument })
  const [, add] = useMutation(AddTenureDocument)
  const [, correct] = useMutation(SupersedeTenureDocument)
  useReread(version, ask)
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={600} />
  const bases: Readonly<Record<TenureBasis, string>> = {
    DE_FACTO: t`controls it in fact`,
    DE_JURE: t`by law`,
    RECOGNISED: t`recognised by others`,
  }
  const fields: readonly FieldOf[] = [
    { name: 'holder', label: t`Who holds it`, hint: t`Code of an actor`, known, required: true },
    { name: 'from', label: t`First day`, hint: t`Such as 2021-08-15. Empty: open, or not known` },
    { name: 'to', label: t`Last day`, hint: t`Empty: still held` },
    {
      name: 'basis',
      label: t`On what ground`,
      choice: Object.entries(bases).map(([value, label]) => ({ value, label })),
    },
    { name: 'citation', label: t`Where this is known from`, required: true },
  ]
  const asNew = ({ code, name }: Office): Editing => ({
    title: t`A new holder of ${code}`,
    act: t`Add the tenure`,
    fields,
    initial: { holder: '', from: '', to: '', basis: 'DE_FACTO', citation: '' },
    said: t`It is on record who held ${name}.`,
    submit: (entered) =>
      add({
        input: {
          ...{ office: code, holder: text(entered, 'holder'), citation: text(entered, 'citation') },
          ...given(entered, ['from', 'to']),
          basis: entered.basis as TenureBasis,
        },
      }),
  })
  const rightOf = ({ code }: Office, { number, holder, from, to, basis, citation }: Tenure): Editing => {
    const initial = { holder: holder.code, from: from ?? '', to: to ?? '', basis, citation }
    // A correction has another number, by which it is corrected in turn.
    let standing = number
    const send = async (changed: Entered) => {
      const ground = changed.basis === undefined ? {} : { basis: changed.basis as TenureBasis }
      const fields = given(changed, ['holder', 'from', 'to', 'citation'])
      const answer = await correct({ input: { tenure: standing, ...fields, ...ground } })
      standing = answer.data?.done.tenure?.number ?? standing
      return answer
    }
    return {
      title: t`Put tenure ${number} of ${code} right`,
      act: t`Put it right`,
      fields,
      initial,
      said: t`The tenure is put right.`,
      submit: (_, changed) => send(changed),
      undo: (changed) => send(former(initial, changed)),
    }
  }
  return data.offices.map((office) => (
    <section key={office.code} className="holdings">
      <h2>
        {office.name} <code>{office.code}</code>
      </h2>
      <Held
        label={t`Who held ${office.name}`}
        heads={[t`Holder`, t`Ground`]}
        rows={office.tenures.map((tenure) => ({
          ...tenure,
          who: `${tenure.holder.name} (${tenure.holder.code})`,
          how: bases[tenure.basis],
        }))}
        onCorrect={
          onEdit &&
          ((number) => {
            const tenure = office.tenures.find((known) => known.number === number)
            if (tenure) onEdit(rightOf(office, tenure))
          })
        }
      />
      {onEdit && (
        <button type="button" onClick={() => onEdit(asNew(office))}>
          {t`Add a holder of ${office.code} …`}
        </button>
      )}
    </section>
  ))
}
