import type { vi } from './sign-in.vi.ts'

export const en: typeof vi = {
  title: 'Sign in',
  idle: 'You were away 30 minutes, so you have been signed out.',
  kept: 'You were away 30 minutes. Your answers are kept; sign in to go on.',
  lead: 'You sign in with the state’s electronic identity. This portal keeps no password of yours.',
  stepsTitle: 'There are three steps',
  steps: [
    'You go to VNeID and confirm there.',
    'VNeID tells us your name, identity number, date of birth and address, so that you need not type them.',
    'You come back to the page you were on.',
  ],
  start: 'Sign in with VNeID',
  simulatedTitle: 'Simulated',
  simulated: 'VNeID is simulated here: you choose an invented person. There is no data of real people.',
  withoutTitle: 'You need not sign in to',
  without: {
    find: 'Find a service',
    track: 'Track an application by its code',
    verify: 'Check a result',
  },
  noAccount:
    'No account yet? The police of any commune or ward opens one, free of charge. You can also apply at a one-stop desk.',
  failure: {
    'identity.provider-busy': {
      title: 'We could not sign you in',
      text: 'VNeID is busy; try again in 5 minutes. Nothing is lost.',
      again: 'Try again',
    },
    'identity.cancelled': {
      title: 'You are not signed in',
      text: 'You cancelled at VNeID. Nothing has changed.',
      again: 'Sign in again',
    },
    'identity.answer-refused': {
      title: 'We could not sign you in',
      text: 'We could not confirm that the answer came from VNeID, so we did not use it. Sign in again from the start.',
      again: 'Sign in again',
    },
    'identity.stale-attempt': {
      title: 'This sign-in has run out',
      text: 'More than 10 minutes passed, or you began in another browser. Sign in again from the start.',
      again: 'Sign in again',
    },
    'identity.claims-incomplete': {
      title: 'We could not sign you in',
      text: 'VNeID did not tell us your name and kind of account. Call VNeID on 1900 0368 to check your account.',
      again: 'Try again',
    },
    'identity.no-provider': {
      title: 'We could not sign you in',
      text: 'This portal is not connected to VNeID yet. You can apply at a one-stop desk.',
      again: 'Try again',
    },
  },
  signedOut: {
    title: 'You have signed out',
    text: 'You have signed out of this portal.',
    onward: 'Going on to VNeID to sign out there as well.',
    onwardLink: 'Sign out of VNeID',
    home: 'Go to the home page',
    again: 'Sign in again',
  },
}
