import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { sendMail } from '#platform/mail/index.ts'
import { compose } from './compose.ts'
import type { NoticeRequest } from './notice.ts'
import { insertNotice, lockNotice, markSent, markTried } from './store.ts'

/** Writes a notice to the person's inbox and, when an address is known, queues its e-mail. Telling twice makes one. */
export async function notify(request: NoticeRequest): Promise<void> {
  const { subject, body } = compose(request)
  const id = newId()
  await transaction(request.agencyId, async (tx) => {
    const isNew = await insertNotice(tx, {
      agency_id: request.agencyId,
      id,
      key: request.key,
      person_id: request.personId,
      ref: request.ref,
      occasion: request.occasion,
      language: request.language,
      to_address: request.email ?? null,
      subject,
      body,
      state: request.email ? 'queued' : 'no-address',
      created_at: now(),
    })
    if (isNew && request.email) await enqueue(tx, 'notifications:send', { agencyId: request.agencyId, id })
  })
}

/** Sends one waiting notice. When the mail server does not take it, the failure is kept and thrown, so that the job is tried again. */
export async function sendNotice(agencyId: number, id: string): Promise<void> {
  const failure = await transaction(agencyId, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice?.state !== 'queued' || !notice.to) return undefined
    try {
      await sendMail({ to: notice.to, subject: notice.subject, text: notice.body, messageId: id })
      await markSent(tx, id, now())
      return undefined
    } catch (error) {
      await markTried(tx, id, error instanceof Error ? error.message : String(error))
      return error
    }
  })
  if (failure !== undefined) throw failure
}
