import type { Tx } from '#platform/db/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import {
  type Dossier,
  type DossierSlips,
  getDossierAsSystem,
  getSlips,
  type Life,
  type LogActor,
  type LogEntry,
  lifeOf,
  listLog,
  loadService,
} from '#rooms/dossiers/index.ts'
import type { Service } from '#rooms/forms/index.ts'
import { getOfficer, getPerson } from '#rooms/identity/index.ts'
import { getProcedure } from '#rooms/procedures/index.ts'
import { findResult } from '#rooms/results/index.ts'
import type { Message } from '../message.ts'

/** What a message of a dossier can be composed from: the log up to its entry, and the record it belongs to. */
export interface Gathered {
  dossier: Dossier
  entry: LogEntry
  /** As the log proved it at that entry. */
  life: Life
  slips: DossierSlips
  service: Service
}

/** Throws NotFound for a message without a dossier. */
export async function gather(tx: Tx, { agencyId, dossierId = '', seq = 0 }: Message): Promise<Gathered> {
  const dossier = await getDossierAsSystem(tx, agencyId, dossierId)
  const entries = (await listLog(tx, dossier)).filter((entry) => entry.seq <= seq)
  const [entry, life] = [entries.at(-1), lifeOf(entries)]
  if (!entry || !life) throw new Error(`the log of ${dossierId} does not begin with a submission`)
  const service = await loadService(tx, agencyId, { code: dossier.procedureCode, version: dossier.serviceVersion })
  return { dossier, entry, life, slips: await getSlips(tx, dossier), service }
}

export interface Paper {
  id: string
  name: string
  /** Code of the component in the national catalogue; empty when the package names none. */
  componentCode: string
  addedAt: Date
}

/** Files handed in up to then, those of supplements too. */
export async function papersOf(tx: Tx, { dossier, slips, service }: Gathered): Promise<Paper[]> {
  const filed = Object.entries(dossier.documents).flatMap(([question, ids]) =>
    ids.map((id) => ({ id, componentCode: componentOf(service, question), addedAt: dossier.submittedAt })),
  )
  const supplied = slips.supplements.flatMap(({ suppliedAt, items }) =>
    items.flatMap(({ documentIds }) => documentIds.map((id) => ({ id, componentCode: '', addedAt: suppliedAt }))),
  )
  const all = [...filed, ...supplied]
  const known = await listDocuments(tx, dossier.agencyId, [...new Set(all.map(({ id }) => id))])
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return all.map((one) => ({ ...one, name: names.get(one.id) ?? '' }))
}

function componentOf({ package: { form, service } }: Service, question: string): string {
  const questions = form.steps.flatMap((step) => step.questions)
  const asked = questions.find(({ id }) => id === question)
  const document = asked && 'document' in asked ? asked.document : undefined
  return service.documents.find(({ id }) => id === document)?.code ?? ''
}

export async function unitNames(tx: Tx, ids: readonly (string | undefined)[]): Promise<(id: string) => string> {
  const known = [...new Set(ids.filter((id) => id !== undefined))]
  const units = await Promise.all(known.map(async (id) => [id, (await getUnit(tx, id)).name.vi] as const))
  const names = new Map(units)
  return (id) => names.get(id) ?? ''
}

/** What the national catalogue calls the procedure and its field: the outside knows no other names. */
export async function listedAs(
  tx: Tx,
  { agencyId, procedureCode }: Dossier,
): Promise<{ procedureName: string; field: { code: string; name: string } }> {
  const { record } = await getProcedure(tx, agencyId, procedureCode)
  return { procedureName: record.name, field: record.field }
}

/** The paper of which the entry `dossier.result-ready` speaks. */
export async function resultOf(tx: Tx, entries: readonly LogEntry[], service: Service) {
  const id = entries.find(({ type }) => type === 'dossier.result-ready')?.facts.resultId
  const result = typeof id === 'string' ? await findResult(tx, id) : undefined
  if (!result) return undefined
  const code = service.package.procedure.results[0]?.code ?? ''
  return { id: result.id, title: result.title, code, url: `${result.document.origin}/verify/${result.verifyToken}` }
}

/** The name the outside is told for who acted. */
export async function sayActor(
  tx: Tx,
  actor: LogActor,
  { dossier: { owner }, slips }: Pick<Gathered, 'dossier' | 'slips'>,
): Promise<{ name: string; position?: string | undefined }> {
  if (actor.kind === 'citizen') return { name: owner.name }
  if (actor.kind === 'system') return { name: 'Hệ thống' }
  // A slip names its officer as they were called that day.
  const signed = [slips.receipt, slips.refusal, ...slips.supplementRequests]
  const name = signed.find((slip) => slip?.officerId === actor.id)?.officerName
  if (name !== undefined) return { name }
  const officer = await getOfficer(tx, actor.id)
  return { name: officer.name, position: officer.appointments[0]?.title.vi }
}

/** The account at the national portal of who filed a dossier there. */
export async function techIdOf(
  tx: Tx,
  { agencyId, personId, nationalCode }: Pick<Dossier, 'agencyId' | 'personId' | 'nationalCode'>,
): Promise<string | undefined> {
  if (personId === undefined || nationalCode === undefined) return undefined
  return (await getPerson(tx, agencyId, personId)).techId
}
