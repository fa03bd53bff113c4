import type { Tx } from '#platform/db/index.ts'
import type { Dossier } from '../dossier.ts'
import { findDossier, listWith } from '../store/dossiers.ts'
import { advance } from './advance.ts'
import { readRef } from './find.ts'

/** By any of its codes as another system wrote it, whoever asks: the caller answers for who may know. */
export async function findDossierAsSystem(tx: Tx, agencyId: number, text: string): Promise<Dossier | undefined> {
  const ref = readRef(text)
  return ref === undefined ? undefined : findDossier(tx, agencyId, ref)
}

/** The dossiers in which a file stands. */
export function listDossiersWith(tx: Tx, agencyId: number, documentId: string): Promise<Dossier[]> {
  return listWith(tx, agencyId, documentId)
}

/** Another system has sent something about this dossier: the log says so, nothing else changes. */
export function recordNotice(
  tx: Tx,
  dossier: Dossier,
  { from, service, number }: { from: 'national-portal'; service: string; number: string },
): Promise<Dossier> {
  const facts = { from, service, number }
  return advance(tx, dossier, { entry: { actor: { kind: 'system' }, type: 'dossier.notice', facts } })
}
