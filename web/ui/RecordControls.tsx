/** By which codebook, and as recorded when: what every screen with scores lets a reader choose. */
import { useLingui } from '@lingui/react/macro'
import { isAsOfText } from '../../server/figure/address/url.ts'
import { Choice } from './Choice.tsx'
import { DayField } from './DayField.tsx'

export interface Codebooks {
  readonly codebooks: readonly { readonly name: string; readonly version: string }[]
}

interface Recorded {
  /** A codebook's name or a version. */
  readonly codebook: string
  /** Null = now. */
  readonly asOf: string | null
}

interface Props extends Codebooks {
  readonly view: Recorded
  readonly change: (patch: Partial<Recorded>) => void
}

export function RecordControls({ view, change, codebooks }: Props) {
  const { t } = useLingui()
  return (
    <>
      <Choice
        label={t`Codebook`}
        value={view.codebook}
        onChange={(codebook) => change({ codebook })}
        options={codebookOptions(codebooks, view.codebook, (name) => t`${name}, latest`)}
      />
      <DayField
        key={view.asOf}
        label={t`As recorded on`}
        day={view.asOf}
        placeholder={t`now`}
        onChange={(asOf) => change({ asOf })}
        accepts={isAsOfText}
      />
    </>
  )
}

/** Each codebook's name (its latest version), then every version; a chosen one that is not listed stays choosable. */
export function codebookOptions(
  codebooks: Codebooks['codebooks'],
  chosen: string,
  latest: (name: string) => string,
): readonly { readonly value: string; readonly label: string }[] {
  const names = [...new Set(codebooks.map((c) => c.name))]
  const options = [
    ...names.map((name) => ({ value: name, label: latest(name) })),
    ...codebooks.map(({ version }) => ({ value: version, label: version })),
  ]
  return options.some((o) => o.value === chosen) ? options : [...options, { value: chosen, label: chosen }]
}
