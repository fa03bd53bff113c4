import type { vi } from './desk-sign-in.vi.ts'

export const en: typeof vi = {
  title: 'Officers: sign in',
  idle: 'You were away 30 minutes, so you have been signed out.',
  kept: 'You were away 30 minutes. Your answers are kept; sign in to go on.',
  lead: 'For officers of',
  steps: ['Confirm with your staff account.', 'Type the 6-digit code of your authenticator app.'],
  start: 'Sign in with your staff account',
  simulatedTitle: 'Simulated',
  simulated: 'The staff account system is simulated here: you choose an invented officer.',
  citizen: 'Not an officer? Sign in with VNeID',
  failure: {
    'identity.provider-busy': {
      title: 'We could not sign you in',
      text: 'The staff account system is busy; try again in 5 minutes.',
      again: 'Try again',
    },
    'identity.cancelled': {
      title: 'You are not signed in',
      text: 'You cancelled at the staff account page.',
      again: 'Sign in again',
    },
    'identity.answer-refused': {
      title: 'We could not sign you in',
      text: 'We could not confirm the answer of the staff account system, so we did not use it.',
      again: 'Sign in again',
    },
    'identity.stale-attempt': {
      title: 'This sign-in has run out',
      text: 'More than 10 minutes passed, or you began in another browser. Sign in again from the start.',
      again: 'Sign in again',
    },
    'identity.not-an-officer-here': {
      title: 'This account does not belong to this agency',
      text: 'Only officers appointed at this agency can sign in. If you work here, ask its administrator to open your account.',
      again: 'Sign in with another account',
    },
    'identity.officer-disabled': {
      title: 'This account is closed',
      text: 'An account not used for 45 days is closed. Ask the administrator of your agency to open it again.',
      again: 'Sign in with another account',
    },
    'identity.no-provider': {
      title: 'We could not sign you in',
      text: 'This portal is not connected to a staff account system yet.',
      again: 'Try again',
    },
  },
}
