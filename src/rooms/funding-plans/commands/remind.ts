import { today } from '#platform/clock/index.ts'
import { asInstallation, read, type Tx, transaction } from '#platform/db/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { canMail, sendMail } from '#platform/mail/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { listOfficersWith } from '#rooms/identity/index.ts'
import { type Deadline, deadlineFor, remindsOn } from '../deadline.ts'
import type { Body } from '../plan.ts'
import { findPlanOf } from '../store/plans.ts'
import { listChoices, noteReminder } from '../store/slips.ts'
import { listBodies } from './hold.ts'

interface Reminder {
  agencyId: number
  body: Body
  year: number
  deadline: Deadline
  officer: { id: string; email: string }
}

/** Who of an agency is reminded today of a plan that has not been sent. R-206 */
async function dueToday(tx: Tx, agencyId: number): Promise<Reminder[]> {
  const day = today()
  const year = Number(day.slice(0, 4)) + 1
  const choices = await listChoices(tx, year)
  const reminders: Reminder[] = []
  for (const body of await listBodies(tx, agencyId)) {
    const deadline = deadlineFor({ kind: 'send-plan', body, year, choices })
    if (!deadline || !remindsOn(deadline, day)) continue
    const plan = await findPlanOf(tx, body.unitId, year)
    if (plan?.versions.some(({ sentOn }) => sentOn !== undefined)) continue
    for (const role of ['case-officer', 'administrator', 'approver'] as const) {
      for (const { id, email } of await listOfficersWith(tx, role, body.unitId)) {
        if (email) reminders.push({ agencyId, body, year, deadline, officer: { id, email } })
      }
    }
  }
  return reminders
}

function wordsOf({ body, year, deadline }: Reminder): { subject: string; text: string } {
  const on = formatDate(deadline.on)
  return {
    subject: `Kế hoạch bảo đảm kinh phí năm ${year}: hạn gửi ${on}`,
    text: `${body.name.vi} chưa gửi kế hoạch bảo đảm kinh phí năm ${year} cho cơ quan có thẩm quyền.\nHạn cuối: ${on} (${deadline.law}).\nMở mục Kế hoạch kinh phí trong khu vực quản trị để lập, trình ký và gửi.\n`,
  }
}

/** Reminds the people of each body, once a day at most, by e-mail. Worked twice, nobody is told twice. */
export async function remindAll(): Promise<void> {
  if (!canMail()) return
  for (const { id: agencyId } of await asInstallation(listAgencies)) {
    for (const reminder of await read(agencyId, (tx) => dueToday(tx, agencyId))) {
      const { body, year, deadline, officer } = reminder
      const note = { agencyId, unitId: body.unitId, year, kind: deadline.kind, on: today(), officerId: officer.id }
      // Written down with the mail server’s answer: a mail that was not taken is tried again, one that was is not.
      await transaction(agencyId, async (tx) => {
        if (!(await noteReminder(tx, note))) return
        const messageId = `funding-${body.unitId}-${year}-${note.on}-${officer.id}`
        await sendMail({ to: officer.email, ...wordsOf(reminder), messageId })
      })
    }
  }
}
