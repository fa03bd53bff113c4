import { createHmac } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import { localDate } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import { type Dossier, getDossierAsSystem, loadService } from '#rooms/dossiers/index.ts'
import type { RequiredDocument } from '#rooms/forms/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import type { Connection } from '../connection.ts'
import { type Finding, isSettled, type Purpose, type Registry, type Subject } from '../registries/lookup.ts'
import { populationRegistry } from '../registries/population/adapter.ts'
import { findConnection } from '../store/connections.ts'
import { insertLookup, listLookups } from '../store/lookups.ts'

interface Ready {
  connection: Connection
  dossier: Dossier
  subject: Subject | undefined
  /** Components that the registry stands for and that are not settled yet. */
  open: readonly RequiredDocument[]
}

/**
 * Asks the registries for what nobody has to bring with this dossier, once for each component, and keeps the answers as
 * evidence. Throws when a registry was silent, so that the job that called it comes back.
 */
export async function lookUpComponents(agencyId: number, dossierId: string): Promise<void> {
  const ready = await read(agencyId, (tx) => prepare(tx, agencyId, dossierId))
  if (!ready?.subject) return
  const { connection, dossier, subject } = ready
  const registry = populationRegistry(connection)
  let silent = 0
  for (const { id, source } of ready.open) {
    const purpose: Purpose = {
      procedureCode: dossier.procedureCode,
      ...{ dossierId, component: id },
      basis: source?.vi ?? 'Nghị định 104/2022/NĐ-CP, Điều 14',
      actor: { kind: 'system' },
    }
    const { outcome } = await ask(registry, {
      agencyId,
      officerCode: connection.settings.officerCode,
      purpose,
      subject,
    })
    if (outcome === 'unreachable') silent += 1
  }
  if (silent > 0) throw new Error(`${registry.name} was silent about ${silent} component(s) of a dossier`)
}

async function prepare(tx: Tx, agencyId: number, dossierId: string): Promise<Ready | undefined> {
  const connection = await findConnection(tx, 'population')
  if (connection?.state !== 'on') return undefined
  const dossier = await getDossierAsSystem(tx, agencyId, dossierId)
  const service = await loadService(tx, agencyId, { code: dossier.procedureCode, version: dossier.serviceVersion })
  const settled = (await listLookups(tx, dossierId)).filter(isSettled).map(({ component }) => component)
  const open = service.package.service.documents.filter(
    ({ id, registry }) => registry === 'population' && !settled.includes(id),
  )
  return { connection, dossier, subject: await subjectOf(tx, dossier), open }
}

/** The owner, whose birthday the form or the account knows; undefined when the dossier does not say enough to ask. */
async function subjectOf(
  tx: Tx,
  { agencyId, owner, applicant, personId, answers }: Dossier,
): Promise<Subject | undefined> {
  if (owner.kind !== 'person' || !owner.identityNumber) return undefined
  const { identityNumber: idNumber, name } = owner
  if (typeof answers.ownerBornOn === 'string' && idNumber !== applicant.identityNumber) {
    return { idNumber, name, born: { on: localDate(answers.ownerBornOn) } }
  }
  if (personId === undefined || idNumber !== applicant.identityNumber) return undefined
  const { bornOn, bornYear } = await getPerson(tx, agencyId, personId)
  if (bornOn) return { idNumber, name, born: { on: bornOn } }
  return bornYear === undefined ? undefined : { idNumber, name, born: { year: bornYear } }
}

/** One question, written down whatever comes of it. */
export async function ask(
  registry: Registry,
  of: { agencyId: number; officerCode: string | undefined; purpose: Purpose; subject: Subject },
): Promise<Finding> {
  const { agencyId, purpose, subject } = of
  const [id, at] = [newId(), now()]
  const officerCode = purpose.actor.kind === 'system' ? (of.officerCode ?? '') : purpose.actor.id
  const finding = await registry.ask({ requestId: id, officerCode, purpose, subject })
  const subjectHash = createHmac('sha256', secretKey()).update(subject.idNumber).digest('hex')
  await transaction(agencyId, (tx) =>
    insertLookup(tx, {
      ...{ agencyId, id, purpose, subjectHash, at, finding },
      ...{ registry: registry.name, operation: registry.operation },
      milliseconds: Math.max(0, now().getTime() - at.getTime()),
    }),
  )
  return finding
}
