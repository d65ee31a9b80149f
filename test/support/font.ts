/** Which letters a TrueType font has: its table `cmap`, formats 4 and 12 (OpenType 1.9, cmap). */
export function lettersOf(font: Buffer): (letter: number) => boolean {
  const tables = font.readUInt16BE(4)
  const at = Array.from({ length: tables }, (_, i) => 12 + 16 * i).find(
    (entry) => font.toString('latin1', entry, entry + 4) === 'cmap',
  )
  if (at === undefined) throw new Error('a font without a table cmap')
  const cmap = font.readUInt32BE(at + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  )
  const ranges = subtables.flatMap((subtable): (readonly [number, number])[] => {
    const format = font.readUInt16BE(subtable)
    if (format === 12) {
      return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, i) => {
        const group = subtable + 16 + 12 * i
        return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const
      })
    }
    if (format !== 4) return []
    const size = font.readUInt16BE(subtable + 6)
    return Array.from({ length: size / 2 }, (_, i) => {
      const end = font.readUInt16BE(subtable + 14 + 2 * i)
      return [font.readUInt16BE(subtable + 16 + size + 2 * i), end] as const
    }).filter(([start]) => start !== 0xffff)
  })
  return (letter) => ranges.some(([first, last]) => first <= letter && letter <= last)
}
