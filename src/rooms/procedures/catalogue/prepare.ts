import { isNationalCode, isUsableCode, type ProcedureRecord } from '../record.ts'
import { cleanLine } from './clean-text.ts'
import { type CatalogueConflict, conflictsOf } from './conflict.ts'
import { fullRecord } from './full-record.ts'
import { listedRecord } from './listed-record.ts'
import type { CatalogueInput, DetailSource, ListedSource } from './source.ts'

/** One procedure of a run: what the list says, what the detail record says, or both. */
export interface PreparedProcedure {
  code: string
  listed?: { source: ListedSource; record: ProcedureRecord }
  full?: { source: DetailSource; record: ProcedureRecord }
}

export interface PreparedCatalogue {
  procedures: PreparedProcedure[]
  conflicts: CatalogueConflict[]
}

/** Maps every source record and reports everything that does not fit; nothing here touches the database. */
export function prepareCatalogue(input: CatalogueInput): PreparedCatalogue {
  const conflicts: CatalogueConflict[] = []
  const byCode = new Map<string, PreparedProcedure>()
  for (const { where, why } of input.unreadable) conflictsOf(where, conflicts)('unreadable', 'file', why)

  const rememberListed = ({ line, source }: CatalogueInput['listed'][number]) => {
    const code = freeCode(source.code, `line ${line}`, (taken) => byCode.has(taken), conflicts)
    if (code)
      byCode.set(code, {
        code,
        listed: { source, record: listedRecord({ ...source, code }, conflictsOf(code, conflicts)) },
      })
  }
  const rememberFull = ({ file, source }: CatalogueInput['details'][number]) => {
    const code = freeCode(source.code, file, (taken) => byCode.get(taken)?.full !== undefined, conflicts)
    if (!code) return
    const report = conflictsOf(code, conflicts)
    if (!byCode.has(code) && input.listed.length > 0) report('detail-not-in-list', 'code', code, file)
    byCode.set(code, { ...byCode.get(code), code, full: { source, record: fullRecord({ ...source, code }, report) } })
  }
  input.listed.forEach(rememberListed)
  input.details.forEach(rememberFull)
  const procedures = [...byCode.values()]
  for (const one of procedures) compareSources(one, conflicts)
  reportSameNames(procedures, conflicts)
  return { procedures, conflicts }
}

/**
 * The code a record is kept under: its own, unless another record of the same source has it already. Codes are
 * synchronised and never invented, but a record that lost its code to another must not disappear either.
 */
function freeCode(
  source: unknown,
  where: string,
  isTaken: (code: string) => boolean,
  conflicts: CatalogueConflict[],
): string | undefined {
  const code = cleanLine(source)
  const report = conflictsOf(code || where, conflicts)
  if (!isUsableCode(code)) {
    report('code-unusable', 'code', source, where)
    return undefined
  }
  if (!isNationalCode(code)) report('code-malformed', 'code', code, where)
  if (!isTaken(code)) return code
  report('code-twice', 'code', source, where)
  for (let turn = 2; ; turn += 1) if (!isTaken(`${code}-${turn}`)) return `${code}-${turn}`
}

function compareSources({ code, listed, full }: PreparedProcedure, conflicts: CatalogueConflict[]): void {
  if (!listed || !full) return
  const report = conflictsOf(code, conflicts)
  const pairs: [string, string, string][] = [
    ['name', listed.record.name, full.record.name],
    ['field', listed.record.field.name, full.record.field.name],
    ['type', listed.record.kind, full.record.kind],
    ['publisher', listed.record.publisher.name, full.record.publisher.name],
    ['state', cleanLine(listed.source.state), cleanLine(full.source.state)],
  ]
  for (const [field, one, other] of pairs) if (one !== other) report('differs-from-list', field, one, other)
}

/** `Thủ tục đăng ký lại kết hôn` stands twice: a person who searches must be able to tell them apart. */
function reportSameNames(procedures: PreparedProcedure[], conflicts: CatalogueConflict[]): void {
  const first = new Map<string, string>()
  for (const { code, full, listed } of procedures) {
    const record = full?.record ?? listed?.record
    if (!record) continue
    const key = [record.name.toLowerCase(), record.publisher.name, record.audienceNames.join()].join('\n')
    const earlier = first.get(key)
    if (earlier) conflictsOf(code, conflicts)('same-name', 'name', record.name, earlier)
    else first.set(key, code)
  }
}
