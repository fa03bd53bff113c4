import { now, today } from '#platform/clock/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { formatDate, wordsFor } from '#platform/i18n/index.ts'
import { listAgencies, pageAddress } from '#rooms/agencies/index.ts'
import { notify } from '../../commands/notify.ts'
import type { NoticeRequest } from '../../notice.ts'
import { type Reminder, sayReminder } from '../reminder.ts'
import { en } from '../reminders.en.ts'
import { vi } from '../reminders.vi.ts'
import { listDue, markTold } from '../store.ts'
import { stopPath } from './stop-link.ts'

/** The notice: what, why, from which dossier, and how to have no more of them. */
export function noticeOf(reminder: Reminder, from: { agency: string; origin: string }): NoticeRequest {
  const { agencyId, id, personId, language, ref, kind, nextProcedure } = reminder
  const t = wordsFor(reminder, { vi, en })
  const why = t.why(ref, formatDate(reminder.resultOn), reminder.basis[language])
  const at = (path: string) => `${from.origin}${path}`
  return {
    ...{ agencyId, key: `reminder:${id}`, personId, language, occasion: 'reminder', ref },
    procedure: reminder.procedureName[language],
    url: at(`/my/dossiers/${ref}`),
    facts: { agency: from.agency },
    reasons: [sayReminder(reminder, language), why],
    links: [
      ...(nextProcedure ? [{ says: t.next, url: at(`/procedures/${nextProcedure}`) }] : []),
      { says: t.stop, url: at(stopPath(agencyId, { personId, kind })) },
    ],
  }
}

/**
 * Tells everybody what is due, every morning. One notice per reminder: the notice has the reminder's own key, so what
 * was told before a crash is not told again.
 */
export async function remindAll(): Promise<void> {
  const problems: unknown[] = []
  for (const { id, name } of await asInstallation(listAgencies)) {
    for (const reminder of await read(id, (tx) => listDue(tx, today()))) {
      const { language } = reminder
      try {
        await notify(noticeOf(reminder, { agency: name[language], origin: await pageAddress(id, language, '') }))
        await transaction(id, (tx) => markTold(tx, reminder.id, now()))
      } catch (error) {
        problems.push(error) // One person's trouble is not another's.
      }
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, 'not everybody could be reminded')
}
