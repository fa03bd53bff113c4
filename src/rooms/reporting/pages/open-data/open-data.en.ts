import type { vi } from './open-data.vi.ts'

export const en: typeof vi = {
  title: 'Open data',
  home: 'Home',
  description: 'Figures and the catalogue of services to download and use freely, at addresses that do not change.',
  lead: 'Download it and use it again, also to sell; only name the source. No registration.',
  datasets: 'The datasets',
  monthly: 'One edition a month',
  caption: (title) => `${title}: months published`,
  month: 'Month',
  edition: 'Edition',
  published: 'Published',
  download: 'Download',
  none: 'No month has been published yet. The first comes when its month is over.',
  older: (all) => `All ${all} months are in the catalogue for machines.`,
  rules: 'Before you use it',
  points: [
    'What stands at an address with the number of an edition never changes. The address without one leads to the newest.',
    'There is a new edition only when the log has been given an act of that month. The same log gives the same bytes.',
    'Times are in quarters of a working hour; 30 of them are a working day.',
    'In the CSV, * is a small number that is not shown, an empty cell is no data, “>=96” is at least 96%.',
  ],
  machine: 'For machines',
  dcat: 'DCAT catalogue (JSON-LD)',
  api: 'Programming interface',
  statistics: 'See the figures on a page',
  licence: 'Licence: Creative Commons Attribution 4.0. Decree 47/2020/NĐ-CP, Articles 17–19.',
}
