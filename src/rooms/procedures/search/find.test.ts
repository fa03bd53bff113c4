import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { find, type SearchRequest } from './find.ts'
import { buildLexicon } from './lexicon.ts'
import { readPlace } from './places.ts'
import { type Posting, PostingsBuilder } from './postings.ts'
import { buildSearchIndex, type SearchDocument, type SearchIndex } from './search-index.ts'
import { syllablesOf } from './syllables.ts'
import { Tally } from './tally.ts'

const NATIONAL = { publisher: 'Bộ Mẫu', kind: 'standard', audiences: ['citizen'], results: [], keywords: [] } as const
const a = (code: string, name: string, over: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ ...NATIONAL, audiences: ['citizen'], results: [], keywords: [] },
  ...{ code, name, field: 'Hộ tịch', level: 'full' },
  ...over,
})
const ofProvince = (code: string, name: string, publisher: string) => a(code, name, { publisher, kind: 'specific' })

const DOCUMENTS = [
  a('1', 'Đăng ký kết hôn'),
  a('2', 'Đăng ký khai sinh'),
  a('3', 'Đăng ký tạm trú', { field: 'Cư trú', level: 'partial' }),
  a('4', 'Cấp thị thực điện tử', { audiences: ['foreigner'] }),
  a('5', 'Thi thực hành nghề', { field: 'Giáo dục', publisher: 'Bộ Khác', level: 'information' }),
  ofProvince('6', 'Hỗ trợ chi phí hỏa táng', 'UBND Thành phố Hồ Chí Minh'),
  ofProvince('7', 'Hỗ trợ chi phí hỏa táng', 'UBND Thành phố Huế'),
  a('8', 'Cấp chứng chỉ an toàn công nghệ'),
]

let index: SearchIndex
beforeAll(async () => {
  index = await buildSearchIndex(DOCUMENTS, 1)
})

const search = (query: string, over: Partial<SearchRequest> = {}) =>
  find(index, { offers: new Map(), lexicon: buildLexicon([]) }, { query, ...over })
const first = (query: string, over: Partial<SearchRequest> = {}) => search(query, over).hits[0]?.code

describe('reading what was typed', () => {
  test.each([
    ['without marks', 'dang ky ket hon', '1'],
    ['two words typed as one', 'kethon', '1'],
    ['a slip that makes another word', 'ket hom', '1'],
    ['keys of Telex', 'dawng kys tajm trus', '3'],
    ['marks that were typed decide', 'thị thực', '4'],
    ['and other marks', 'thi thực', '5'],
  ])('R-011: %s', (_how, query, code) => {
    expect(first(query)).toBe(code)
  })

  test('a word that is still being typed becomes the one that follows the word before', () => {
    expect(first('đăng ký kh', { unfinished: true })).toBe('2')
    expect(first('tạm t', { unfinished: true })).toBe('3')
    expect(search('đăng ký kết hôn ', { unfinished: true }).hits[0]?.code).toBe('1')
  })
})

describe('where people live', () => {
  test.each([
    ['khai sinh ở hà nam', 'khai sinh ở', 'Hà Nam', 'tỉnh Ninh Bình'],
    ['tạm trú huyện thuận an bình dương', 'tạm trú', 'Bình Dương', 'Thành phố Hồ Chí Minh'],
    ['kết hôn phường 5 quận gò vấp', 'kết hôn', 'Gò Vấp', 'Thành phố Hồ Chí Minh'],
    ['tam tru quan 7', 'tam tru', '7', 'Thành phố Hồ Chí Minh'],
  ])('%s', (query, rest, typed, now) => {
    const place = readPlace(syllablesOf(query))
    expect(place?.rest.map(({ said }) => said).join(' ')).toBe(rest)
    expect(place?.renamed).toEqual({ typed, now })
  })

  test.each([
    'công nghệ an toàn',
    'bảo hiểm xã hội',
    'gia đình',
    'mua nhà ở xã hội',
    'chuyển nhà đến phường khác',
    'huế',
  ])('there is no place in “%s”, or nothing beside it', (query) => {
    expect(readPlace(syllablesOf(query))).toBeUndefined()
  })

  test('R-011: a province that is no more finds what its successor offers, and not what others do', () => {
    const { hits, understanding } = search('hỗ trợ hỏa táng bình dương')
    expect(hits.map(({ code }) => code)).toEqual(['6'])
    expect(understanding.renamed?.now).toBe('Thành phố Hồ Chí Minh')
    expect(first('hỗ trợ hỏa táng ở huế')).toBe('7')
  })
})

describe('choosing among what was found', () => {
  test('R-008: each facet counts what its own choice would leave, with the others applied', () => {
    const { facets, total } = search('', { levels: ['full'] })
    expect(total).toBe(6)
    expect(facets.levels).toEqual({ full: 6, partial: 1, information: 1 })
    expect(facets.audiences.foreigner).toBe(1)
    expect(facets.fields).toEqual([['Hộ tịch', 6]])
  })

  test('a level that the agency has set counts as its own', () => {
    const agency = { offers: new Map([['1', { level: 'partial' as const, appliable: true }]]) }
    expect(find(index, agency, { query: '' }).facets.levels).toEqual({ full: 5, partial: 2, information: 1 })
  })
})

test('one query leaves nothing behind for the next', () => {
  const alone = search('đăng ký tạm trú')
  for (const query of ['đăng ký kết hôn', 'hỏa táng huế', '1.000001', 'zzz']) search(query)
  expect(search('đăng ký tạm trú')).toEqual(alone)
})

test('sums are the same whether a posting is read through or looked up in', () => {
  const documents = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 99 }).map((all) => all.sort((x, y) => x - y))
  fc.assert(
    fc.property(documents, documents, fc.integer({ min: 1, max: 8 }), (opening, following, few) => {
      const [one, other] = [postingOf(opening.slice(0, few)), postingOf(following)]
      const [seldom, often] = [new Tally(100), new Tally(100)]
      for (const tally of [seldom, often]) tally.addTerm(one, { worth: 2, bare: 1, form: 0, opens: true })
      // So many more documents are looked at that nothing is looked up.
      often.count = 100
      for (const tally of [seldom, often]) {
        tally.addTerm(other, { worth: 3, bare: 0.5, form: 1, opens: false })
        tally.addPair(other, 1)
      }
      const sums = (tally: Tally) =>
        Array.from({ length: 100 }, (_, at) => [tally.covered(at), tally.inName(at), tally.together(at)])
      expect(sums(seldom)).toEqual(sums(often))
    }),
  )
})

function postingOf(documents: number[]): Posting {
  const builder = new PostingsBuilder({ withForms: true })
  for (const at of documents) builder.add('term', at, { weight: at % 2 ? 100 : 45, form: at % 3 === 0 ? 1 : 2 })
  return builder.done().get('term') ?? { entries: new Uint32Array(), forms: new Uint16Array() }
}
