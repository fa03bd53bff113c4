import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { type LocalDateTime, toInstant } from '#kernel/local-date.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { LogEntry, LogFacts } from '#rooms/dossiers/index.ts'

/** `2026-03-02T08:00`, Vietnam time. */
export function at(local: string): Date {
  return toInstant(local as LocalDateTime)
}

export interface Act {
  type: string
  at: Date
  facts?: LogFacts
}

export interface Told {
  id: string
  entries: LogEntry[]
}

/** The log of one dossier of the agency 1, as its acts write it. Chains are not linked: nobody here follows them. */
export function tell(acts: readonly Act[], id = newId()): Told {
  const entries = acts.map(
    ({ type, at: moment, facts = {} }, index): LogEntry => ({
      agencyId: 1,
      dossierId: id,
      seq: index + 1,
      at: moment,
      actor: { kind: 'system' },
      type,
      facts,
      prevHash: '',
      hash: '',
    }),
  )
  return { id, entries }
}

export interface Filed {
  procedureCode?: string
  channel?: string
  born?: string
  unit?: string
  competent?: string
}

export function submitted(moment: Date, filed: Filed = {}): Act {
  const { procedureCode = '9.000001', channel = 'online', unit = DEMO.units.mauAn, competent = unit, born } = filed
  const facts = { procedureCode, channel, receivingUnitId: unit, competentUnitId: competent, ...(born ? { born } : {}) }
  return { type: 'dossier.submitted', at: moment, facts }
}

export function received(moment: Date, dueAt: string | null = null, unitId: string = DEMO.units.mauAn): Act {
  return { type: 'dossier.received', at: moment, facts: { unitId, dueAt, code: 'H99.12-260302-0001' } }
}

export function finished(moment: Date, outcome = 'granted'): Act {
  return { type: 'dossier.result-ready', at: moment, facts: { outcome } }
}

/** The row under a log, as little of it as the database asks for. */
export async function insertDossierRow(tx: Tx, { id, entries }: Told): Promise<void> {
  const [first] = entries
  if (!first) return
  const { facts } = first
  await sql`
    insert into dossiers (agency_id, id, temporary_code, procedure_code, service_version, procedure_name, case_code,
      time_limit, channel, language, result_channel, status, submitted_at, receiving_unit_id, competent_unit_id,
      applicant, owner, answers, documents, form_context, after_supplement, log_seq, log_hash)
    values (1, ${id}, ${`TN-${id}`}, ${facts.procedureCode}, '1', '{"vi":"Mẫu","en":"Sample"}', 'c', '3wd',
      'online', 'vi', 'electronic', 'submitted', ${first.at}, ${facts.receivingUnitId}, ${facts.competentUnitId},
      '{"name":"Mẫu"}', '{"name":"Mẫu"}', '{}', '{}', '{}', 'restart', 1, '')`.execute(tx)
}

export async function insertEntries(tx: Tx, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('dossier_log')
    .values(
      entries.map((entry) => ({
        agency_id: entry.agencyId,
        dossier_id: entry.dossierId,
        seq: entry.seq,
        at: entry.at,
        actor: JSON.stringify(entry.actor),
        type: entry.type,
        facts: JSON.stringify(entry.facts),
        prev_hash: '',
        hash: '',
      })),
    )
    .execute()
}

/** Writes whole logs, all at once. */
export async function write(...told: readonly Told[]): Promise<void> {
  await transaction(1, async (tx) => {
    for (const one of told) await insertDossierRow(tx, one)
    await insertEntries(
      tx,
      told.flatMap(({ entries }) => entries),
    )
  })
}
