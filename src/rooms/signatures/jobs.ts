import type { Jobs } from '#platform/jobs/index.ts'
import { pollRequest } from './commands/poll.ts'
import { sendRequest } from './commands/send.ts'

export const signatureJobs = {
  'signatures:send': sendRequest,
  'signatures:poll': pollRequest,
} satisfies Jobs
