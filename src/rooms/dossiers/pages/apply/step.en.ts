import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './step.vi.ts'

export const en: Words<typeof vi> = {
  backToCheck: 'Back to checking',
  kept: 'Your earlier session ended. What you typed is still here, not yet saved: look it over, then save and continue.',
  resumed: (time) => `You are going on with an application you had begun. Last saved: ${time}.`,
  startAgain: 'To throw it away and start again, go to my page',
  tooManyFiles: (name, most) =>
    `This question takes ${most} files at most, so “${name}” was not added. Remove a file, then send it again.`,
  undone: 'The last change was undone. Choose “Undo” again to bring it back.',
  earlier: 'You have filed this before',
  earlierText:
    'You can take over the answers of your latest application and change what is different. Papers are sent again.',
  copy: 'Use my earlier answers',
  elsewhere: 'Go on elsewhere',
  resumeCode: 'Code of this draft:',
  resumeText:
    'At home, sign in and it is there. At a one-stop desk, read out this code and show your ID card; the officer goes on with you.',
}
