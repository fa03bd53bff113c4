import { pageAddress } from '#rooms/agencies/index.ts'
import type { ListTimed } from '../../commands/remind.ts'
import { listQuestions } from '../store/questions.ts'
import { reminderOf } from './letters.ts'

/** Open questions with their last day. One on the waiting list has one too. */
export const timedQuestions: ListTimed = async (tx, agencyId) => {
  const open = [...(await listQuestions(tx, 'open')), ...(await listQuestions(tx, 'held'))]
  return open.map((question) => ({
    kind: 'question' as const,
    aboutId: question.id,
    dueOn: question.dueOn,
    assigneeId: question.assignedTo,
    letter: async (isLate) =>
      reminderOf(question, isLate, await pageAddress(agencyId, 'vi', `/desk/questions/${question.id}`)),
  }))
}
