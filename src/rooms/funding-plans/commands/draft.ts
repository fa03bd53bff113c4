import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { isUniqueViolation, type Tx, transaction } from '#platform/db/index.ts'
import { changedFields } from '../compare.ts'
import { draftFromLastYear } from '../first-plan.ts'
import type { Attachment, Line } from '../line.ts'
import type { DigitalPlan, Level, Plan } from '../plan.ts'
import { hasRight } from '../policy.ts'
import { checkLevel, checkLine, type Finding, stops } from '../rules.ts'
import { findPlanOf, insertPlan, insertVersion, putLine, removeLine, updateVersion } from '../store/plans.ts'
import { insertAct, listSlips } from '../store/slips.ts'
import { hold, inForce, lastOf, listBodies } from './hold.ts'

export interface PlanWish {
  unitId: string
  year: number
  level: Level
  /** Begins with the lines of the year before. */
  fromLastYear: boolean
}

const NO_DIGITAL_PLAN: DigitalPlan = { number: '', issuedOn: undefined, sentOn: undefined }

/** Opens the plan of a body for a year, or says what stands against it. One plan for a body and a year. */
export async function openPlan(
  officer: Officer,
  wish: PlanWish,
): Promise<{ planId: string } | { findings: Finding[] }> {
  try {
    return await transaction(officer.agencyId, (tx) => open(tx, officer, wish))
  } catch (error) {
    if (!isUniqueViolation(error, 'funding_plans_agency_id_unit_id_year_key')) throw error
    throw new Conflict('funding-plans.already-there', { year: wish.year })
  }
}

async function open(tx: Tx, officer: Officer, { unitId, year, level, fromLastYear }: PlanWish) {
  const { agencyId, officerId } = officer
  const body = (await listBodies(tx, agencyId)).find((one) => one.unitId === unitId)
  if (!body) throw new NotFound('agencies.no-such-unit')
  if (!hasRight(officer, 'edit', body)) throw new Forbidden('funding-plans.may-not', { act: 'edit' })
  const findings = checkLevel(body, level)
  if (findings.length > 0) return { findings }

  const plan: Plan = { id: newId(), agencyId, unitId, year, level, createdAt: now() }
  const lines = fromLastYear ? await linesOfLastYear(tx, { unitId, year }) : []
  await insertPlan(tx, plan, officerId)
  const version = { id: newId(), number: 1, reason: '', noTraining: '', digitalPlan: NO_DIGITAL_PLAN, lines }
  await insertVersion(tx, plan, { ...version, writer: officerId })
  await insertAct(tx, plan, { act: 'open', version: 1, officerId, words: '', facts: { level, lines: lines.length } })
  return { planId: plan.id }
}

async function linesOfLastYear(tx: Tx, { unitId, year }: { unitId: string; year: number }): Promise<Line[]> {
  const before = await findPlanOf(tx, unitId, year - 1)
  if (!before) return []
  const { plan, versions } = before
  const { number: version, lines } = inForce(versions) ?? lastOf(versions)
  const slips = (await listSlips(tx, [plan.id])).get(plan.id) ?? []
  return draftFromLastYear({ planId: plan.id, version, lines, slips }, newId)
}

/** Adds a line, or writes it anew; or says what stands against it, and keeps nothing. */
export async function saveLine(
  officer: Officer,
  planId: string,
  given: Omit<Line, 'id' | 'traces' | 'attachments'> & { id: string | undefined },
): Promise<Finding[]> {
  const findings = stops(checkLine({ ...given, id: given.id ?? '', traces: [], attachments: [] }))
  if (findings.length > 0) return findings
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'edit' })
    const { agencyId, officerId } = officer
    const before = version.lines.find(({ id }) => id === given.id)
    if (given.id !== undefined && !before) throw new NotFound('funding-plans.no-such-line')
    const kept = { id: before?.id ?? newId(), traces: before?.traces ?? [], attachments: before?.attachments ?? [] }
    const line: Line = { ...given, ...kept }
    await putLine(tx, { agencyId, versionId: version.id }, line)
    await updateVersion(tx, version, { writer: officerId })
    const facts = before ? { lineId: line.id, ...changes(before, line) } : { lineId: line.id, after: line }
    const act = before ? 'line-changed' : 'line-added'
    await insertAct(tx, plan, { act, version: version.number, officerId, words: line.name, facts })
  })
  return []
}

function changes(before: Line, after: Line): object {
  const fields = changedFields(before, after)
  const only = (line: Line) => Object.fromEntries(fields.map((field) => [field, line[field]]))
  return { before: only(before), after: only(after) }
}

/** Adds a paper to a line that can still be changed. */
export async function attach(
  officer: Officer,
  { planId, lineId }: { planId: string; lineId: string },
  attachment: Attachment,
): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'edit' })
    const before = version.lines.find(({ id }) => id === lineId)
    if (!before) throw new NotFound('funding-plans.no-such-line')
    const { agencyId, officerId } = officer
    const line: Line = { ...before, attachments: [...before.attachments, attachment] }
    await putLine(tx, { agencyId, versionId: version.id }, line)
    await updateVersion(tx, version, { writer: officerId })
    const entry = { act: 'line-changed', version: version.number, officerId, words: line.name }
    await insertAct(tx, plan, { ...entry, facts: { lineId, added: attachment } })
  })
}

export async function dropLine(officer: Officer, planId: string, lineId: string): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'edit' })
    const before = version.lines.find(({ id }) => id === lineId)
    if (!before) throw new NotFound('funding-plans.no-such-line')
    await removeLine(tx, version.id, lineId)
    const { officerId } = officer
    await updateVersion(tx, version, { writer: officerId })
    const entry = { act: 'line-removed', version: version.number, officerId, words: before.name }
    await insertAct(tx, plan, { ...entry, facts: { lineId, before } })
  })
}

export interface Particulars {
  noTraining: string
  digitalPlan: DigitalPlan
}

/** What a plan says beside its lines: its digital-transformation plan, and why there is no training. */
export async function saveParticulars(officer: Officer, planId: string, after: Particulars): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'edit' })
    const { officerId } = officer
    const { noTraining, digitalPlan } = version
    await updateVersion(tx, version, {
      no_training: after.noTraining,
      digital_plan: after.digitalPlan,
      writer: officerId,
    })
    const facts = { before: { noTraining, digitalPlan }, after }
    await insertAct(tx, plan, { act: 'particulars', version: version.number, officerId, words: '', facts })
  })
}

/** Opens the next version with the lines of the one in force. What was signed stays as it is. R-199 */
export async function adjustPlan(officer: Officer, planId: string, reason: string): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'adjust' })
    const { officerId } = officer
    const { noTraining, digitalPlan, lines } = version
    const number = version.number + 1
    await insertVersion(tx, plan, { id: newId(), number, reason, noTraining, digitalPlan, lines, writer: officerId })
    await insertAct(tx, plan, {
      act: 'adjust',
      version: number,
      officerId,
      words: reason,
      facts: { from: version.number },
    })
  })
}
