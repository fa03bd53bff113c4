import { type LocalDate, localDateTime, toInstant } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { originOf } from '#platform/http/index.ts'
import { type Agency, listHosts, type Unit } from '#rooms/agencies/index.ts'
import { loadCalendar, type WorkingCalendar } from '#rooms/deadlines/index.ts'
import {
  type Channel,
  loadPlaces,
  loadService,
  type Places,
  type ResultChannel,
  resultChannelIn,
  routeFor,
} from '#rooms/dossiers/index.ts'
import {
  type Answers,
  caseFor,
  type Example,
  type FormContext,
  type Journey,
  neededAssurance,
  type ProcessAction,
  type ProcessStep,
  resultText,
  type Service,
  type ServiceCase,
  type ServicePackage,
  snapshot,
  suggestFields,
  validateAll,
  walk,
} from '#rooms/forms/index.ts'
import { listOfficersWith, type OfficerRecord } from '#rooms/identity/index.ts'
import { findInstalledService } from '#rooms/procedures/index.ts'
import { roleOf } from '#rooms/processing/index.ts'
import { listServiceCodes } from './rows.ts'

/** One step of the way a dossier goes, with who may do it and what they do. */
export interface Stop {
  step: ProcessStep
  unitId: string
  role: Role | undefined
  officers: readonly OfficerRecord[]
  action: ProcessAction
  /** When the case officer says no. */
  rejection: ProcessAction | undefined
}

/** A dossier that could be filed today, by the package's own example: names and times are all that is missing. */
export interface Template {
  service: Service
  of: { code: string; version: string }
  agency: Agency
  channel: Channel
  chosen: ServiceCase
  resultChannel: ResultChannel
  answers: Answers
  context: FormContext
  receiving: Unit
  competent: Unit
  desk: readonly OfficerRecord[]
  calendar: WorkingCalendar
  stops: readonly Stop[]
  end: ProcessStep
  /** Of the paper that is granted, for these answers. */
  resultTitle: string
  /** Where its result is verified. */
  origin: string
}

interface At {
  agency: Agency
  places: Places
  on: LocalDate
  origin: string
}

/** Every service the agency offers, at each commune that has a desk, by each channel the service knows. */
export async function makeTemplates(tx: Tx, agency: Agency, on: LocalDate): Promise<Template[]> {
  const host = (await listHosts()).find((one) => one.agency.id === agency.id && one.language === 'vi')
  const origin = originOf(host?.host ?? 'localhost')
  const at: At = { agency, places: await loadPlaces(tx, agency.id), on, origin }
  const made: Template[] = []
  for (const code of await listServiceCodes(tx, agency.id)) {
    const installed = await findInstalledService<ServicePackage>(tx, agency.id, code, on)
    if (!installed) continue
    const service = await loadService(tx, agency.id, installed)
    for (const example of installed.package.examples.filter((one) => mayBeFiled(service, one))) {
      for (const commune of at.places.units.filter(({ kind, desk }) => kind === 'commune' && desk)) {
        for (const channel of installed.package.service.channels) {
          const template = await makeTemplate(tx, { service, example, commune, channel, at })
          if (template) made.push(template)
        }
      }
    }
  }
  return made
}

/** By a person, without files: what is loaded has no documents. */
function mayBeFiled(service: Service, { applicant, documents, expect }: Example): boolean {
  const isWhole = expect.mayApply !== false && !expect.errors && !documents
  return isWhole && applicant.kind === 'person' && neededAssurance(service, 'person') !== undefined
}

interface Wanted {
  service: Service
  example: Example
  commune: Unit
  channel: Channel
  at: At
}

async function makeTemplate(tx: Tx, { service, example, commune, channel, at }: Wanted): Promise<Template | undefined> {
  const { agency, places, on } = at
  const communes = places.units.filter(({ kind }) => kind === 'commune')
  const context: FormContext = {
    today: on,
    applicant: { kind: 'person' },
    ...(example.profile ? { profile: example.profile } : {}),
    lists: { communes: communes.map(({ code, name }) => ({ value: code, label: name })), provinces: [] },
  }
  const filled = { answers: { ...example.answers, ...placeIn(service, commune) }, documents: {} }
  if (validateAll(service.form, filled, context).length > 0) return undefined

  const journey = walk(service.form, filled, context)
  const given = { places, channel, at: toInstant(localDateTime(`${on}T09:00`)), receivedAtUnit: undefined }
  const routed = routeFor(service, journey, given)
  const unit = (id: string) => places.units.find((one) => one.id === id)
  const [receiving, competent] = [unit(routed.receivingUnitId), unit(routed.competentUnitId)]
  if (!receiving || !competent || routed.unrouted) return undefined
  const desk = await listOfficersWith(tx, 'desk-officer', receiving.id)
  const stops = await stopsOf(tx, service, { receiving, competent })
  if (desk.length === 0 || !stops) return undefined

  const kept = snapshot(service.form, filled, context)
  const { code, version } = service.package.service
  const end = service.package.process.steps.find(({ kind }) => kind === 'end')
  if (!end) return undefined
  return {
    ...{ service, agency, channel, receiving, competent, desk, stops, end, of: { code, version } },
    chosen: caseFor(service, journey, { channel, agency: agency.code, on }),
    resultChannel: resultChannelIn(kept.filled.answers, service.package.service.resultDelivery),
    answers: kept.filled.answers,
    context: kept.context,
    calendar: await loadCalendar(tx, agency.id, competent.id),
    resultTitle: titleOf({ service, journey, context, channel, competent, at }),
    origin: at.origin,
  }
}

interface Titled {
  service: Service
  journey: Journey
  context: FormContext
  channel: Channel
  competent: Unit
  at: At
}

/** As the officer would leave it, with the package's own suggestions. */
function titleOf({ service, journey, context, channel, competent, at: { agency, on } }: Titled): string {
  const given = { journey, context, circumstances: { channel, agency: agency.code, on } }
  const facts = { issuedOn: on, unit: competent.name.vi, dossierCode: '' }
  return resultText(service, { ...given, facts: { ...facts, fields: suggestFields(service, { ...given, facts }) } })
    .title
}

/** The answers by which the service finds the unit that decides, pointed at this commune. */
function placeIn(service: Service, commune: Unit): Answers {
  const questions = service.package.service.competent.flatMap(({ unit }) =>
    unit.by === 'answer' ? [unit.question] : [],
  )
  return Object.fromEntries(questions.map((question) => [question, commune.code]))
}

/** The straight way through the process; undefined when a step of it finds nobody to do it. */
async function stopsOf(
  tx: Tx,
  service: Service,
  units: { receiving: Unit; competent: Unit },
): Promise<Stop[] | undefined> {
  const { steps, start } = service.package.process
  const stops: Stop[] = []
  for (let id = start; ; ) {
    const step = steps.find((one) => one.id === id)
    if (!step || step.kind === 'end') return stops
    const onward = step.actions.filter(({ kind, when }) => kind !== 'return' && when === undefined)
    const action = onward.find(({ kind }) => kind !== 'reject')
    const role = roleOf(step)
    const unitId = (step.unit === 'receiving' ? units.receiving : units.competent).id
    const officers = role ? await listOfficersWith(tx, role, unitId) : []
    const isElsewhere = typeof step.unit === 'object'
    const isLoop = stops.some(({ step: { id: before } }) => before === id)
    if (!action || isElsewhere || isLoop || (role && officers.length === 0)) return undefined
    stops.push({ step, unitId, role, officers, action, rejection: onward.find(({ kind }) => kind === 'reject') })
    id = action.to
  }
}
