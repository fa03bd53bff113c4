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
  elsewhere: 'This page was just saved in another window',
  elsewhereText:
    'What you typed is still in the fields below, not yet saved. Press “Save and continue” to save it in place of the other.',
  keepSaved: 'Keep the saved version, drop what I typed',
  twoVersions: 'Where the two versions differ',
  question: 'Question',
  savedVersion: 'Saved version',
  typedVersion: 'You just typed',
  change: 'Change',
  notAnswered: 'Not answered',
  sourceAt: (source, time) => `${source}, ${time}`,
  reported: 'You reported:',
  declaration: 'Your declaration',
  declare: 'What I have stated is true, and I answer for it before the law.',
  submit: 'Send application',
  unnamedFile: 'File sent',
}
