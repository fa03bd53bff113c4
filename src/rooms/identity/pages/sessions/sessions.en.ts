import type { vi } from './sessions.vi.ts'

export const en: typeof vi = {
  title: 'Where you are signed in',
  lead: 'If one of these is not yours, sign out everywhere, then change your VNeID password.',
  since: 'Signed in at',
  lastUsed: 'Last used at',
  here: 'This browser',
  elsewhere: 'Another browser',
  endAll: 'Sign out everywhere',
}
