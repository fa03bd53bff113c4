import type { vi } from './funding.vi.ts'

export const en: typeof vi = {
  title: 'Funding, published',
  description: 'Funding of online public services: estimate, execution, settlement.',
  lead: 'The money that maintains and develops the online services of this agency: what was given, what was spent, how it was settled.',
  law: 'Article 20 of Decree 42/2022/NĐ-CP; published under Articles 27 and 34 of Circular 26/2026/TT-BTC.',
  none: 'Nothing has been published yet.',
  year: (year) => `Year ${year}`,
  at: (at) => `Published at ${at}. The figures stay as they were that day.`,
}
