import type { LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { asInstallation, read, type Tx, transaction } from '#platform/db/index.ts'
import { canMail, sendMail } from '#platform/mail/index.ts'
import { listAgencies, listUnits } from '#rooms/agencies/index.ts'
import { loadCalendar } from '#rooms/deadlines/index.ts'
import { listOfficersWith, type OfficerRecord } from '#rooms/identity/index.ts'
import { coordinates, frontOf } from '../front.ts'
import { type Reminded, stepToday, type TimedKind } from '../remind-steps.ts'
import { sweepProofs } from '../store/email-proofs.ts'
import { noteReminder } from '../store/reminders.ts'

/** Something with a last day: where it is opened, and what a letter about it says. */
export interface Timed {
  kind: TimedKind
  aboutId: string
  dueOn: LocalDate
  /** Who has it; undefined when nobody has. */
  assigneeId: string | undefined
  /** Who must never be told of it: the officer it is about. */
  exceptId?: string | undefined
  letter(isLate: boolean): Promise<{ subject: string; text: string }>
}

/** What of an agency is open and has a last day. */
export type ListTimed = (tx: Tx, agencyId: number) => Promise<Timed[]>

interface Told {
  coordinators: readonly OfficerRecord[]
  superiors: readonly OfficerRecord[]
  byId: ReadonlyMap<string, OfficerRecord>
}

async function peopleOf(tx: Tx, agencyId: number): Promise<Told> {
  const front = frontOf(await listUnits(tx, agencyId))
  const found = new Map<string, OfficerRecord>()
  for (const role of ['desk-officer', 'case-officer', 'approver', 'supervisor'] as const) {
    for (const officer of await listOfficersWith(tx, role)) found.set(officer.id, officer)
  }
  const all = [...found.values()]
  const atFront = all.filter(({ id, name, appointments }) =>
    coordinates({ kind: 'officer', agencyId, officerId: id, name, appointments }, front),
  )
  const supervises = ({ appointments }: OfficerRecord) =>
    appointments.some(({ unitId, roles }) => front.has(unitId) && roles.includes('supervisor'))
  const superiors = all.filter(supervises)
  return { coordinators: atFront, superiors: superiors.length > 0 ? superiors : atFront, byId: found }
}

function tellsWhom(reminded: Reminded, { assigneeId }: Timed, people: Told): readonly OfficerRecord[] {
  if (reminded === 'superior') return people.superiors
  const assignee = assigneeId === undefined ? undefined : people.byId.get(assigneeId)
  return reminded === 'assignee' && assignee ? [assignee] : people.coordinators
}

/**
 * Reminds those who have something to answer, and tells those above them when it is late. Worked twice, nobody is told
 * twice: what was told is written down with the mail server's answer.
 */
export async function remindOf(agencyId: number, lists: readonly ListTimed[]): Promise<void> {
  const { due, people } = await read(agencyId, async (tx) => {
    const calendar = await loadCalendar(tx, agencyId)
    const open: Timed[] = []
    for (const list of lists) open.push(...(await list(tx, agencyId)))
    const steps = open.map((timed) => ({ timed, step: stepToday({ ...timed, today: today(), ...calendar }) }))
    return { due: steps, people: await peopleOf(tx, agencyId) }
  })
  for (const { timed, step } of due) {
    if (!step) continue
    const told = new Set(step.tells.flatMap((one) => tellsWhom(one, timed, people)))
    for (const officer of told) {
      if (officer.id !== timed.exceptId) await remindOne(agencyId, timed, { step: step.name, officer })
    }
  }
}

async function remindOne(
  agencyId: number,
  timed: Timed,
  { step, officer }: { step: string; officer: OfficerRecord },
): Promise<void> {
  const { email } = officer
  if (!email) return
  const letter = await timed.letter(today() > timed.dueOn)
  await transaction(agencyId, async (tx) => {
    const note = { agencyId, aboutId: timed.aboutId, step, officerId: officer.id, on: today() }
    if (!(await noteReminder(tx, note))) return
    await sendMail({ to: email, ...letter, messageId: `feedback-${timed.aboutId}-${step}-${officer.id}` })
  })
}

/** Every morning: who is reminded of what, in every agency; and addresses that nobody proved are forgotten. */
export async function everyMorning(lists: readonly ListTimed[]): Promise<void> {
  for (const { id: agencyId } of await asInstallation(listAgencies)) {
    await transaction(agencyId, (tx) => sweepProofs(tx, now()))
    if (canMail()) await remindOf(agencyId, lists)
  }
}
