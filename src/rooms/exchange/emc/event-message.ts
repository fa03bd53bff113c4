import { createHmac } from 'node:crypto'
import type { Dossier, Life, LogEntry } from '#rooms/dossiers/index.ts'
import type { Composed, StatusCodes } from '../adapter.ts'
import { refFor, stamp } from '../national/dossier-message.ts'

export interface EventFacts {
  dossier: Dossier
  /** The entry that is told. */
  entry: LogEntry
  life: Life
  codes: StatusCodes
  siteId: string
  level: 'full' | 'partial' | 'information'
  /** Makes people's ids into ones that say nothing outside this installation. */
  pseudonymKey: string
}

const LEVELS = { full: 4, partial: 3, information: 1 } as const

/** The same person is the same pseudonym in every event of an agency, and of no other agency. @see Law 91/2025, Art. 14 */
function pseudonym(id: string, { dossier, pseudonymKey }: EventFacts): string {
  return createHmac('sha256', pseudonymKey).update(`${dossier.agencyId} ${id}`).digest('hex').slice(0, 32)
}

/**
 * TrackingMCDT: one change of status, for the system that measures digital services. Says who only under a pseudonym.
 * Undefined before the dossier has a code. R-189 @see CV 5901/BTTTT-CĐSQG; EMC contract §4
 */
export function eventMessage(facts: EventFacts): Composed | undefined {
  const { dossier, entry, life, codes } = facts
  const ref = refFor(facts)
  if (ref === undefined) return undefined
  const record = [1]
  const fields: [string, unknown, readonly number[]][] = [
    ['CodeProfile', ref, [life.code?.seq ?? 1]],
    ['SiteId', facts.siteId, record],
    ['CodeTTHC', dossier.procedureCode, record],
    ['NameTTHC', dossier.procedureName.vi, record],
    ['MaHoSo', ref, [life.code?.seq ?? 1]],
    ['Status', Number(codes.get(life.status.value)?.code ?? 0), [life.status.seq]],
    ['FormsReception', dossier.channel === 'online' ? 1 : 2, record],
    ['FormsPayments', 0, record],
    ['Level', LEVELS[facts.level], record],
    ['IsFromDVCQG', 0, record],
    ['IsDVCBC', dossier.resultChannel === 'post' ? 1 : 0, record],
    ['Data', JSON.stringify({ at: stamp(entry.at) }), [entry.seq]],
    ['User', JSON.stringify(userOf(facts)), record],
  ]
  return {
    ref,
    payload: Object.fromEntries(fields.map(([name, value]) => [name, value])),
    proof: Object.fromEntries(fields.map(([name, , seqs]) => [name, seqs])),
  }
}

function userOf(facts: EventFacts) {
  const { owner, personId, id } = facts.dossier
  return { ID_local: pseudonym(personId ?? id, facts), ID_QG: '', TYPE: owner.kind === 'person' ? 1 : 2, LOCATION: '' }
}
