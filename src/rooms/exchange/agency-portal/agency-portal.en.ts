import type { vi } from './agency-portal.vi.ts'

export const en: typeof vi = {
  services: 'Services you can apply for',
  servicesAbout: (agency) => `Procedures that can be applied for online at ${agency}`,
  news: 'New and changed procedures',
  newsAbout: (agency) => `Procedures newly published or changed, at ${agency}`,
  inForce: (day) => `In force from ${day}`,
  decision: (number) => `by Decision ${number}`,
  onlineHere: 'Can be applied for online.',
  widget: 'Find a procedure or track an application',
  search: 'Find a procedure',
  searchHint: 'For example: birth certificate',
  searchGo: 'Search',
  track: 'Application code',
  trackGo: 'Track',
  from: (agency) => `The public service portal of ${agency}`,
  simulated: 'Simulated data',
}
