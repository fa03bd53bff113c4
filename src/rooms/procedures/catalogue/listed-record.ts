import type { ProcedureKind, ProcedureRecord } from '../record.ts'
import { audiencesOf } from './audiences.ts'
import { cleanLine } from './clean-text.ts'
import type { ConflictSink } from './conflict.ts'
import { type ListedSource, textsOf } from './source.ts'

const KINDS: Record<string, ProcedureKind> = {
  STANDARD: 'standard',
  SPECIFIC: 'specific',
  STANDARD_INTERNAL: 'internal',
}

export function kindOf(type: unknown, report: ConflictSink): ProcedureKind {
  const kind = KINDS[String(type)]
  if (!kind) report('value-unknown', 'type', type)
  return kind ?? 'standard'
}

/** What the list alone knows of a procedure: name, field, audience, agencies. */
export function listedRecord(source: ListedSource, report: ConflictSink): ProcedureRecord {
  const departments = textsOf(source.departments).map(cleanLine).filter(Boolean)
  if (departments.length === 0) report('agency-missing', 'departments', source.departments)
  const audienceNames = textsOf(source.formalityTargetType).map(cleanLine).filter(Boolean)

  return {
    code: cleanLine(source.code),
    name: cleanLine(source.name),
    kind: kindOf(source.type, report),
    detail: 'listed',
    field: { code: '', name: cleanLine(textsOf(source.categories)[0]) },
    audiences: audiencesOf(audienceNames, (name) => report('value-unknown', 'formalityTargetType', name)),
    audienceNames,
    publisher: { code: '', name: cleanLine(source.departmentPromulgate) },
    executing: departments.map((name) => ({ code: '', name })),
    deciding: [],
    coordinating: [],
    receivedAt: [],
    nationalLevel: 'information',
    tiers: [],
    anywhereInProvince: false,
    channels: [],
    cases: [],
    papers: [],
    steps: [],
    results: [],
    requirements: [],
    law: [],
    lifeEvents: [],
    decision: null,
    updatedOn: null,
  }
}
