/** What each part of the directory is given. */
import type { Option } from '../../../ui/Choice.tsx'
import type { Editing } from './RecordForm.tsx'

export interface PartProps {
  /** Grows with every change: what is shown is read again. */
  readonly version: number
  /** Codes of actors, to be proposed. */
  readonly known: readonly Option<string>[]
  /** Opens the form; null: whoever looks may not. */
  readonly onEdit: ((editing: Editing) => void) | null
}
