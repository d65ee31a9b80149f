/** Reads back the cells of a workbook: the first sheet, as text and numbers. */
import { strFromU8, unzipSync } from 'fflate'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string) => xml.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all)

export type ReadCell = string | number | boolean | null

export function sheetOf(file: Uint8Array, sheet = 1): ReadCell[][] {
  const parts = unzipSync(file)
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const shared = [...textOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((m) =>
    plain((m[1] ?? '').replace(/<[^>]*>/g, '')),
  )
  const xml = textOf(`xl/worksheets/sheet${sheet}.xml`)
  if (/<f[ >]/.test(xml)) throw new Error('the sheet has a formula')
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) => {
    const cells: ReadCell[] = []
    for (const [, at = '', type = '', value] of (row[1] ?? '').matchAll(
      /<c r="([A-Z]+)\d+"(?:[^>]*?t="(\w+)")?[^>]*?(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs,
    )) {
      const column = [...at].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < column) cells.push(null)
      cells.push(
        value === undefined
          ? null
          : type === 's'
            ? (shared[Number(value)] ?? null)
            : type === 'b'
              ? value === '1'
              : Number(value),
      )
    }
    return cells
  })
}
