import type { vi } from './second-factor.vi.ts'

export const en: typeof vi = {
  title: 'Type your code',
  lead: 'Open the authenticator app on your phone and type the 6 digits it shows.',
  again: 'For this we must be sure that it is you. Type the 6 digits your authenticator app shows.',
  code: 'Code',
  codeHint: '6 digits. Without your phone, type one of your recovery codes, such as k7m2p-x4r9t.',
  submit: 'Continue',
  wrong: 'This code is wrong or was used already. Wait for the next one and type it.',
  locked: 'Five wrong codes. Wait 15 minutes and type a new one.',
  demonstrationTitle: 'Simulated',
  demonstration:
    'This officer is invented, so the code of this moment is filled in for you. Real officers take it from their own phone.',
  enrolTitle: 'Connect an authenticator app',
  enrolLead: 'The first time you sign in, you connect an authenticator app. From then on you only type its code.',
  enrolScan: 'Scan this square code with the authenticator app on your phone.',
  enrolQr: 'Square code that connects an authenticator app',
  enrolType: 'It will not scan? Type this into the app:',
  enrolThen: 'Type the 6 digits the app shows.',
  enrolHint: '6 digits; they change every 30 seconds.',
  recoveryTitle: 'Your recovery codes',
  recoveryLead: 'Keep these codes in a safe place, not on your phone. Each works once. This page is not shown again.',
  recoveryDone: 'I have kept them, go on',
}
