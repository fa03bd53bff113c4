import { describe, expect, test } from 'vitest'
import { aDetailSource, aListedSource } from '../testing.ts'
import { cleanBlocks, cleanLine, cleanName } from './clean-text.ts'
import { type CatalogueConflict, conflictsOf } from './conflict.ts'
import { amountsIn, feeOf } from './fees.ts'
import { prepareCatalogue } from './prepare.ts'
import { lengthsIn, timeLimit } from './time-limit.ts'

function collect(): { found: CatalogueConflict[]; report: ReturnType<typeof conflictsOf> } {
  const found: CatalogueConflict[] = []
  return { found, report: conflictsOf('9.000001', found) }
}

describe('text', () => {
  test.each([
    ['markup goes, what is between it stays', '<p>Nộp <b>hồ sơ</b></p>', 'Nộp hồ sơ'],
    ['a sign that is not markup stays', 'điện áp <110kV>', 'điện áp <110kV>'],
    ['invisible characters go', 'đăng k\u200eý\u00a0hộ\u200b tịch', 'đăng ký hộ tịch'],
    ['marks become one letter (NFC)', 'Ho\u0302\u0323 ti\u0323ch', 'Hộ tịch'],
    ['entities are letters', 'A &amp; B &#7879;', 'A & B ệ'],
    ['what is not text is nothing', 42, ''],
  ])('%s', (_rule, source, clean) => expect(cleanLine(source)).toBe(clean))

  test('dashes, stars and colons around names go', () => {
    expect(cleanName('* Giấy tờ phải nộp: ')).toBe('Giấy tờ phải nộp')
    expect(cleanName('- Tờ khai;')).toBe('Tờ khai')
  })

  test('lines become paragraphs and items, empty ones nothing', () => {
    expect(cleanBlocks('Nộp hồ sơ:\r\n- một\n + hai\n\n<li>ba</li>---')).toEqual([
      { kind: 'paragraph', text: 'Nộp hồ sơ:' },
      { kind: 'item', text: 'một' },
      { kind: 'item', text: 'hai' },
      { kind: 'item', text: 'ba' },
    ])
  })
})

describe('fees', () => {
  test.each([
    ['100.000 đồng/hồ sơ', [100_000]],
    ['8000đ một bản', [8_000]],
    ['1,5 triệu đồng và 50 nghìn đồng', [1_500_000, 50_000]],
    ['Nghị quyết số 12/2026', []],
  ])('amounts in “%s”', (text, amounts) => expect(amountsIn(text)).toEqual(amounts))

  test.each([
    ['a figure the text confirms', 8000, '8.000 đồng', 8000, undefined],
    ['100 that means 100.000', 100, 'Phí: 100.000 đồng/lần', 100_000, 'fee-in-thousands'],
    ['a figure the text contradicts', 5000, 'thu 10.000 đồng', null, 'fee-not-in-text'],
    ['a small figure that nothing explains', 45, 'Theo Thông tư', null, 'fee-without-currency'],
    ['0 that is free', 0, 'Miễn lệ phí', 0, undefined],
    ['0 while the text sends elsewhere', 0, 'Do Hội đồng nhân dân tỉnh quy định', null, 'fee-zero-but-text'],
  ])('%s', (_rule, value, description, amount, kind) => {
    const { found, report } = collect()
    expect(feeOf({ type: 'FEE', value, description }, report, 'fees[0]').amount).toBe(amount)
    expect(found.map((conflict) => conflict.kind)).toEqual(kind ? [kind] : [])
  })
})

describe('time limits', () => {
  test('lengths in a sentence', () => {
    expect(lengthsIn('10 ngày làm việc (hoặc 07 ngày) hay 8 giờ')).toEqual([
      { amount: 10, unit: 'working-days' },
      { amount: 7, unit: 'days' },
      { amount: 8, unit: 'hours' },
    ])
  })

  test.each([
    ['figure and unit', 3, 'WORKING_DAY', '', { amount: 3, unit: 'working-days' }, undefined],
    ['the unit OTHER says nothing', 1, 'OTHER', 'xem mô tả', { amount: null, unit: null }, 'limit-unit-other'],
    [
      'a sentence with one length',
      'Không quá 05 ngày làm việc',
      'OTHER',
      '',
      { amount: 5, unit: 'working-days' },
      'limit-is-text',
    ],
    ['a sentence with two', '5 ngày hoặc 10 ngày', 'OTHER', '', { amount: null, unit: null }, 'limit-is-text'],
    ['a figure its text contradicts', 20, 'DAY', '7 ngày làm việc', { amount: 20, unit: 'days' }, 'limit-not-in-text'],
    ['nothing', undefined, 'DAY', '', { amount: null, unit: null }, 'limit-missing'],
  ])('%s', (_rule, amount, unit, text, limit, kind) => {
    const { found, report } = collect()
    expect(timeLimit(amount, unit, text, report, 'processingTime')).toMatchObject(limit)
    expect(found.map((conflict) => conflict.kind)).toEqual(kind ? [kind] : [])
  })
})

describe('a whole run', () => {
  const prepare = (listed: object[], details: object[] = []) =>
    prepareCatalogue({
      listed: listed.map((source, at) => ({ line: at + 1, source: { ...source } })),
      details: details.map((source, at) => ({ file: `${at}.json`, source: { ...source } })),
      unreadable: [],
    })

  test('two records under one code are both kept, and told', () => {
    const { procedures, conflicts } = prepare([aListedSource(), aListedSource({ name: 'Khác', code: ' 9.000001' })])
    expect(procedures.map(({ code }) => code)).toEqual(['9.000001', '9.000001-2'])
    expect(conflicts.map(({ kind }) => kind)).toContain('code-twice')
  })

  test('a misshapen code is kept, one that cannot stand in an address is left out', () => {
    const { procedures, conflicts } = prepare([
      aListedSource({ code: '1.014955-Xoa' }),
      aListedSource({ code: 'a/b c' }),
    ])
    expect(procedures.map(({ code }) => code)).toEqual(['1.014955-Xoa'])
    expect(conflicts.map(({ kind }) => kind).sort()).toEqual(['code-malformed', 'code-unusable'])
  })

  test('R-005: list and detail that disagree are told with both values', () => {
    const { conflicts } = prepare([aListedSource({ name: 'Tên trong danh mục' })], [aDetailSource()])
    expect(conflicts).toContainEqual({
      code: '9.000001',
      kind: 'differs-from-list',
      field: 'name',
      value: 'Tên trong danh mục',
      against: 'Thủ tục đăng ký mẫu',
    })
  })

  test('a record with everything missing or of the wrong type is read for what it has', () => {
    const broken = {
      code: '9.000050',
      name: 'x',
      executionMethods: [null, 7, { fees: 'none' }],
      cases: {},
      executionCases: [{}],
    }
    const { procedures } = prepare([], [broken])
    expect(procedures[0]?.full?.record).toMatchObject({ code: '9.000050', channels: [], papers: [], decision: null })
  })
})
