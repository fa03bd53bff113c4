import { describe, expect, test } from 'vitest'
import { type LocalDateTime, localDate, localDateTime } from '#kernel/local-date.ts'
import { affectedBy, neverEarlier } from './affected.ts'
import { explainDeadline } from './explain.ts'
import { parseLimit } from './limit.ts'
import { extensionTo, mayPostpone } from './postponement.ts'
import { classify, dueProgress } from './progress.ts'
import { deadlineWords, sayProgress } from './wording.ts'
import { stateCalendar, workingCalendar } from './working-calendar.ts'

const calendar = stateCalendar()
const dueAt = localDateTime('2026-11-25T17:00')
const running = { received: localDateTime('2026-11-19T08:40'), dueAt, calendar }

describe('R-110: progress', () => {
  test.each([
    ['just received', '2026-11-19T09:00', 'onTime', 'Còn 3 ngày làm việc'],
    ['two days before', '2026-11-20T09:00', 'onTime', 'Còn 2 ngày làm việc'],
    ['one working day before, over a holiday', '2026-11-23T09:00', 'dueSoon', 'Còn 1 ngày làm việc'],
    ['on the last day', '2026-11-25T09:00', 'dueToday', 'Còn 6 giờ'],
    ['in the last hour', '2026-11-25T16:20', 'dueToday', 'Còn 40 phút'],
    ['at the due minute', '2026-11-25T17:00', 'dueToday', 'Còn 0 phút'],
    ['in the evening', '2026-11-25T19:00', 'overdue', 'Quá hạn'],
    ['the morning after', '2026-11-26T09:30', 'overdue', 'Quá hạn 2 giờ'],
    ['a day and a weekend later', '2026-11-29T12:00', 'overdue', 'Quá hạn 2 ngày làm việc'],
  ])('%s', (_when, now, state, said) => {
    const found = dueProgress(running, localDateTime(now))
    expect(found.state).toBe(state)
    expect(sayProgress(found, deadlineWords('vi'))).toBe(said)
  })

  test('thresholds are data', () => {
    const now = localDateTime('2026-11-20T09:00')
    expect(dueProgress(running, now, { used: 0.75, workingDaysLeft: 2 }).state).toBe('dueSoon')
    expect(dueProgress(running, now, { used: 0.25, workingDaysLeft: 0 }).state).toBe('dueSoon')
  })

  test('the share used leaves pauses out and reaches 1 at the due time', () => {
    const pauses = [
      { from: localDateTime('2026-11-20T17:00'), to: localDateTime('2026-11-23T17:00'), reason: 'payment' as const },
    ]
    const input = { received: localDateTime('2026-11-19T17:00'), limit: parseLimit('2wd'), calendar, pauses }
    const found = explainDeadline(input)
    expect(found.dueAt).toBe('2026-11-25T17:00')
    const at = (now: string) => dueProgress({ ...found, calendar, pauses }, localDateTime(now)).used
    expect(at('2026-11-23T17:00')).toBe(0.5)
    expect(at('2026-11-25T17:00')).toBe(1)
  })

  test('an unknown date is neither near nor late', () => {
    expect(dueProgress({ ...running, dueAt: undefined }, localDateTime('2027-01-01T00:00')).state).toBe('waiting')
  })
})

describe('R-114: the columns of report II.06a', () => {
  const now = localDateTime('2026-11-26T09:00')
  const finished = (text: string) => ({ dueAt, finishedAt: localDateTime(text) })
  test.each([
    ['finished the day before', finished('2026-11-24T23:00'), 'early'],
    ['finished on the due day', finished('2026-11-25T08:00'), 'onTime'],
    ['finished at the due minute', finished('2026-11-25T17:00'), 'onTime'],
    ['finished a minute later', finished('2026-11-25T17:01'), 'late'],
    ['withdrawn after the due time', { ...finished('2026-11-25T18:00'), withoutResult: true }, 'onTime'],
    ['pending and past', { dueAt }, 'overdue'],
    ['pending, waiting for a supplement', { dueAt: undefined }, 'inTime'],
    ['pending and not yet due', { dueAt: localDateTime('2026-11-26T17:00') }, 'inTime'],
  ])('%s', (_when, dossier, expected) => {
    expect(classify(dossier, now)).toBe(expected)
  })
})

describe('R-111: a postponement', () => {
  const facts = { dueAt, alreadyPostponed: false, calendar }
  test('is possible until the last working day before the due day', () => {
    expect(mayPostpone(facts, localDateTime('2026-11-23T16:59'))).toBe(true)
    expect(mayPostpone(facts, localDateTime('2026-11-24T10:00'))).toBe(true)
    expect(mayPostpone(facts, localDateTime('2026-11-25T07:00'))).toMatchObject({
      code: 'deadlines.too-late-to-postpone',
    })
  })
  test('is possible once', () => {
    expect(mayPostpone({ ...facts, alreadyPostponed: true }, localDateTime('2026-11-20T08:00'))).toMatchObject({
      code: 'deadlines.already-postponed',
    })
  })
  test('to a day is that many working days', () => {
    const workingDays = extensionTo(localDate('2026-11-30'), dueAt, calendar)
    const found = explainDeadline({ ...running, limit: parseLimit('3wd'), extension: { workingDays } })
    expect(found.dueOn).toBe('2026-11-30')
  })
})

describe('R-108: a decision entered later', () => {
  const storm = { kind: 'closure' as const, date: localDate('2026-11-23'), note: 'Bão số 12', legal: '12/QĐ-UBND' }
  const after = workingCalendar({ owner: { vi: 'xã', en: 'commune' }, version: '2', own: [storm] })
  const dossier = (id: string, received: string, promised: string) => ({
    id,
    promised: localDateTime(promised),
    input: { received: localDateTime(received), limit: parseLimit('3wd') },
  })

  test('moves the dates it lies before, to a later day', () => {
    const running = [
      dossier('over', '2026-11-19T08:40', '2026-11-25T17:00'),
      dossier('before', '2026-11-16T08:40', '2026-11-19T17:00'),
      dossier('later', '2026-11-25T08:40', '2026-11-30T17:00'),
    ]
    expect(affectedBy(storm, running, after)).toEqual([
      { id: 'over', promised: '2026-11-25T17:00', dueAt: '2026-11-26T17:00' },
    ])
  })

  test('never shortens a promise', () => {
    const generous = dossier('generous', '2026-11-19T08:40', '2026-12-01T17:00')
    expect(affectedBy(storm, [generous], after)).toEqual([])
    const [early, late] = ['2026-11-25T17:00', '2026-11-26T17:00'] as LocalDateTime[]
    if (!early || !late) throw new Error('no dates')
    expect(neverEarlier(late, early)).toBe(late)
    expect(neverEarlier(early, late)).toBe(late)
    expect(neverEarlier(early, undefined)).toBe(early)
  })
})
