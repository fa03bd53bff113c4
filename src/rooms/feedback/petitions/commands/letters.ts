import { read } from '#platform/db/index.ts'
import { formatDate, formatDay, wordsFor } from '#platform/i18n/index.ts'
import { canMail, sendMail } from '#platform/mail/index.ts'
import { pageAddress } from '#rooms/agencies/index.ts'
import { getOfficer } from '#rooms/identity/index.ts'
import type { ListTimed, Timed } from '../../commands/remind.ts'
import { en } from '../letters.en.ts'
import { vi } from '../letters.vi.ts'
import { numberOf, type Petition } from '../petition.ts'
import { getExplanation, listUndecided } from '../store/explanations.ts'
import { getPetition, listOpenPetitions } from '../store/petitions.ts'
import type { ToldSender } from './desk.ts'
import { petitionPath } from './send.ts'

interface Of {
  agencyId: number
  id: string
}

/**
 * Tells the sender. An address that nobody has proven gets no word of the matter and no link that opens it: whoever
 * reads that letter needs the code as well.
 */
export async function tellSender({ agencyId, id, what }: Of & { what: ToldSender }): Promise<void> {
  if (!canMail()) return
  const petition = await read(agencyId, (tx) => getPetition(tx, id))
  const { language, sender, state, personId } = petition
  if (!sender.email || (what !== 'registered' && what !== state)) return
  const t = wordsFor({ language }, { vi, en })
  const path = personId === undefined ? '/petitions/track' : petitionPath(agencyId, id)
  const url = await pageAddress(agencyId, language, path)
  const number = numberOf(petition)
  const due = what === 'registered' ? [t.due(formatDay(petition.dueOn, language))] : []
  const where = personId === undefined ? t.look(url) : t.see(url)
  const text = [t.greeting(sender.name), [t.says[what], ...due].join(' '), where].join('\n\n')
  const subject = t.subjects[what](number)
  await sendMail({ to: sender.email, subject, text: `${text}\n`, messageId: `petition-${id}-${what}` })
}

/** Tells the officer concerned that an explanation is asked for, or their superior that one waits. */
export async function tellOfficer({ agencyId, id, what }: Of & { what: 'explain' | 'decide' }): Promise<void> {
  if (!canMail()) return
  const { one, officer } = await read(agencyId, async (tx) => {
    const explanation = await getExplanation(tx, id)
    const to = what === 'explain' ? explanation.officerId : explanation.superiorId
    return { one: explanation, officer: await getOfficer(tx, to) }
  })
  if (!officer.email || one.decidedAt) return
  const url = await pageAddress(agencyId, 'vi', `/desk/explanations/${id}`)
  const says = what === 'explain' ? vi.explain(formatDate(one.explainByOn)) : vi.decide
  const subject = what === 'explain' ? vi.explainSubject : vi.decideSubject
  const messageId = `explanation-${id}-${what}`
  await sendMail({ to: officer.email, subject, text: `${says}\n\n${vi.open(url)}\n`, messageId })
}

function letter(agencyId: number, { path, says }: { path: string; says: string }): Timed['letter'] {
  return async (isLate) => ({
    subject: isLate ? vi.lateSubject : vi.remindSubject,
    text: `${says}\n\n${vi.open(await pageAddress(agencyId, 'vi', path))}\n`,
  })
}

/** Forwarding days for what nobody has classified, and the day of the answer for all that is open. R-167 */
function timedOf(petition: Petition): Timed[] {
  const { id, agencyId, forwardByOn, dueOn, concernedOfficer, assignedTo, state } = petition
  const number = numberOf(petition)
  const path = `/desk/petitions/${id}`
  const common = { aboutId: id, exceptId: concernedOfficer }
  const says = vi.reminders.petition(number, formatDate(dueOn))
  const answer: Timed = {
    ...{ ...common, kind: 'petition', dueOn, assigneeId: assignedTo },
    letter: letter(agencyId, { path, says }),
  }
  if (state !== 'registered') return [answer]
  const forward = vi.reminders.forward(number, formatDate(forwardByOn))
  const timed: Timed = {
    ...{ ...common, kind: 'forward', dueOn: forwardByOn, assigneeId: undefined },
    letter: letter(agencyId, { path, says: forward }),
  }
  return [timed, answer]
}

export const timedPetitions: ListTimed = async (tx) => (await listOpenPetitions(tx)).flatMap(timedOf)

/** Explanations: first those who explain, then those who decide. */
export const timedExplanations: ListTimed = async (tx, agencyId) =>
  (await listUndecided(tx)).map((one) => ({
    kind: 'explanation',
    aboutId: one.id,
    dueOn: one.explainByOn,
    assigneeId: one.explainedAt ? one.superiorId : one.officerId,
    letter: letter(agencyId, {
      path: `/desk/explanations/${one.id}`,
      says: vi.reminders.explanation(formatDate(one.explainByOn)),
    }),
  }))
