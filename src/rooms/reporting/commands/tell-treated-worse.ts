import { read } from '#platform/db/index.ts'
import { canMail, sendMail } from '#platform/mail/index.ts'
import { pageAddress } from '#rooms/agencies/index.ts'
import { listOfficersWith } from '#rooms/identity/index.ts'
import { vi as measures } from '../pages/equal-treatment/equal-treatment.vi.ts'
import { vi as channels } from '../pages/shared/said.vi.ts'
import { LEADING_ROLES } from '../policy.ts'
import { procedureNames } from '../store/names.ts'
import type { ChannelTreatedWorse } from './compare-channels.ts'
import { letter } from './treated-worse.vi.ts'

/**
 * Writes to everybody who leads that a way of applying is treated worse, so that a person looks into it. The number of
 * the message is that of the finding: told twice, the mail server knows it again.
 * @see Decree 42/2022, Art. 15.1 b
 */
export async function tellTreatedWorse(alarm: ChannelTreatedWorse): Promise<void> {
  if (!canMail()) return
  const { agencyId, procedureCode, channel, measure, on } = alarm
  const [names, officers] = await read(agencyId, async (tx) => [
    await procedureNames(tx, procedureCode ? [procedureCode] : []),
    (await Promise.all(LEADING_ROLES.map((role) => listOfficersWith(tx, role)))).flat(),
  ])
  const said = {
    what: names.get(procedureCode)?.vi ?? measures.together,
    channel: channels.channels[channel] ?? channel,
    measure: measures.measures[measure as keyof typeof measures.measures] ?? measure,
    url: await pageAddress(agencyId, 'vi', '/statistics/equal-treatment'),
  }
  const letters = new Map(officers.flatMap(({ id, email }) => (email ? [[email, id] as const] : [])))
  for (const [to, officerId] of letters) {
    const messageId = ['treated-worse', agencyId, on, procedureCode || 'all', channel, measure, officerId].join('-')
    await sendMail({ to, ...letter(said), messageId })
  }
}
