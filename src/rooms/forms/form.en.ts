import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './form.vi.ts'

export const en: Words<typeof vi> = {
  continue: 'Save and continue',
  later: 'Later, I will come back',
  yes: 'Yes',
  no: 'No',
  help: 'Help for this page',
  where: 'Where is it on the paper?',
  known: 'What we already know',
  reportWrong: 'Report an error',
  somethingWrong: 'Is something wrong?',
  whichWrong: 'What is wrong?',
  whichWrongHint: 'An officer will look, and tell you how to correct it where the data is kept. You can still apply.',
  whatIsRight: (label) => `${label}: what would be right?`,
  revealed: 'There are more questions, after what you have chosen.',
  change: 'Change',
  notAnswered: 'Not answered',
  sourceAt: (source, time) => `${source}, ${time}`,
  reported: 'You reported:',
  declaration: 'Your declaration',
  declare: 'What I have stated is true, and I answer for it before the law.',
  submit: 'Send application',
  unnamedFile: 'File sent',
}
