import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import './tables.ts'

export interface Act {
  act: string
  viewer: { kind: 'citizen' | 'officer'; id: string } | undefined
  method: string
  route: string
  dossier: string | undefined
  /** Whose record it was. */
  person: string | undefined
  status: number
  ip: string
  requestId: string
}

export async function addAuditEntry(tx: Tx, agencyId: number, act: Act): Promise<void> {
  const { viewer } = act
  await tx
    .insertInto('audit_entries')
    .values({
      agency_id: agencyId,
      id: newId(),
      at: now(),
      act: act.act,
      viewer_kind: viewer?.kind ?? null,
      viewer_id: viewer?.id ?? null,
      method: act.method,
      route: act.route,
      dossier: act.dossier ?? null,
      person_id: act.person ?? null,
      status: act.status,
      ip: act.ip,
      request_id: act.requestId,
    })
    .execute()
}
