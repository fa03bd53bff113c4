/** What an officer may be appointed to do at a unit. */
export type Role = 'desk-officer' | 'case-officer' | 'approver' | 'supervisor' | 'administrator'

/** How surely the state knows who signed in: level 01 (phone), level 02 (identity checked in person), an organisation. R-036 */
export type Assurance = 'level-1' | 'level-2' | 'organisation'

export interface Citizen {
  kind: 'citizen'
  agencyId: number
  personId: string
  /** Name as the identity provider states it; an organisation's own name when one signed in. */
  name: string
  assurance: Assurance
}

export interface Appointment {
  unitId: string
  unitCode: string
  roles: readonly Role[]
}

/** An officer is bound to positions, never to a role alone. R-043 */
export interface Officer {
  kind: 'officer'
  agencyId: number
  officerId: string
  name: string
  appointments: readonly Appointment[]
}

export type Viewer = Citizen | Officer

/** True when the officer holds the role at the unit, or at any unit when none is named. */
export function holds(officer: Officer, role: Role, unitId?: string): boolean {
  return officer.appointments.some(
    (appointment) => (unitId === undefined || appointment.unitId === unitId) && appointment.roles.includes(role),
  )
}
