import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierCode, parseDossierCode } from './dossier-code.ts'
import { isId, newId } from './id.ts'
import { addMonths, fromDayNumber, localDate, localDateTime, toInstant, toLocal, weekday } from './local-date.ts'
import { groupDigits, money } from './money.ts'
import { compareVietnamese, fold } from './vietnamese.ts'

describe('days', () => {
  test('a month after the 31st is the last day of the next', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2028-01-31'), 1)).toBe('2028-02-29')
    expect(addMonths(localDate('2026-11-30'), 3)).toBe('2027-02-28')
  })

  test('24 November 2026 is a Tuesday, 1 January 1970 a Thursday', () => {
    expect(weekday(localDate('2026-11-24'))).toBe(2)
    expect(weekday(localDate('1970-01-01'))).toBe(4)
    expect(weekday(localDate('1969-12-28'))).toBe(7)
  })

  test('a local minute and its instant are one and the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const local = localDateTime(`${fromDayNumber(day)}T${time}`)
        expect(toLocal(toInstant(local))).toBe(local)
      }),
    )
  })

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', ''])('%s is no day', (text) => {
    expect(() => localDate(text)).toThrow(RangeError)
  })
})

describe('dossier codes', () => {
  test('R-069: both orders of the unit code and four to seven digits are read', () => {
    for (const code of [
      'H15.50.05.13-261008-0975',
      '000.00.06.H56-231027-0361',
      'G15-261008-150975',
      'H99.12-261119-1234567',
    ]) {
      expect(parseDossierCode(code)?.code).toBe(code)
    }
  })

  test('what people type from paper is forgiven', () => {
    expect(parseDossierCode(' h99.12 - 261119-0007 ')?.code).toBe('H99.12-261119-0007')
  })

  test.each(['H99.12-261332-0007', 'H99.12-261119-007', 'TN-261119', "H99'; drop table dossiers--261119-0007", ''])(
    '%s is no code',
    (text) => {
      expect(parseDossierCode(text)).toBeUndefined()
    },
  )

  test('R-068: above 9,999 the sequence grows and is never cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (sequence) => {
        const code = dossierCode({ unitCode: 'H99.12', receivedOn: localDate('2026-11-19'), sequence })
        expect(parseDossierCode(code)).toMatchObject({ sequence, unitCode: 'H99.12', receivedOn: '2026-11-19' })
      }),
    )
  })
})

test('R-257: Vietnamese text loses its marks for searching, and sorts as a dictionary does', () => {
  expect(fold('Đặng Thị Ngọc Hằng'.normalize('NFD'))).toBe('dang thi ngoc hang')
  expect(['Đặng', 'Dương', 'Bùi', 'tạ', 'tà', 'ta'].sort(compareVietnamese)).toEqual([
    'Bùi',
    'Dương',
    'Đặng',
    'ta',
    'tà',
    'tạ',
  ])
})

test('R-256: amounts are grouped by dots and are whole đồng', () => {
  expect(groupDigits(1_234_567)).toBe('1.234.567')
  expect(() => money(0.5)).toThrow(RangeError)
  expect(() => money(-1)).toThrow(RangeError)
})

test('ids are unique, valid and rise with time', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.every(isId)).toBe(true)
  expect(ids).toEqual([...ids].sort())
})
