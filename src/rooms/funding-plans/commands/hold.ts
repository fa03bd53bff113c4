import { allow, NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { listAgencies, listUnits } from '#rooms/agencies/index.ts'
import { bodiesOf } from '../body.ts'
import { type Act, LIFE } from '../life.ts'
import type { Body, Version } from '../plan.ts'
import { canAct, canLook } from '../policy.ts'
import type { Slip } from '../slip.ts'
import { getPlan, type Held } from '../store/plans.ts'
import { listSlips } from '../store/slips.ts'

export interface Holding extends Held {
  body: Body
  /** The version an act is about: the last, or the one in force for what follows allocation. */
  version: Version
  slips: readonly Slip[]
}

/** The bodies of an agency today, by code. */
export async function listBodies(tx: Tx, agencyId: number): Promise<Body[]> {
  const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId)
  return agency ? bodiesOf(await listUnits(tx, agencyId), agency.kind) : []
}

export function lastOf(versions: readonly Version[]): Version {
  const last = versions.at(-1)
  if (!last) throw new Error('a plan has a version')
  return last
}

/** The version whose allocation holds; undefined before there is one. */
export function inForce(versions: readonly Version[]): Version | undefined {
  return versions.findLast(({ state }) => state === 'allocated')
}

/** Acts that go on with the version in force while an adjustment is under way. */
const GO_ON: readonly Act[] = ['allocate', 'report-quarter', 'inform-completion', 'settle', 'publish']

export function versionFor(act: Act, versions: readonly Version[]): Version {
  const last = lastOf(versions)
  if (!GO_ON.includes(act) || LIFE[act].from.includes(last.state)) return last
  return inForce(versions) ?? last
}

export async function gather(tx: Tx, agencyId: number, held: Held): Promise<Omit<Holding, 'version'>> {
  const { plan } = held
  const body = (await listBodies(tx, agencyId)).find(({ unitId }) => unitId === plan.unitId)
  if (!body) throw new NotFound('funding-plans.no-such-plan')
  return { ...held, body, slips: (await listSlips(tx, [plan.id])).get(plan.id) ?? [] }
}

/** A plan under lock, for an act this officer may do now. Unseen is not found. */
export async function hold(tx: Tx, officer: Officer, { planId, act }: { planId: string; act: Act }): Promise<Holding> {
  const found = await gather(tx, officer.agencyId, await getPlan(tx, planId, { lock: true }))
  if (!canLook(officer, found.body)) throw new NotFound('funding-plans.no-such-plan')
  const version = versionFor(act, found.versions)
  allow(canAct(officer, act, { body: found.body, state: version.state, writers: version.writers }))
  return { ...found, version }
}
