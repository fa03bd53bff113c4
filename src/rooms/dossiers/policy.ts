import { Conflict, type DomainError, Forbidden } from '#kernel/errors.ts'
import { holds, type Officer, type Role, type Viewer } from '#kernel/viewer.ts'
import type { Dossier } from './dossier.ts'
import { type Act, isLegal } from './status.ts'

/** What decides about a dossier: where it stands and whose it is. */
export type Standing = Pick<Dossier, 'status' | 'receivingUnitId' | 'competentUnitId' | 'personId' | 'step'>

/**
 * Units whose desk serves the whole agency: the service centre of a province or ministry, and its root. Everyone else
 * serves their own unit only. R-072 @see Decree 118/2025, Art. 14 and 20
 */
export interface Reach {
  centres: ReadonlySet<string>
  root: string | undefined
}

function placesOf(dossier: Standing): string[] {
  return [dossier.receivingUnitId, dossier.competentUnitId, dossier.step?.unitId].filter((id) => id !== undefined)
}

function holdsAt(officer: Officer, role: Role, unitIds: readonly string[]): boolean {
  return unitIds.some((unitId) => holds(officer, role, unitId))
}

/** A person sees their own; an officer sees what lies, or was received, at their unit, and a centre's desk sees all. R-045 */
export function canSee(viewer: Viewer, dossier: Standing, reach: Reach): boolean {
  if (viewer.kind === 'citizen') return dossier.personId !== undefined && viewer.personId === dossier.personId
  const places = placesOf(dossier)
  return viewer.appointments.some(({ unitId, roles }) => {
    if (places.includes(unitId)) return roles.some((role) => role !== 'administrator')
    if (reach.centres.has(unitId)) return roles.includes('desk-officer') || roles.includes('supervisor')
    return unitId === reach.root && roles.includes('supervisor')
  })
}

/** The unit at which this officer may receive the dossier: its own desk first, then a centre's. */
export function deskFor(officer: Officer, dossier: Standing, reach: Reach): string | undefined {
  const desks = officer.appointments.filter(({ roles }) => roles.includes('desk-officer')).map(({ unitId }) => unitId)
  return desks.find((id) => id === dossier.receivingUnitId) ?? desks.find((id) => reach.centres.has(id))
}

/** The desks (bộ phận một cửa) at which this officer takes in what people bring: their own, where the unit has one. R-070 */
export function desksOf(officer: Officer, units: readonly { id: string; desk: boolean }[]): string[] {
  return units.filter(({ id, desk }) => desk && holds(officer, 'desk-officer', id)).map(({ id }) => id)
}

function legal(act: Act, dossier: Standing): true | DomainError {
  return isLegal(act, dossier.status) || new Conflict('dossiers.not-possible-now', { act, status: dossier.status })
}

export function canReceive(officer: Officer, dossier: Standing, reach: Reach): true | DomainError {
  if (deskFor(officer, dossier, reach) === undefined) return new Forbidden('dossiers.not-your-desk')
  return legal('receive', dossier)
}

export function canRefuse(officer: Officer, dossier: Standing, reach: Reach): true | DomainError {
  if (deskFor(officer, dossier, reach) === undefined) return new Forbidden('dossiers.not-your-desk')
  return legal('refuse', dossier)
}

function isSupervisor(officer: Officer, dossier: Standing, reach: Reach): boolean {
  const places = [...placesOf(dossier), ...reach.centres, ...(reach.root ? [reach.root] : [])]
  return holdsAt(officer, 'supervisor', places)
}

/**
 * Before reception the desk asks, afterwards the case officer. Once, for everything; again only by a supervisor who
 * says why. R-077 @see Decree 61/2018, Art. 15.3 and 17.2 a, kept by Decree 118/2025
 */
export function canRequestSupplement(
  officer: Officer,
  dossier: Standing,
  facts: { reach: Reach; earlierRequests: number; reason: string | undefined },
): true | DomainError {
  const { reach, earlierRequests, reason } = facts
  const atDesk = deskFor(officer, dossier, reach) !== undefined
  const atWork = holdsAt(officer, 'case-officer', [
    dossier.competentUnitId,
    ...(dossier.step?.unitId ? [dossier.step.unitId] : []),
  ])
  const supervises = isSupervisor(officer, dossier, reach)
  const mayAsk = dossier.status === 'processing' ? atWork : atDesk || (atWork && dossier.status !== 'submitted')
  if (!mayAsk && !supervises) return new Forbidden('dossiers.not-your-desk')
  const possible = legal('request-supplement', dossier)
  if (possible !== true) return possible
  if (earlierRequests === 0) return true
  if (!supervises) return new Forbidden('dossiers.second-request-needs-supervisor')
  return reason ? true : new Conflict('dossiers.second-request-needs-reason')
}

export function canSupply(viewer: Viewer, dossier: Standing): true | DomainError {
  if (viewer.kind !== 'citizen' || viewer.personId !== dossier.personId) return new Forbidden()
  return legal('supply', dossier)
}

/** The person may take it back until there is a result. R-062 */
export function canWithdraw(viewer: Viewer, dossier: Standing): true | DomainError {
  if (viewer.kind !== 'citizen' || viewer.personId !== dossier.personId) return new Forbidden()
  return legal('withdraw', dossier)
}

/** For acts whose actor another room has checked: only the status decides. */
export function canBe(act: Act, dossier: Standing): true | DomainError {
  return legal(act, dossier)
}
