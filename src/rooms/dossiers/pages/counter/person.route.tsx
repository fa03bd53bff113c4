import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type FieldError, Forbidden, NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { findOpenDraft, type Helped } from '#rooms/forms/index.ts'
import { findProvenPerson, personAtCounter, recordAtCounter, takeKept } from '#rooms/identity/index.ts'
import { beginAtCounter } from '../../commands/counter.ts'
import { desksOf } from '../../policy.ts'
import { loadPlaces } from '../../store/places.ts'
import { prepareApplying } from '../apply/applying.ts'
import { draftBase, getServiceAtDesks } from './at-desk.ts'
import { en } from './person.en.ts'
import { vi } from './person.vi.ts'
import { KnownPage, type KnownPerson, NumberPage, RecordPage } from './person.view.tsx'
import { bareNumber, checkTyped, isIdNumber, nobody, typedFrom, typedIn, typedOf } from './stated.ts'

interface ServiceRequest {
  Params: { code: string }
  Querystring: { kept?: string }
}

interface PersonRequest extends ServiceRequest {
  Params: { code: string; person: string }
}

const DESK = { area: 'desk' } as const

function serviceOf(request: FastifyRequest<ServiceRequest>) {
  const { agencyId } = requireOfficer(request)
  return read(agencyId, (tx) => getServiceAtDesks(tx, agencyId, request.params.code))
}

function peopleOf(request: FastifyRequest<ServiceRequest>): string {
  return `/desk/counter/${encodeURIComponent(request.params.code)}/people`
}

/** By the number: on to whom the agency knows, or to what the paper says. The number never stands in an address. */
async function lookUp(request: FastifyRequest<ServiceRequest>, reply: FastifyReply) {
  const { agencyId } = requireOfficer(request)
  const service = await serviceOf(request)
  const t = wordsFor(request, { vi, en })
  const typed = bareNumber(postedText(request, 'idNumber')).slice(0, 40)
  if (!isIdNumber(typed)) {
    const errors = [{ field: 'idNumber', message: t.errors.idNumber }]
    return reply.code(422).page(<NumberPage {...{ service, typed, errors, t }} />, DESK)
  }
  const person = await read(agencyId, (tx) => findProvenPerson(tx, agencyId, typed))
  if (person) return reply.redirect(`${peopleOf(request)}/${person.id}`, 303)
  return reply.page(<RecordPage service={service} typed={nobody(typed)} t={t} />, DESK)
}

/**
 * A page that was the answer to a post, asked for again: after the session ran out, with what had been typed, which
 * only `kept` still knows.
 */
async function comeBack(request: FastifyRequest<ServiceRequest>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const service = await serviceOf(request)
  const t = wordsFor(request, { vi, en })
  const { kept = '' } = request.query
  const body = isId(kept) ? await read(officer.agencyId, (tx) => takeKept(tx, officer, kept)) : undefined
  const field = (name: string) => [body?.[name] ?? ''].flat()[0] ?? ''
  const typed = typedFrom(field)
  if (typed.name === '') return reply.page(<NumberPage service={service} typed={typed.idNumber} t={t} />, DESK)
  const known = await knownAs(officer, field('known'))
  return reply.page(<RecordPage {...{ service, typed, known, t }} />, DESK)
}

async function record(request: FastifyRequest<ServiceRequest>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const service = await serviceOf(request)
  const t = wordsFor(request, { vi, en })
  const typed = typedIn(request)
  const { stated, errors } = checkTyped(typed, t)
  if (!stated) {
    const known = await knownAs(officer, postedText(request, 'known'))
    return reply.code(422).page(<RecordPage {...{ service, typed, known, errors, t }} />, DESK)
  }
  const { id } = await transaction(officer.agencyId, (tx) => recordAtCounter(tx, officer, stated))
  return reply.redirect(`${peopleOf(request)}/${id}`, 303)
}

async function knownAs({ agencyId }: Officer, id: string) {
  return isId(id) ? (await read(agencyId, (tx) => personAtCounter(tx, agencyId, id))).person : undefined
}

interface Met extends KnownPerson {
  citizen: Citizen
}

async function meet(tx: Tx, officer: Officer, { code, person: id }: PersonRequest['Params']): Promise<Met> {
  if (!isId(id)) throw new NotFound('identity.no-such-person')
  const service = await getServiceAtDesks(tx, officer.agencyId, code)
  const { person, citizen } = await personAtCounter(tx, officer.agencyId, id)
  const { units } = await loadPlaces(tx, officer.agencyId)
  const mine = desksOf(officer, units)
  if (mine.length === 0) throw new Forbidden('dossiers.not-your-desk')
  const desks = units.filter((unit) => mine.includes(unit.id)).map(({ id: unitId, name }) => ({ id: unitId, name }))
  const open = await findOpenDraft(tx, citizen, code)
  const begun = open && { at: open.updatedAt, here: open.helped !== undefined && mine.includes(open.helped.unitId) }
  return { service, person, citizen, desks, begun }
}

async function showKnown(request: FastifyRequest<PersonRequest>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const met = await read(officer.agencyId, (tx) => meet(tx, officer, request.params))
  return reply.page(<KnownPage {...met} t={wordsFor(request, { vi, en })} />, DESK)
}

async function showCorrection(request: FastifyRequest<PersonRequest>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const { service, person } = await read(officer.agencyId, (tx) => meet(tx, officer, request.params))
  // What an account has stated is the state's own.
  if (person.statedBy === 'account') return reply.redirect(`${peopleOf(request)}/${person.id}`, 303)
  const t = wordsFor(request, { vi, en })
  return reply.page(<RecordPage service={service} typed={typedOf(person)} known={person} t={t} />, DESK)
}

const WAYS: readonly Helped['identified'][] = ['card', 'vneid', 'other']

interface Chosen {
  identified: Helped['identified'] | undefined
  unitId: string | undefined
  errors: FieldError[]
}

function chosenIn(request: FastifyRequest, { desks, begun }: Met, t: typeof vi): Chosen {
  const identified = WAYS.find((way) => way === postedText(request, 'identified'))
  const [only, ...more] = desks
  const unitId = more.length > 0 ? desks.find(({ id }) => id === postedText(request, 'desk'))?.id : only?.id
  const errors: FieldError[] = []
  if (!identified) errors.push({ field: 'identified', message: t.errors.identified })
  if (!unitId) errors.push({ field: 'desk', message: t.errors.desk })
  const asked = !begun || begun.here || postedText(request, 'takeOver') === 'yes'
  if (!asked) errors.push({ field: 'takeOver', message: t.errors.takeOver })
  return { identified, unitId, errors }
}

/** The person has been compared with their paper: their form begins, or goes on. */
async function begin(request: FastifyRequest<PersonRequest>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const { code } = request.params
  const { met, applying } = await read(officer.agencyId, async (tx) => {
    const found = await meet(tx, officer, request.params)
    return { met: found, applying: await prepareApplying(tx, found.citizen, code) }
  })
  const t = wordsFor(request, { vi, en })
  const { identified, unitId, errors } = chosenIn(request, met, t)
  if (errors.length > 0 || !identified || !unitId) {
    const chosen = { identified: postedText(request, 'identified'), desk: postedText(request, 'desk') }
    return reply.code(422).page(<KnownPage {...met} chosen={chosen} errors={errors} t={t} />, DESK)
  }
  const { service, context } = applying
  const draft = await beginAtCounter(officer, {
    ...{ citizen: met.citizen, unitId, identified, asked: postedText(request, 'takeOver') === 'yes' },
    ...{ procedureCode: code, serviceVersion: service.package.service.version, language: request.language },
    ...{ form: service.form, context },
  })
  return reply.redirect(draftBase(draft), 303)
}

/** Who stands at the counter: looked up by the number of their paper, or written down. Every reading is recorded. R-070 */
export const personRoutes: FastifyPluginAsync = async (app) => {
  const base = '/desk/counter/:code'
  const may = 'desk-officer'
  app.get<ServiceRequest>(base, { config: { may } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    return reply.page(<NumberPage service={await serviceOf(request)} t={t} />, DESK)
  })
  app.get<ServiceRequest>(`${base}/person`, { config: { may } }, comeBack)
  app.get<ServiceRequest>(`${base}/people`, { config: { may } }, comeBack)
  app.post<ServiceRequest>(`${base}/person`, { config: { may, audit: 'person.looked-up' } }, lookUp)
  app.post<ServiceRequest>(`${base}/people`, { config: { may, audit: 'person.recorded' } }, record)
  app.get<PersonRequest>(`${base}/people/:person`, { config: { may, audit: 'person.opened' } }, showKnown)
  app.get<PersonRequest>(`${base}/people/:person/edit`, { config: { may, audit: 'person.opened' } }, showCorrection)
  app.get<PersonRequest>(`${base}/people/:person/draft`, { config: { may } }, (request, reply) =>
    reply.redirect(`${peopleOf(request)}/${request.params.person}`, 303),
  )
  app.post<PersonRequest>(`${base}/people/:person/draft`, { config: { may, audit: 'draft.opened' } }, begin)
}
