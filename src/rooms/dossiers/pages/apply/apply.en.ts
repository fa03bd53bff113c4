import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './apply.vi.ts'

export const en: Words<typeof vi> = {
  title: 'You cannot apply for this here yet',
  assurance: {
    'level-1': 'This service needs an electronic identity account of level 1 or more.',
    'level-2':
      'This service needs an electronic identity account of level 2. Yours is level 1: we do not yet know for certain that it is you.',
    organisation: 'This service needs the electronic identity account of an organisation.',
  },
  raise: 'To reach level 2, take your identity card to the nearest commune police. Once, and free of charge.',
  personOnly:
    'This service is for individuals. You are using an organisation’s account: sign out, then sign in with your own.',
  organisationOnly:
    'This service is for organisations. You are using a personal account: sign out, then sign in with the organisation’s.',
  notOnline:
    'This service cannot be applied for online yet. Bring your papers to a one-stop desk, or send them by post.',
  atCounter: 'You can still apply at a one-stop desk. An officer compares your papers there and then.',
  procedure: 'See this service',
  switchAccount: 'Sign out to change account',
  who: (name) => `You are signed in as ${name}`,
}
