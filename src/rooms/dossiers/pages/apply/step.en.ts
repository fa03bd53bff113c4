import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './step.vi.ts'

export const en: Words<typeof vi> = {
  backToCheck: 'Back to checking',
  kept: 'Your earlier session ended. What you typed is still here, not yet saved: look it over, then save and continue.',
  resumed: (time) => `You are going on with an application you had begun. Last saved: ${time}.`,
  startAgain: 'To throw it away and start again, go to my page',
  tooManyFiles: (name, most) =>
    `This question takes ${most} files at most, so “${name}” was not added. Remove a file, then send it again.`,
  help: 'Do you need help?',
  call: 'Call',
  callAfter: 'and say the name of this service',
  counter: 'Bring your papers to a one-stop desk; an officer will fill this in with you',
  saved: 'Each time you “Save and continue” we keep what you have answered. You can come back on another device.',
}
