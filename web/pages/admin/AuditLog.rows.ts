/** What a change did, field by field, from the two JSON texts of the audit. */
export interface ChangedField {
  readonly name: string
  /** null: there was none. */
  readonly before: string | null
  /** null: there is none any more. */
  readonly after: string | null
}

/** The fields that differ, in the order in which they stand; all of them where something was added or taken away. */
export function changedFields(before: string | null, after: string | null): ChangedField[] {
  const [was, is] = [read(before), read(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => ({ name, before: textOf(was[name]), after: textOf(is[name]) }))
    .filter((field) => field.before !== field.after)
}

/** What the thing is called, as it became, or as it was; null where nothing of it is a name. */
export function gistOf(before: string | null, after: string | null): string | null {
  const [was, is] = [read(before), read(after)]
  const names = ['summary', 'title', 'name', 'tag'].flatMap((key) => [is[key], was[key]])
  return (names.find((name) => typeof name === 'string' && name !== '') as string | undefined) ?? null
}

function read(json: string | null): Readonly<Record<string, unknown>> {
  const value: unknown = json === null ? null : JSON.parse(json)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
