import { read } from '#platform/db/index.ts'
import { formatDate, formatDay, wordsFor } from '#platform/i18n/index.ts'
import { canMail, sendMail } from '#platform/mail/index.ts'
import { pageAddress } from '#rooms/agencies/index.ts'
import { CODE_LASTS_MINUTES, codeOf } from '../../commands/prove-email.ts'
import { findProof } from '../../store/email-proofs.ts'
import { en } from '../letters.en.ts'
import { vi } from '../letters.vi.ts'
import { type Question, stateOf } from '../question.ts'
import { getQuestion } from '../store/questions.ts'
import { questionPath } from './ask.ts'

interface Of {
  agencyId: number
  id: string
}

/** Sends the code that proves an address. One that has been used, or has expired, is not sent. */
export async function sendCode({ agencyId, id }: Of): Promise<void> {
  if (!canMail()) return
  const proof = await read(agencyId, (tx) => findProof(tx, id))
  if (!proof?.payload) return
  const t = wordsFor(proof.payload, { vi, en })
  const code = codeOf(proof)
  const text = `${t.codeText(code, CODE_LASTS_MINUTES)}\n`
  await sendMail({ to: proof.email, subject: t.codeSubject(code), text, messageId: `code-${id}` })
}

export type ToldAsker = 'taken' | 'answered' | 'set-aside'

/** What a letter to whoever asked says, in the language they asked in. */
export function letterOf(question: Question, what: ToldAsker, url: string): { subject: string; text: string } {
  const t = wordsFor(question, { vi, en })
  const quoted = `${t.youAsked}\n${question.body}`
  const parts = {
    taken: { subject: t.takenSubject, says: [t.taken(formatDay(question.dueOn, question.language))] },
    answered: { subject: t.answeredSubject, says: [t.answered, question.answer ?? ''] },
    'set-aside': { subject: t.asideSubject, says: [t.aside, question.setAsideBecause ?? ''] },
  }[what]
  const text = [t.greeting(question.askerName), ...parts.says, quoted, t.see(url)].join('\n\n')
  return { subject: parts.subject, text: `${text}\n` }
}

/** Tells whoever asked, by e-mail. A state that has moved on is not told any more. */
export async function tellAsker({ agencyId, id, what }: Of & { what: ToldAsker }): Promise<void> {
  if (!canMail()) return
  const question = await read(agencyId, (tx) => getQuestion(tx, id))
  if (question.email === undefined) return
  if (what !== 'taken' && stateOf(question) !== what) return
  const url = await pageAddress(agencyId, question.language, questionPath(agencyId, id))
  await sendMail({ to: question.email, ...letterOf(question, what, url), messageId: `question-${id}-${what}` })
}

/** What an officer reads of a question whose last day is near or over. */
export function reminderOf({ dueOn }: Pick<Question, 'dueOn'>, isLate: boolean, url: string) {
  const day = formatDate(dueOn)
  const subject = isLate ? vi.lateSubject(day) : vi.remindSubject(day)
  return { subject, text: `${vi.remind(day)}\n\n${vi.open(url)}\n` }
}
