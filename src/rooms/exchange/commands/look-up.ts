import { createHmac } from 'node:crypto'
import { allow, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { toLocal } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import { type Dossier, getDossier, getDossierAsSystem, type LogActor, loadService } from '#rooms/dossiers/index.ts'
import type { RequiredDocument } from '#rooms/forms/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import type { Connection } from '../connection.ts'
import { registryFor } from '../registries/adapter.ts'
import {
  type Finding,
  FOR_A_JOB,
  FOR_A_PERSON,
  isSettled,
  type Keys,
  type Patience,
  type Purpose,
  type Registry,
  type RegistryName,
  UNREADABLE,
} from '../registries/lookup.ts'
import { canAskAgain, isOpen } from '../registries/may-ask.ts'
import { type Facts, fillKeys, missingKeys, questionsOf, type RegistryQuestion } from '../registries/question.ts'
import { type ComponentStanding, standingOf } from '../registries/standing.ts'
import { findConnection } from '../store/connections.ts'
import { insertLookup, listAllLookups } from '../store/lookups.ts'
import { listQuestions } from '../store/lookups-questions.ts'

/** A question that can be asked now. */
interface Ready {
  registry: Registry
  officerCode: string
  keys: Keys
}

interface Examined {
  question: RegistryQuestion
  /** Undefined: not connected, or this installation cannot speak to it. */
  ready: Ready | undefined
  missing: readonly string[]
}

interface Scene {
  dossier: Dossier
  facts: Facts
  examined: readonly Examined[]
}

/** The dossier with what registries stand for in it. */
async function examine(
  tx: Tx,
  dossier: Dossier,
  { documents, patience }: { documents: readonly RequiredDocument[]; patience: Patience },
): Promise<Scene> {
  const questions = questionsOf(documents, await listQuestions(tx, dossier.procedureCode, today()))
  const facts = questions.length === 0 ? {} : await factsOf(tx, dossier)
  const examined = await Promise.all(
    questions.map(async (question) => {
      const keys = fillKeys(question.keys, facts)
      const made = registryFor(question.registry)
      const connection = await findConnection(tx, question.registry)
      if (!made || connection?.state !== 'on') return { question, ready: undefined, missing: [] }
      const registry = made(connection, patience)
      const ready = { registry, keys, officerCode: officerCodeOf(connection) }
      return { question, ready, missing: missingKeys(registry.needs, keys) }
    }),
  )
  return { dossier, facts, examined }
}

const officerCodeOf = ({ settings }: Pick<Connection, 'settings'>) => settings.officerCode ?? ''

async function documentsOf(tx: Tx, { agencyId, procedureCode, serviceVersion }: Dossier) {
  const service = await loadService(tx, agencyId, { code: procedureCode, version: serviceVersion })
  return service.package.service.documents
}

/** What the dossier knows that a registry can be asked by. */
async function factsOf(tx: Tx, dossier: Dossier): Promise<Facts> {
  const { owner, applicant, answers, code, receivedAt } = dossier
  const said = Object.entries(answers).flatMap(([question, value]) =>
    typeof value === 'string' ? [[`answers.${question}`, value] as const] : [],
  )
  return {
    ...Object.fromEntries(said),
    'owner.name': owner.name,
    'owner.identityNumber': owner.identityNumber,
    'owner.address': owner.address,
    'owner.born': await bornOf(tx, dossier),
    'applicant.name': applicant.name,
    'applicant.identityNumber': applicant.identityNumber,
    'dossier.code': code,
    'dossier.receivedAt': receivedAt && toLocal(receivedAt).replace(/\D/g, '').padEnd(14, '0'),
    'dossier.procedureCode': dossier.procedureCode,
  }
}

/** The owner's birthday, which the form or the account knows. */
async function bornOf(tx: Tx, { agencyId, owner, applicant, personId, answers }: Dossier): Promise<string | undefined> {
  if (owner.kind !== 'person') return undefined
  if (owner.identityNumber !== applicant.identityNumber) {
    return typeof answers.ownerBornOn === 'string' ? answers.ownerBornOn : undefined
  }
  if (personId === undefined) return undefined
  const person = await getPerson(tx, agencyId, personId).catch((error: unknown) => {
    // An account that is gone states no birthday.
    if (error instanceof NotFound) return undefined
    throw error
  })
  return person?.bornOn ?? person?.bornYear?.toString()
}

/**
 * Asks the registries for what nobody has to bring with this dossier, once for each component, and keeps the answers as
 * evidence. Nothing waits for it: a registry that is silent is asked again by `fillIn`. `resting` are registries that
 * are left alone; those found silent join them.
 */
export async function lookUpComponents(
  agencyId: number,
  dossierId: string,
  resting: Set<RegistryName> = new Set(),
): Promise<void> {
  const scene = await read(agencyId, async (tx) => {
    const dossier = await getDossierAsSystem(tx, agencyId, dossierId)
    const scene = await examine(tx, dossier, { documents: await documentsOf(tx, dossier), patience: FOR_A_JOB })
    return { ...scene, lookups: await listAllLookups(tx, dossierId) }
  })
  const settled = scene.lookups.filter(isSettled).map(({ component }) => component)
  for (const { question, ready, missing } of isOpen(scene.dossier) ? scene.examined : []) {
    if (!ready || missing.length > 0 || settled.includes(question.component) || resting.has(question.registry)) continue
    const finding = await askAbout(scene.dossier, { question, ready, actor: { kind: 'system' } })
    if (finding.outcome === 'unreachable' && finding.problem !== UNREADABLE.problem) resting.add(question.registry)
  }
}

function askAbout(
  dossier: Dossier,
  by: { question: RegistryQuestion; ready: Ready; actor: LogActor; reason?: string },
): Promise<Finding> {
  const { question, ready, actor, reason } = by
  return ask(ready.registry, {
    agencyId: dossier.agencyId,
    officerCode: ready.officerCode,
    keys: ready.keys,
    purpose: {
      requestId: newId(),
      procedureCode: dossier.procedureCode,
      ...{ dossierId: dossier.id, component: question.component, basis: question.basis, actor },
      ...(reason === undefined ? {} : { reason }),
    },
  })
}

/**
 * An officer asks once more for one component, and says why. What came of it stands in the evidence, silence too.
 * Throws NotFound and Forbidden.
 */
export async function lookAgain(
  officer: Officer,
  { ref, component, reason }: { ref: string; component: string; reason: string },
): Promise<Finding> {
  const scene = await read(officer.agencyId, async (tx) => {
    const dossier = await getDossier(tx, officer, ref)
    allow(canAskAgain(officer, dossier))
    return examine(tx, dossier, { documents: await documentsOf(tx, dossier), patience: FOR_A_PERSON })
  })
  const one = scene.examined.find(({ question }) => question.component === component)
  if (!one?.ready || one.missing.length > 0) throw new NotFound('exchange.nothing-to-ask')
  const { question, ready } = one
  return askAbout(scene.dossier, { question, ready, actor: { kind: 'officer', id: officer.officerId }, reason })
}

/** How the components stand that a registry answers for, with the evidence beside what the person said. */
export async function componentStandings(
  tx: Tx,
  dossier: Dossier,
  documents: readonly RequiredDocument[],
): Promise<ComponentStanding[]> {
  const { facts, examined } = await examine(tx, dossier, { documents, patience: FOR_A_PERSON })
  const lookups = examined.length === 0 ? [] : await listAllLookups(tx, dossier.id)
  return examined.map(({ question, ready, missing }) =>
    standingOf(question, { lookups, facts, canAsk: ready !== undefined, missing }),
  )
}

/** One question, written down whatever comes of it. */
export async function ask(
  registry: Registry,
  of: { agencyId: number; officerCode: string | undefined; purpose: Purpose; keys: Keys },
): Promise<Finding> {
  const { agencyId, purpose, keys } = of
  const at = now()
  const officer = purpose.actor.kind === 'system' ? (of.officerCode ?? '') : purpose.actor.id
  const finding = await registry.lookUp(purpose, officer, keys)
  const subject = keys[registry.needs[0]] ?? ''
  const subjectHash = createHmac('sha256', secretKey()).update(subject).digest('hex')
  await transaction(agencyId, (tx) =>
    insertLookup(tx, {
      ...{ agencyId, purpose, subjectHash, at, finding },
      ...{ registry: registry.name, operation: registry.operation },
      milliseconds: Math.max(0, now().getTime() - at.getTime()),
    }),
  )
  return finding
}
