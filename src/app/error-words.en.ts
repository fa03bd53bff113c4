import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './error-words.vi.ts'

export const en: Words<typeof vi> = {
  'http.officers-only': {
    title: 'This page is for officers',
    message: 'You are signed in as a citizen. Officers sign in on their own page.',
  },
  'http.citizens-only': {
    title: 'This page is for citizens',
    message: 'You are signed in as an officer. Sign out, then sign in with VNeID.',
  },
  'processing.held-by-another': {
    title: 'A colleague holds this work',
    message: 'Nothing is lost. Open the application again to see who; that person or a manager can pass it to you.',
  },
  'processing.not-claimed': {
    title: 'You have not taken this work',
    message: 'Open the application again and press “Take this work” first.',
  },
  'processing.step-already-left': {
    title: 'This step has been done',
    message: 'You may have clicked twice, or a colleague was faster. Open the application again to see where it is.',
  },
  'processing.waits-for-the-person': {
    title: 'This application waits for the applicant',
    message: 'Once they have sent everything, it comes back to your queue.',
  },
  'processing.action-not-offered': {
    title: 'This step does not offer that',
    message: 'Open the application again to see what can be done now.',
  },
}
