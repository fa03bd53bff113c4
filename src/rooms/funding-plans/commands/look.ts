import { Forbidden, NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { type Deadline, type DeadlineChoice, deadlineFor, isLate } from '../deadline.ts'
import { ACTS, type Act } from '../life.ts'
import { type Line, sum, totalRequested } from '../line.ts'
import type { Body, Plan, Version } from '../plan.ts'
import { canAct, canLook, hasRight, maySetDeadline } from '../policy.ts'
import type { Finding } from '../rules.ts'
import { allocationOf, type Publication, type Slip, spentOn } from '../slip.ts'
import { getPlan, type Held, listPlans, listYears } from '../store/plans.ts'
import { type Entry, listActs, listChoices, listSlips } from '../store/slips.ts'
import { gather, inForce, lastOf, listBodies, versionFor } from './hold.ts'
import { isAsSigned } from './sign.ts'
import { findingsOf } from './step.ts'

export interface ShownPlan extends Held {
  body: Body
  last: Version
  force: Version | undefined
  slips: readonly Slip[]
  entries: readonly Entry[]
  names: ReadonlyMap<string, string>
  /** What this officer may do now. */
  acts: readonly Act[]
  /** What stands against the last version. */
  findings: readonly Finding[]
  deadline: Deadline | undefined
  late: boolean
  /** False when the database no longer holds what was signed. */
  asSigned: boolean
}

/** A plan as this officer sees it. Unseen is not found. */
export async function lookAtPlan(officer: Officer, planId: string): Promise<ShownPlan> {
  return read(officer.agencyId, async (tx) => {
    const found = await gather(tx, officer.agencyId, await getPlan(tx, planId))
    const { plan, body, versions, slips } = found
    if (!canLook(officer, body)) throw new NotFound('funding-plans.no-such-plan')
    const last = lastOf(versions)
    const entries = await listActs(tx, planId)
    const acts = ACTS.filter((act) => {
      const { state, writers } = versionFor(act, versions)
      return canAct(officer, act, { body, state, writers }) === true
    })
    const choices = await listChoices(tx, plan.year)
    const deadline = deadlineFor({ kind: 'send-plan', body, year: plan.year, choices })
    return {
      ...{ plan, versions, body, last, slips, entries, acts, deadline },
      force: inForce(versions),
      names: await officerNames(tx, [...new Set(entries.flatMap(({ officerId }) => officerId ?? []))]),
      findings: findingsOf({ body, plan, version: last }),
      late: deadline !== undefined && isLate(deadline, firstSent(versions), today()),
      asSigned: versions.every((version) => isAsSigned(found, version)),
    }
  })
}

function firstSent(versions: readonly Version[]) {
  return versions.find(({ sentOn }) => sentOn !== undefined)?.sentOn
}

export interface BodyRow {
  body: Body
  plan: Plan | undefined
  version: Version | undefined
  deadline: Deadline | undefined
  sentOn: Version['sentOn']
  late: boolean
  requested: number
  /** Undefined before anything was given. */
  given: number | undefined
  spent: number
  mayDraft: boolean
}

export interface ShownYear {
  year: number
  years: readonly number[]
  rows: readonly BodyRow[]
  /** Lines of all shown plans as they were last sent, for the aggregate. R-211 */
  sentLines: readonly Line[]
  maySetDeadline: boolean
  choices: readonly DeadlineChoice[]
}

/** The year in which a plan is drawn up now: the next one. */
export function planYear(): number {
  return Number(today().slice(0, 4)) + 1
}

/** Everything this officer may see of a year: their own bodies, and those below. Also the bodies without a plan. */
export async function lookAtYear(officer: Officer, year: number): Promise<ShownYear> {
  return read(officer.agencyId, async (tx) => {
    const bodies = (await listBodies(tx, officer.agencyId)).filter((body) => canLook(officer, body))
    if (bodies.length === 0) throw new Forbidden('funding-plans.may-not', { act: 'look' })
    const held = await listPlans(tx, year)
    const slips = await listSlips(
      tx,
      held.map(({ plan }) => plan.id),
    )
    const choices = await listChoices(tx, year)
    const rows = bodies.map((body) => rowOf(body, { held, slips, year, choices, officer }))
    const sentLines = rows.flatMap(({ plan, body }) => {
      const sent = held.find((one) => one.plan.id === plan?.id)?.versions.findLast(wasSent)
      return (sent?.lines ?? []).map((line) => ({ ...line, name: `${body.name.vi}: ${line.name}` }))
    })
    return {
      ...{ year, rows, choices, sentLines },
      years: await yearsWith(tx, year),
      maySetDeadline: bodies.some((body) => maySetDeadline(officer, body)),
    }
  })
}

const wasSent = ({ sentOn }: Version) => sentOn !== undefined

async function yearsWith(tx: Tx, year: number): Promise<number[]> {
  return [...new Set([...(await listYears(tx)), year, planYear()])].sort((a, b) => b - a)
}

interface Around {
  held: readonly Held[]
  slips: ReadonlyMap<string, Slip[]>
  year: number
  choices: readonly DeadlineChoice[]
  officer: Officer
}

function rowOf(body: Body, { held, slips, year, choices, officer }: Around): BodyRow {
  const found = held.find(({ plan }) => plan.unitId === body.unitId)
  const version = found && lastOf(found.versions)
  const own = found ? (slips.get(found.plan.id) ?? []) : []
  const deadline = deadlineFor({ kind: 'send-plan', body, year, choices })
  const sentOn = found && firstSent(found.versions)
  const given = allocationOf(own)?.given
  return {
    ...{ body, plan: found?.plan, version, deadline, sentOn },
    late: deadline !== undefined && isLate(deadline, sentOn, today()),
    requested: version ? totalRequested(version.lines) : 0,
    given: given && sum(Object.values(given)),
    spent: sum(Object.keys(given ?? {}).map((lineId) => spentOn(own, lineId))),
    mayDraft: hasRight(officer, 'edit', body),
  }
}

export interface PublicPlan {
  body: Body
  year: number
  publications: readonly Publication[]
}

/** What has been published, the newest year first, and in it the last of each kind. R-210 */
export async function listPublished(agencyId: number): Promise<PublicPlan[]> {
  return read(agencyId, async (tx) => {
    const bodies = new Map((await listBodies(tx, agencyId)).map((body) => [body.unitId, body]))
    const shown: PublicPlan[] = []
    for (const year of await listYears(tx)) {
      const held = await listPlans(tx, year)
      const slips = await listSlips(
        tx,
        held.map(({ plan }) => plan.id),
      )
      for (const { plan } of held) {
        const body = bodies.get(plan.unitId)
        const all = (slips.get(plan.id) ?? []).filter((slip) => slip.kind === 'publication')
        const publications = [...new Map(all.map((one) => [one.what, one])).values()]
        if (body && publications.length > 0) shown.push({ body, year, publications })
      }
    }
    return shown.sort((a, b) => b.year - a.year || a.body.code.localeCompare(b.body.code))
  })
}
