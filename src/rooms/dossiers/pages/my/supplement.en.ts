import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './supplement.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Supply what is missing',
  lead: (count) =>
    `The officer needs ${count === 1 ? 'the thing' : `the ${count} things`} below, and asks only once. Answer in words, or send a photo or file where a paper is needed.`,
  asked: (name, when) => `${name} wrote at ${when}`,
  sendBy: (day) => `Please send it before ${day}.`,
  clock: 'The clock stands still. It runs again once you have sent this.',
  clockIntake:
    'The application is not accepted yet, so no time is counted. An officer looks again once you have sent this.',
  point: (number) => `Point ${number}`,
  answer: 'Your answer',
  answerHint: 'Leave it empty if a paper says it all.',
  files: 'Photos or files',
  missing: (number, name) => `Point ${number} (${name}): write an answer or send a file.`,
  tooLong: (number, most) => `Point ${number}: your answer is longer than ${most} characters. Make it shorter.`,
  tooManyFiles: (name, most) => `Each point takes ${most} files at most, so “${name}” was not added.`,
  upload: 'Upload files, not sending yet',
  uploaded: 'The files are uploaded but not sent. Press “Send” when everything is there.',
  send: 'Send',
  once: 'Nothing can be added afterwards, so look it over before you send.',
}
