/** The header of a table by name, so that columns may stand in any order. */

/** Where each named column stands; the names are compared without case, blanks and underscores. */
export function columnsOf(header: readonly string[]): (name: string) => number {
  const places = new Map(header.map((name, i) => [columnKey(name), i]))
  return (name) => places.get(columnKey(name)) ?? -1
}

function columnKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}

/** Comma or tab, whichever the first line has more of. */
export function delimiterOf(firstLine: string): ',' | '\t' {
  return firstLine.split('\t').length > firstLine.split(',').length ? '\t' : ','
}
