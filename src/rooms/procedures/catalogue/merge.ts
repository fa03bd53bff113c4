import type { ProcedureRecord } from '../record.ts'
import type { PreparedProcedure } from './prepare.ts'

/**
 * The record after this run. A detail record replaces everything; the list alone corrects what it knows and leaves
 * the parts that an earlier detail record (or a service package) brought. Plain words are ours, and stay.
 */
export function mergedRecord(
  { listed, full }: PreparedProcedure,
  before: ProcedureRecord | undefined,
): ProcedureRecord {
  const brought = full?.record ?? listed?.record ?? before
  if (!brought) throw new Error('nothing to merge')
  if (!full && before?.detail === 'full' && listed) return { ...before, ...listPart(listed.record, before) }
  return before?.plain ? { ...brought, plain: before.plain } : brought
}

function listPart(listed: ProcedureRecord, before: ProcedureRecord): Partial<ProcedureRecord> {
  const sameField = listed.field.name === before.field.name
  const samePublisher = listed.publisher.name === before.publisher.name
  return {
    name: listed.name,
    kind: listed.kind,
    field: sameField ? before.field : listed.field,
    publisher: samePublisher ? before.publisher : listed.publisher,
    audiences: listed.audiences,
    audienceNames: listed.audienceNames,
  }
}
