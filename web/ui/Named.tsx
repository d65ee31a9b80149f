/** A name from the record, set apart from the direction of the words around it; as the record has it, it is English. */
import { useLingui } from '@lingui/react/macro'
import { ownName } from '../../server/figure/words/names.ts'

export function Named({ name }: { readonly name: string }) {
  const { i18n } = useLingui()
  const own = ownName(i18n, name)
  return <bdi lang={own === null ? 'en' : undefined}>{own ?? name}</bdi>
}
