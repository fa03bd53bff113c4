/** The code points every one of the fonts can draw, read from their `cmap` tables. @see OpenType specification, cmap, formats 4 and 12 */
export function charactersOf(fonts: Buffer[]): Set<number> {
  const [first = new Set<number>(), ...others] = fonts.map((font) => readCmap(font))
  return new Set([...first].filter((point) => others.every((set) => set.has(point))))
}

function readCmap(font: Buffer): Set<number> {
  const found = new Set<number>()
  const cmap = tableOffset(font, 'cmap')
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + i * 8)
    const format = font.readUInt16BE(subtable)
    if (format === 4) readSegments(font, subtable, found)
    if (format === 12) readGroups(font, subtable, found)
  }
  return found
}

function tableOffset(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
  const twice = font.readUInt16BE(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = font.readUInt16BE(at + 14 + i)
    const start = font.readUInt16BE(at + 16 + twice + i)
    const delta = font.readUInt16BE(at + 16 + twice * 2 + i)
    const rangeAt = at + 16 + twice * 3 + i
    const range = font.readUInt16BE(rangeAt)
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph = range === 0 ? point + delta : font.readUInt16BE(rangeAt + range + (point - start) * 2)
      if ((glyph & 0xffff) !== 0) found.add(point)
    }
  }
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
    const group = at + 16 + i * 12
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point += 1) found.add(point)
  }
}
