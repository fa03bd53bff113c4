import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './facts.vi.ts'

export const en: Words<typeof vi> = {
  units: { hours: 'hours', 'working-days': 'working days', days: 'days', months: 'months' },
  sameDay: 'the same day',
  limitVaries: 'depends on the case',
  range: (from: string, to: string) => `${from} to ${to}`,
  free: 'Free',
  feeVaries: 'Depends on the case',
  feeUnknown: 'Not published',
  money: (amount: string) => `${amount} đồng`,
  dollars: (amount: string) => `US$${amount}`,
  levels: { full: 'Wholly online', partial: 'Partly online', information: 'Information only' },
  channels: { online: 'Online', post: 'By post', counter: 'At the counter' },
  audiences: {
    citizen: 'People',
    business: 'Businesses, co-operatives',
    organisation: 'Organisations, agencies',
    foreigner: 'Foreign people and organisations',
    overseas: 'Vietnamese living abroad',
    official: 'Public officials',
  },
  code: 'Code',
  fee: 'Fee:',
  time: 'Time:',
  here: 'You can apply here',
  home: 'Home',
  path: 'Breadcrumb',
}
