import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './step.vi.ts'

export const en: Words<typeof vi> = {
  backToCheck: 'Back to checking',
  kept: 'Your earlier session ended. What you typed is still here, not yet saved: look it over, then save and continue.',
  resumed: (time) => `You are going on with an application you had begun. Last saved: ${time}.`,
  startAgain: 'To throw it away and start again, go to my page',
  tooManyFiles: (name, most) =>
    `This question takes ${most} files at most, so “${name}” was not added. Remove a file, then send it again.`,
}
