/** Where a key takes the cursor of a grid, after the grid pattern of ARIA. Pure; a view says how its cells are laid out. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
}

/** Null: the key is not ours. At an edge the cursor stays. Columns run from right to left where `rtl` is set. */
export function gridMove(
  { key, ctrlKey }: GridKey,
  at: GridPlace,
  rows: number,
  columns: number,
  rtl = false,
): GridPlace | null {
  const to = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  const onward = rtl ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return to(at.row, at.column + onward)
    case 'ArrowLeft':
      return to(at.row, at.column - onward)
    case 'ArrowDown':
      return to(at.row + 1, at.column)
    case 'ArrowUp':
      return to(at.row - 1, at.column)
    case 'PageDown':
      return to(at.row + 10, at.column)
    case 'PageUp':
      return to(at.row - 10, at.column)
    case 'Home':
      return to(ctrlKey ? 0 : at.row, 0)
    case 'End':
      return to(ctrlKey ? rows - 1 : at.row, columns - 1)
    default:
      return null
  }
}
