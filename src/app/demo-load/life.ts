import { dayOf, toLocal } from '#kernel/local-date.ts'
import {
  canonicalJson,
  entryAfter,
  GENESIS,
  type LogActor,
  type LogFacts,
  type Status,
  sha256,
  statusOf,
  temporaryCode,
} from '#rooms/dossiers/index.ts'
import type { OfficerRecord } from '#rooms/identity/index.ts'
import type { Dice } from './dice.ts'
import { partyOf } from './people.ts'
import type { Row, Rows } from './rows.ts'
import type { Template } from './template.ts'

export const SYSTEM = { kind: 'system' } as const

interface Born {
  rows: Rows
  dice: Dice
  template: Template
  person: Row<'persons'>
  submittedAt: Date
  /** Temporary codes already drawn. */
  drawn: Set<string>
}

export interface Said {
  actor: LogActor
  type: string
  at: Date
  facts: LogFacts
  words?: string | undefined
}

/**
 * A dossier on its way. The acts of `intake.ts` and `work.ts` happen to it one after the other, and each leaves the
 * rows that the product's own command leaves: the agreement is held by the test that verifies the chains.
 */
export class Life {
  readonly rows: Rows
  readonly dice: Dice
  readonly template: Template
  readonly dossier: Row<'dossiers'>
  process: Row<'processes'> | undefined
  handovers = 0

  constructor(born: Born) {
    this.rows = born.rows
    this.dice = born.dice
    this.template = born.template
    this.dossier = newDossier(born)
    const { id, agency_id, submitted_at } = this.dossier
    this.rows.dossiers.push(this.dossier)
    this.rows.idempotency_keys.push({ agency_id, key: `demo:${id}`, dossier_id: id, created_at: submitted_at })
    const actor = { kind: 'citizen', id: born.person.id } as const
    this.say({ actor, type: 'dossier.submitted', at: submitted_at, facts: filedFacts(this.dossier) })
  }

  /** What every row that belongs to the dossier begins with. */
  get own(): { agency_id: number; dossier_id: string } {
    return { agency_id: this.dossier.agency_id, dossier_id: this.dossier.id }
  }

  /** Adds to the log; by the product's own chain. */
  say(said: Said): void {
    const { dossier } = this
    const head = { seq: dossier.log_seq, hash: dossier.log_hash }
    const entry = entryAfter({ agencyId: dossier.agency_id, id: dossier.id, log: head }, said)
    dossier.log_seq = entry.seq
    dossier.log_hash = entry.hash
    this.rows.dossier_log.push({
      agency_id: entry.agencyId,
      dossier_id: entry.dossierId,
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      type: entry.type,
      facts: entry.facts,
      words: entry.words ?? null,
      prev_hash: entry.prevHash,
      hash: entry.hash,
    })
  }

  /** Writes the status that the slips make. */
  settle(slip: Parameters<typeof statusOf>[0] = {}): void {
    const { dossier } = this
    dossier.status = statusOf({
      submittedAt: dossier.submitted_at,
      receivedAt: dossier.received_at ?? undefined,
      processingAt: dossier.processing_at ?? undefined,
      resultReadyAt: dossier.result_ready_at ?? undefined,
      returnedAt: dossier.returned_at ?? undefined,
      ...slip,
    }) as Exclude<Status, 'draft'>
  }
}

export function by(officer: OfficerRecord): LogActor {
  return { kind: 'officer', id: officer.id }
}

function newDossier({ dice, template, person, submittedAt, drawn }: Born): Row<'dossiers'> {
  const { agency, service, of, chosen, channel, receiving, competent } = template
  const { answers, context } = withPerson(template, person)
  const applicant = partyOf(person)
  return {
    agency_id: agency.id,
    id: dice.idAt(submittedAt),
    temporary_code: drawCode(dice, { submittedAt, drawn }),
    code: null,
    procedure_code: of.code,
    service_version: of.version,
    procedure_name: service.package.service.name,
    case_code: chosen.code,
    time_limit: chosen.limit,
    channel,
    language: dice.chance(0.97) ? 'vi' : 'en',
    result_channel: template.resultChannel,
    status: 'submitted',
    submitted_at: submittedAt,
    ...NOT_YET,
    receiving_unit_id: receiving.id,
    competent_unit_id: competent.id,
    person_id: person.id,
    applicant,
    owner: applicant,
    representative: null,
    answers,
    documents: {},
    form_context: context,
    after_supplement: 'restart',
    log_seq: 0,
    log_hash: GENESIS,
    origin: 'own',
    national_code: null,
    helped_at_unit_id: null,
    helped_by_id: null,
  }
}

const NOT_YET = {
  received_at: null,
  clock_from: null,
  original_due_at: null,
  due_at: null,
  processing_at: null,
  result_ready_at: null,
  returned_at: null,
  step_id: null,
  step_name: null,
  step_unit_id: null,
  step_officer_id: null,
  step_officer_name: null,
}

/** The eight digits that a crowded day draws: they never meet the six of one that was filed by hand. */
const CROWDED = 10

function drawCode(dice: Dice, { submittedAt, drawn }: { submittedAt: Date; drawn: Set<string> }): string {
  const on = dayOf(toLocal(submittedAt))
  for (;;) {
    const code = temporaryCode(on, dice.next(), CROWDED)
    if (drawn.has(code)) continue
    drawn.add(code)
    return code
  }
}

/** What the example answered for itself, said by this person. */
function withPerson({ answers, context }: Template, person: Row<'persons'>) {
  const said = {
    fullName: person.name,
    identityNumber: person.id_number,
    bornOn: person.born_on,
    gender: person.gender,
    ethnicity: person.ethnicity,
    residence: person.residence,
    phone: person.phone,
  }
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(said)) if (value && Object.hasOwn(answers, name)) own[name] = value

  const profile = { ...context.profile }
  const facts = { 'person.name': 'fullName', ...Object.fromEntries(PROFILE.map((name) => [`person.${name}`, name])) }
  for (const [path, name] of Object.entries(facts)) {
    const [fact, value] = [profile[path], own[name]]
    if (fact && value) profile[path] = { ...fact, value }
  }
  return { answers: { ...answers, ...own }, context: { ...context, profile } }
}

const PROFILE = ['identityNumber', 'bornOn', 'gender', 'ethnicity', 'residence', 'phone']

function filedFacts(dossier: Row<'dossiers'>): LogFacts {
  return {
    temporaryCode: dossier.temporary_code,
    procedureCode: dossier.procedure_code,
    serviceVersion: dossier.service_version,
    caseCode: dossier.case_code,
    channel: dossier.channel,
    language: dossier.language,
    resultChannel: dossier.result_channel,
    receivingUnitId: dossier.receiving_unit_id,
    competentUnitId: dossier.competent_unit_id,
    answersHash: sha256(canonicalJson(dossier.answers)),
    files: [],
  }
}
