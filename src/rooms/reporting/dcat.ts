import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { addressOf, type Edition, MONTHLY, type Monthly } from './open-data.ts'
import { nextMonth } from './period.ts'

export interface CatalogueFacts {
  origin: string
  agency: { name: Bilingual; email: string }
  editions: readonly Edition[]
  words: {
    catalogue: Bilingual
    datasets: Readonly<Record<Monthly | 'catalogue' | 'equal-treatment', { title: Bilingual; description: Bilingual }>>
  }
}

/** Free for everybody, also to sell; only the source must be named. @see Decree 47/2020, Art. 17.2 */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

const FORMATS = {
  json: 'https://www.iana.org/assignments/media-types/application/json',
  csv: 'https://www.iana.org/assignments/media-types/text/csv',
} as const

function both({ vi, en }: Bilingual) {
  return [
    { '@language': 'vi', '@value': vi },
    { '@language': 'en', '@value': en },
  ]
}

/** The catalogue of open data, for harvesters. @see W3C, Data Catalog Vocabulary (DCAT) version 3 */
export function dcatOf({ origin, agency, editions, words }: CatalogueFacts) {
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': both(agency.name), 'foaf:mbox': `mailto:${agency.email}` }
  const described = (name: keyof typeof words.datasets) => ({
    '@id': `${origin}/open-data#${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': both(words.datasets[name].title),
    'dct:description': both(words.datasets[name].description),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENCE },
    'dct:language': ['vi', 'en'],
  })
  const distribution = (path: string, format: keyof typeof FORMATS) => ({
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': `${origin}${path}` },
    'dcat:mediaType': { '@id': FORMATS[format] },
    'dct:license': { '@id': LICENCE },
  })
  const series = MONTHLY.map((name) => ({
    ...described(name),
    '@type': 'dcat:DatasetSeries',
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY' },
  }))
  const months = editions.map((edition) => ({
    '@id': `${origin}${addressOf(edition, 'json')}`,
    '@type': 'dcat:Dataset',
    'dct:title': both(words.datasets[edition.dataset].title),
    'dct:publisher': publisher,
    'dcat:inSeries': { '@id': `${origin}/open-data#${edition.dataset}` },
    'dcat:version': String(edition.edition),
    'dct:issued': { '@type': 'xsd:dateTime', '@value': edition.publishedAt.toISOString() },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': edition.month,
      'dcat:endDate': lastDay(edition.month),
    },
    'dcat:distribution': [
      {
        ...distribution(addressOf(edition, 'json'), 'json'),
        'dcat:byteSize': edition.size,
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': edition.sha256,
        },
      },
      distribution(addressOf(edition, 'csv'), 'csv'),
    ],
  }))
  const live = (['catalogue', 'equal-treatment'] as const).map((name) => ({
    ...described(name),
    'dcat:distribution': [
      distribution(`/open-data/${name}.json`, 'json'),
      distribution(`/open-data/${name}.csv`, 'csv'),
    ],
  }))
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/open-data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both(words.catalogue),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENCE },
    'dct:language': ['vi', 'en'],
    'dcat:dataset': [...series, ...months, ...live],
  }
}

function lastDay(month: LocalDate): string {
  return new Date(Date.parse(`${nextMonth(month)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
