import { expect, test } from 'vitest'
import type { ResultField } from '#rooms/forms/index.ts'
import { boxesOfDate, problemsOfFields, sayTypedDate } from './result-fields.ts'

const field = (id: string, kind: ResultField['kind'], required = true): ResultField => ({
  id,
  kind,
  required,
  label: { vi: id, en: id },
})
const fields = [field('number', 'text'), field('on', 'date'), field('note', 'long-text', false)]

test('a paper is not proposed while something it must say is empty', () => {
  expect(problemsOfFields(fields, {})).toEqual([
    { field: 'number', code: 'field-missing' },
    { field: 'on', code: 'field-missing' },
  ])
  expect(problemsOfFields(fields, { number: '118/1998', on: '02/10/1998' })).toEqual([])
})

test.each(['31/02/1998', '02-10-1998', '2/10/98', 'hôm qua'])('%s is no date for a paper', (on) => {
  expect(problemsOfFields(fields, { number: '1', on })).toEqual([{ field: 'on', code: 'field-no-date' }])
})

test('a date goes into its three boxes and comes out again, and empty boxes are no date', () => {
  const { day, month, year } = boxesOfDate('02/10/1998')
  expect(sayTypedDate(day, month, year)).toBe('02/10/1998')
  expect(sayTypedDate('2', '10', '1998')).toBe('02/10/1998')
  expect(sayTypedDate('', '', '')).toBe('')
  expect(boxesOfDate('1998-10-02')).toEqual({ day: '02', month: '10', year: '1998' })
})
