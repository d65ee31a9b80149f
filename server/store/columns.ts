/**
 * How a table is declared: once, as a TypeORM EntitySchema whose columns are the fields of its noun, and read and
 * written by raw SQL with the same names, so that rows are the nouns themselves. Names are quoted: PostgreSQL folds the
 * case of what is not.
 */
import { EntitySchema, type EntitySchemaColumnOptions, type ValueTransformer } from 'typeorm'

/** What a column holds in either database. */
export type Value = string | number | null

export interface Table<T> {
  readonly name: string
  /** In the order of the declaration. */
  readonly columns: readonly (keyof T & string)[]
  readonly schema: EntitySchema<T>
  readonly transformers: readonly (readonly [keyof T & string, ValueTransformer])[]
}

/** A table whatever it holds. */
export interface AnyTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly schema: EntitySchema
}

export function table<T>(name: string, columns: Record<keyof T & string, EntitySchemaColumnOptions>): Table<T> {
  const keys = Object.keys(columns) as (keyof T & string)[]
  return {
    name,
    columns: keys,
    schema: new EntitySchema<T>({ name, tableName: name, columns: columns as never }),
    transformers: keys.flatMap((key) => {
      const transformer = columns[key].transformer
      return transformer === undefined ? [] : [[key, transformer as ValueTransformer] as const]
    }),
  }
}

const flag: ValueTransformer = { to: (value: boolean) => (value ? 1 : 0), from: (value: number) => value === 1 }
const json: ValueTransformer = {
  to: (value: unknown) => (value === null ? null : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : JSON.parse(value)),
}

type Column = EntitySchemaColumnOptions
const nullable = (column: Column): Column => ({ ...column, nullable: true })

export const text: Column = { type: 'text' }
export const integer: Column = { type: 'integer' }
export const real: Column = { type: 'real' }
/** true and false as 1 and 0, in both databases. */
export const boolean: Column = { type: 'integer', transformer: flag }
/** A list or record as JSON text. */
export const list: Column = { type: 'text', transformer: json }
export const key = (column: Column): Column => ({ ...column, primary: true })
export const orNull = nullable

/** A column that names the key of another table. */
export function refersTo(target: string, column: Column): Column {
  return { ...column, foreignKey: { target } }
}

export const revision = refersTo('revision', integer)

/** `s."id", s."day"`, in the order of the declaration. */
export function selectionOf<T>(t: Table<T>, alias: string): string {
  return t.columns.map((c) => `${alias}."${c}"`).join(', ')
}

/**
 * The same as one value, a JSON list: the driver takes as long for each value as the database for each row. Null where a
 * LEFT JOIN found nothing. PostgreSQL calls the function json_build_array.
 */
export function packed<T>(t: Table<T>, alias: string, column: keyof T & string): string {
  return `CASE WHEN ${alias}."${column}" IS NULL THEN NULL ELSE json_array(${selectionOf(t, alias)}) END`
}

/** Makes a row the noun it stands for, in place: flags become booleans, JSON text becomes lists. */
export function nounOf<T>(t: Table<T>, row: Record<string, unknown>): T {
  for (const [column, transformer] of t.transformers) row[column] = transformer.from(row[column])
  return row as T
}

/** The noun that was packed; null for null. */
export function unpacked<T>(t: Table<T>, list: string | null): T | null {
  if (list === null) return null
  const values = JSON.parse(list) as unknown[]
  const row: Record<string, unknown> = {}
  for (const [i, column] of t.columns.entries()) row[column] = values[i]
  return nounOf(t, row)
}

/** The values of a noun in the order of the table's columns. */
export function valuesOf<T>(t: Table<T>, noun: T, into: Value[]): void {
  const transformed = new Map<string, ValueTransformer>(t.transformers)
  for (const column of t.columns) {
    const transformer = transformed.get(column)
    const value = noun[column]
    into.push((transformer ? transformer.to(value) : value) as Value)
  }
}

/** The revisions between which a row stands. */
export const versioned = { addedIn: revision, supersededIn: orNull(revision) }
/** The same, for a noun that keeps its key: each version is a row. */
export const versionKey = { addedIn: key(revision), supersededIn: orNull(revision) }

/** Statements by table and number of rows; there are few. */
const insertions = new Map<string, string>()

/** The INSERT of so many rows. */
export function insertion<T>(into: Table<T>, rows: number): string {
  const known = insertions.get(`${into.name} ${rows}`)
  if (known !== undefined) return known
  const row = `(${into.columns.map(() => '?').join(', ')})`
  const columns = into.columns.map((c) => `"${c}"`).join(', ')
  const sql = `INSERT INTO "${into.name}" (${columns}) VALUES ${Array(rows).fill(row).join(', ')}`
  insertions.set(`${into.name} ${rows}`, sql)
  return sql
}
