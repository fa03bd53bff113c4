import type { LogActor, LogFacts } from '#rooms/dossiers/index.ts'
import type { ProcessAction } from '#rooms/forms/index.ts'
import type { OfficerRecord } from '#rooms/identity/index.ts'
import { by, type Life, SYSTEM } from './life.ts'
import type { Row } from './rows.ts'
import type { Stop } from './template.ts'

/** A stop of the process where the dossier lies now, with the work that is open there. */
export interface Standing {
  stop: Stop
  item: Row<'work_items'>
}

/** Work begins at the first stop. */
export function start(life: Life, stop: Stop, at: Date): Standing {
  const { dossier } = life
  life.process = {
    ...life.own,
    procedure_code: dossier.procedure_code,
    service_version: dossier.service_version,
    state: { tokens: [] },
    started_at: at,
    finished_at: null,
  }
  life.rows.processes.push(life.process)
  const standing = open(life, stop, { at })
  dossier.processing_at = at
  const facts = { step: stop.step.id, unitId: stop.unitId, officerId: null }
  life.say({ actor: SYSTEM, type: 'dossier.processing-started', at, facts })
  life.settle()
  return standing
}

interface Done {
  at: Date
  officer: OfficerRecord
}

export function claim(life: Life, { stop, item }: Standing, { at, officer }: Done): void {
  Object.assign(item, { assignee_id: officer.id, claimed_at: at })
  const stands = { step: stop.step.id, unitId: stop.unitId, officerId: officer.id }
  sayStep(life, { actor: by(officer), at, facts: { action: 'claim', from: life.dossier.step_id, ...stands } })
  Object.assign(life.dossier, { step_officer_id: officer.id, step_officer_name: officer.name })
}

function sayStep(life: Life, said: { actor: LogActor; at: Date; facts: LogFacts; words?: string | undefined }): void {
  life.say({ type: 'dossier.step', ...said })
}

interface Taken {
  action: ProcessAction
  at: Date
  /** Undefined: the system did it. */
  officer: OfficerRecord | undefined
  /** Where it leads; undefined at the end. */
  next: Stop | undefined
}

/** What moves the dossier on. Answers where it stands then; undefined when its process is over. */
export function take(life: Life, standing: Standing, { action, at, officer, next }: Taken): Standing | undefined {
  const words = action.reasonRequired ? 'Chưa đủ căn cứ để giải quyết.' : undefined
  const { item } = standing
  Object.assign(item, { done_at: at, done_by: officer?.id ?? null, action: action.id, reason: words ?? null })
  if (officer && (action.kind === 'propose' || action.kind === 'reject'))
    propose(life, { at, officer, outcome: action.kind === 'reject' ? 'rejected' : 'granted', opinion: words ?? '' })

  const from = life.dossier.step_id
  const opened = next && open(life, next, { at, from: standing.stop, officer, action: action.id, note: words })
  if (!opened) finish(life, at)
  const stands = { step: life.dossier.step_id, unitId: next?.unitId ?? null, officerId: null }
  const actor = officer ? by(officer) : SYSTEM
  sayStep(life, { actor, at, facts: { action: action.id, from, ...stands }, words })
  return opened
}

function propose(life: Life, said: Done & { outcome: 'granted' | 'rejected'; opinion: string }): void {
  const { at, officer, outcome, opinion } = said
  const written = { outcome, opinion, fields: {}, officer_id: officer.id, proposed_at: at }
  life.rows.proposals.push({ ...life.own, ordinal: 1, ...written })
}

function finish(life: Life, at: Date): void {
  const { id, name } = life.template.end
  const nobody = { step_unit_id: null, step_officer_id: null, step_officer_name: null }
  Object.assign(life.dossier, { step_id: id, step_name: name, ...nobody })
  if (life.process) Object.assign(life.process, { state: { tokens: [] }, finished_at: at })
}

interface Opening {
  at: Date
  from?: Stop
  officer?: OfficerRecord | undefined
  action?: string
  note?: string | undefined
}

function open(life: Life, stop: Stop, opening: Opening): Standing {
  const { at, from, officer } = opening
  const { dossier } = life
  const { id: step, name: step_name } = stop.step
  const item: Row<'work_items'> = {
    ...life.own,
    ...{ id: life.dice.idAt(at), step, step_name, role: stop.role ?? 'system', unit_id: stop.unitId },
    ...{ assignee_id: null, opened_at: at, opened_by: officer?.id ?? null, claimed_at: null },
    ...{ due_at: dossier.due_at, paused: false, done_at: null, done_by: null, action: null, reason: null },
  }
  life.rows.work_items.push(item)
  life.handovers += 1
  life.rows.handovers.push({
    ...life.own,
    ordinal: life.handovers,
    from_unit_id: officer && from ? from.unitId : null,
    to_unit_id: stop.unitId,
    from_officer_id: officer?.id ?? null,
    to_officer_id: null,
    step,
    action: opening.action ?? null,
    note: opening.note ?? null,
    handed_at: at,
  })
  const token = { id: item.id, step, ...(from ? { cameFrom: from.step.id } : {}) }
  if (life.process) life.process.state = { tokens: [token] }
  const nobody = { step_officer_id: null, step_officer_name: null }
  Object.assign(dossier, { step_id: step, step_name, step_unit_id: stop.unitId, ...nobody })
  return { stop, item }
}

/** What is missing is asked for, once; the clock stands still. */
export function ask(life: Life, { stop, item }: Standing, { at, officer }: Done): void {
  const wanted = { id: life.dice.idAt(at), name: 'Giấy tờ kèm theo', reason: 'Ảnh chụp bị mờ, không đọc được.' }
  life.rows.supplement_requests.push({
    ...life.own,
    number: 1,
    unit_id: stop.unitId,
    officer_id: officer.id,
    officer_name: officer.name,
    requested_at: at,
    supply_by: null,
    items: [wanted],
    at_intake: false,
    approved_by: null,
    approval_reason: null,
  })
  const pause = { id: life.dice.idAt(at), reason: 'supplement', paused_at: at, resumed_at: null } as const
  life.rows.pauses.push({ ...life.own, ...pause })
  life.dossier.due_at = null
  Object.assign(item, { due_at: null, paused: true })
  const facts = { number: 1, unitId: stop.unitId, items: 1, supplyBy: null, atIntake: false, approved: false }
  const words = `${wanted.name}: ${wanted.reason}`
  life.say({ actor: by(officer), type: 'dossier.supplement-requested', at, facts, words })
  life.settle({ openSupplement: true })
}
