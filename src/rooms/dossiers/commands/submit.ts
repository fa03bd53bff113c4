import { DomainError, Forbidden, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { dayOf, toLocal } from '#kernel/local-date.ts'
import type { Assurance, Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import {
  caseFor,
  type Filled,
  lockDraft,
  neededAssurance,
  type Service,
  type ServiceDefinition,
  snapshot,
  submitDraft,
  validateAll,
  walk,
} from '#rooms/forms/index.ts'
import { temporaryCode } from '../codes.ts'
import type { Dossier } from '../dossier.ts'
import { canonicalJson, GENESIS, type LogActor, type LogEntry, type LogFacts, sha256 } from '../log-entry.ts'
import { applicantWith, ownerIn, resultChannelIn } from '../people.ts'
import { findDossierById, insertDossier, linkDocuments, takeKey } from '../store/dossiers.ts'
import { insertEntry } from '../store/log.ts'
import { loadPlaces, type Places } from '../store/places.ts'
import { loadService } from '../store/services.ts'
import { actorOf, entryAfter, standingOf } from './advance.ts'
import { circumstances, routeFor } from './route.ts'
import { SCANS, type Submission } from './submission.ts'
import { tell } from './tell.ts'

const RANK: Record<Assurance, number> = { 'level-1': 1, 'level-2': 2, organisation: 2 }

/** Whether this account may file this service: who it is for, and how surely the state knows them. R-036 */
export function mayApply(service: Service, citizen: Citizen): boolean {
  const kind = citizen.assurance === 'organisation' ? 'organisation' : 'person'
  const needed = neededAssurance(service, kind)
  return needed !== undefined && RANK[citizen.assurance] >= RANK[needed]
}

/** Whether people may bring it to a desk. So far a desk helps persons; organisations file for themselves. */
export function takenAtDesk({ channels, applicants }: Pick<ServiceDefinition, 'channels' | 'applicants'>): boolean {
  return channels.includes('counter') && applicants.some(({ kind }) => kind === 'person')
}

interface Filing {
  citizen: Citizen
  submission: Submission
  service: Service
  places: Places
  filled: Filled
  at: Date
}

/** Files a dossier: temporary code, log, acknowledgement, draft closed; all or nothing. Twice with one key is once. R-061 */
export function submitDossier(citizen: Citizen, submission: Submission): Promise<Dossier> {
  return transaction(citizen.agencyId, (tx) => fileDossier(tx, citizen, submission))
}

/** The same in the caller's transaction, for a door whose own record stands or falls with the dossier. */
export async function fileDossier(tx: Tx, citizen: Citizen, submission: Submission): Promise<Dossier> {
  const [id, at] = [newId(), now()]
  const holder = await takeKey(tx, citizen.agencyId, { key: submission.key, dossierId: id, at })
  if (holder !== id) return filedBefore(tx, citizen, holder)

  const of = { code: submission.procedureCode, version: submission.serviceVersion }
  const service = await loadService(tx, citizen.agencyId, of)
  if (!mayApply(service, citizen)) throw new Forbidden('dossiers.assurance-too-low', { code: of.code })
  const places = await loadPlaces(tx, citizen.agencyId)
  const { from } = submission
  const filled = 'draftId' in from ? await lockDraft(tx, citizen, from.draftId) : from
  const filing: Filing = { citizen, submission, service, places, filled, at }

  const unsaved = newDossier(id, filing)
  const files = await ownFiles(tx, citizen, unsaved)
  const actor = actorOf(submission.help?.officer ?? citizen)
  const by = await standingOf(tx, unsaved, actor)
  const dossier = await insertUnderFreeCode(tx, unsaved, (drawn) => firstEntry(drawn, filing, { actor, by, files }))
  await linkDocuments(tx, dossier, linksOf(dossier))
  if ('draftId' in from) await submitDraft(tx, citizen, { id: from.draftId, code: dossier.temporaryCode })
  await tell(tx, dossier, { type: 'dossier.submitted', places })
  return dossier
}

async function filedBefore(tx: Tx, citizen: Citizen, id: string): Promise<Dossier> {
  const dossier = await findDossierById(tx, citizen.agencyId, id)
  if (dossier?.personId !== citizen.personId) throw new NotFound('dossiers.no-such-dossier')
  return dossier
}

/** What is filed is what the form asks now, whole and in order; what it does not ask is not there. */
function newDossier(id: string, filing: Filing): Dossier {
  const { citizen, submission, service, places, filled, at } = filing
  const { channel, context } = submission
  const errors = validateAll(service.form, filled, context)
  if (errors.length > 0) throw new DomainError('dossiers.incomplete', { questions: errors.length })

  const journey = walk(service.form, filled, context)
  const kept = snapshot(service.form, filled, context)
  const { answers, documents } = kept.filled
  const { [SCANS]: scans } = filled.documents
  const chosen = caseFor(service, journey, circumstances({ places, channel, at }))
  const receivedAtUnit = submission.help?.unitId
  const { receivingUnitId, competentUnitId } = routeFor(service, journey, { places, channel, at, receivedAtUnit })
  const applicant = applicantWith(answers, submission.applicant)
  return {
    agencyId: citizen.agencyId,
    id,
    temporaryCode: '',
    code: undefined,
    nationalCode: submission.born?.nationalCode,
    procedureCode: submission.procedureCode,
    serviceVersion: submission.serviceVersion,
    procedureName: service.package.service.name,
    caseCode: chosen.code,
    timeLimit: chosen.limit,
    channel,
    language: submission.language,
    resultChannel: resultChannelIn(answers, service.package.service.resultDelivery),
    status: 'submitted',
    submittedAt: at,
    ...NOT_YET,
    receivingUnitId,
    competentUnitId,
    personId: citizen.personId,
    helped: submission.help && { unitId: submission.help.unitId, officerId: submission.help.officer.officerId },
    applicant,
    owner: submission.owner ?? ownerIn(answers) ?? applicant,
    representative: submission.representative,
    answers,
    documents: scans ? { ...documents, [SCANS]: scans } : documents,
    formContext: kept.context,
    // @see Decree 61/2018, Art. 19.4, kept as the baseline: the limit begins anew once the dossier is complete
    afterSupplement: 'restart',
    log: { seq: 0, hash: GENESIS },
  }
}

const NOT_YET = {
  receivedAt: undefined,
  clockFrom: undefined,
  originalDueAt: undefined,
  dueAt: undefined,
  processingAt: undefined,
  resultReadyAt: undefined,
  returnedAt: undefined,
  step: undefined,
}

/** Only files of the person's own may be filed. Answers with their hashes, which go into the log. */
async function ownFiles(tx: Tx, citizen: Citizen, { documents }: Dossier): Promise<string[]> {
  const ids = [...new Set(Object.values(documents).flat())]
  const found = await listDocuments(tx, citizen.agencyId, ids)
  const wrong = found.length !== ids.length || found.some(({ ownerPersonId }) => ownerPersonId !== citizen.personId)
  if (wrong) throw new NotFound('dossiers.no-such-document')
  if (found.some(({ scan }) => scan === 'infected')) throw new DomainError('dossiers.infected-document')
  return found.map(({ sha256: hash }) => hash)
}

function linksOf({ documents, submittedAt }: Dossier) {
  return Object.entries(documents).flatMap(([question, ids]) =>
    ids.map((documentId) => ({ documentId, ...(question === SCANS ? {} : { question }), at: submittedAt })),
  )
}

/** What was filed is bound into the log by its hash; the answers themselves stay where they can be forgotten. */
function firstEntry(
  dossier: Dossier,
  { citizen, submission: { born, help }, at }: Filing,
  given: { actor: LogActor; by: LogFacts | undefined; files: readonly string[] },
): LogEntry {
  const { procedureCode, serviceVersion, caseCode, channel, language, resultChannel } = dossier
  const { temporaryCode: code, receivingUnitId, competentUnitId, answers } = dossier
  return entryAfter(dossier, {
    actor: given.actor,
    type: 'dossier.submitted',
    at,
    facts: {
      ...{ temporaryCode: code, procedureCode, serviceVersion, caseCode, channel, language, resultChannel },
      ...{ receivingUnitId, competentUnitId },
      answersHash: sha256(canonicalJson(answers)),
      files: given.files,
      ...(born ? { born: 'national-portal', nationalCode: born.nationalCode } : {}),
      ...(born?.at ? { filedThereAt: born.at.toISOString() } : {}),
      // Three places: where it was helped stands here, received and competent above.
      ...(help ? { filedBy: citizen.personId, helpedAtUnitId: help.unitId, identified: help.identified } : {}),
      ...(given.by ? { by: given.by } : {}),
    },
  })
}

const DRAWS = 30

async function insertUnderFreeCode(
  tx: Tx,
  unsaved: Dossier,
  entryOf: (dossier: Dossier) => LogEntry,
): Promise<Dossier> {
  const on = dayOf(toLocal(unsaved.submittedAt))
  for (let attempt = 0; attempt < DRAWS; attempt += 1) {
    const drawn = { ...unsaved, temporaryCode: temporaryCode(on, Math.random(), attempt) }
    const entry = entryOf(drawn)
    const dossier = { ...drawn, log: { seq: entry.seq, hash: entry.hash } }
    if (!(await insertDossier(tx, dossier))) continue
    await insertEntry(tx, entry)
    return dossier
  }
  throw new Error('no temporary code is free')
}
