import type { Jobs } from '#platform/jobs/index.ts'
import { everyMorning } from './commands/remind.ts'
import { tellOfficer, tellSender, timedExplanations, timedPetitions } from './petitions/commands/letters.ts'
import { sendCode, tellAsker } from './questions/commands/letters.ts'
import { timedQuestions } from './questions/commands/timed.ts'

export const jobs = {
  'feedback:send-code': sendCode,
  'feedback:tell-asker': tellAsker,
  'feedback:tell-sender': tellSender,
  'feedback:tell-officer': tellOfficer,
  'feedback:every-morning': () => everyMorning([timedQuestions, timedPetitions, timedExplanations]),
} satisfies Jobs

/** Seven in the morning in Vietnam, said in UTC. */
export const FEEDBACK_CRONTAB = '0 0 * * * feedback:every-morning'
