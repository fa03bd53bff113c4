import type { vi } from './explain.vi.ts'

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']
const plural = (count: number | string, one: string) => `${count} ${one}${Number(count) === 1 ? '' : 's'}`

/** `First`, …, `Tenth`, `11th`, `22nd`. */
function ordinalOf(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return ORDINALS[n - 1] ?? `${n}${ending}`
}

export const en: typeof vi = {
  title: (day) => `Why ${day}?`,
  titleUnknown: 'Why is there no date yet?',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdayWithin: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  today: 'today',
  holidays: {
    'new-year': 'New Year’s Day',
    tet: 'Lunar New Year (Tết)',
    'hung-kings': 'Hùng Kings’ Commemoration Day',
    reunification: 'Victory Day (30 April)',
    'labour-day': 'Labour Day (1 May)',
    'national-day': 'National Day',
    'culture-day': 'Viet Nam Culture Day',
  },
  pauses: {
    supplement: 'waiting for missing papers',
    payment: 'waiting for payment',
    consultation: 'waiting for another agency’s opinion',
    verification: 'waiting for verification',
    other: 'for the reason noted in the dossier',
  },
  received: (time) => `Accepted at ${time}. This day is not counted.`,
  receivedSameDay: (time) => `Accepted at ${time}, settled the same day.`,
  receivedAfterCutOff: (time, cutOff) => `Accepted at ${time}, after ${cutOff}. Due on the next working day.`,
  receivedOutOfHours: (time) => `Accepted at ${time}, outside office hours. Counted from the next opening.`,
  receivedOnClosedDay: (time, closed) => `${closed}. Accepted at ${time}; this day is not counted.`,
  receivedAt: (time) => `Accepted at ${time}`,
  workingDay: (ordinal) => `${ordinalOf(ordinal)} working day`,
  calendarDay: (ordinal) => `${ordinalOf(ordinal)} day`,
  extensionDay: (ordinal) => `${ordinalOf(ordinal)} day of the new appointment`,
  swappedFor: (day) => `worked in exchange for ${day}`,
  countedHours: (length) => `${length} counted`,
  endsOnClosedDay: (closed) => `${closed}. The limit ends on a closed day, so it moves to the next working day`,
  nextWorkingDay: 'Next working day',
  notCounted: (closed) => `${closed}, not counted`,
  weekend: 'Weekend',
  holiday: (name) => name,
  compensatory: (name) => `Day off in lieu of ${name}`,
  swapOff: (day) => `Day off in exchange for ${day}`,
  swapOffPlain: 'Day off in exchange for another',
  closure: 'Office closed',
  closureBecause: (note) => `Office closed: ${note}`,
  paused: (cause) => `Clock stopped: ${cause}`,
  dueAt: (day, time) => `Due: ${day}, by ${time}`,
  deadline: (time) => `Due by ${time}`,
  and: ' and ',
  hours: (count) => plural(count, 'hour'),
  minutes: (count) => plural(count, 'minute'),
  limits: {
    h: (amount) => plural(amount, 'working hour'),
    wd: (amount) => plural(amount, 'working day'),
    d: (amount) => plural(amount, 'day'),
    mo: (amount) => plural(amount, 'month'),
    sameDay: 'the same working day',
  },
  summaryBefore: 'The limit for this service is ',
  summaryAfter: {
    h: ', counted in office hours from acceptance.',
    wd: ', counted from the working day after acceptance.',
    d: ', counted from the day after acceptance.',
    mo: ', counted from the day after acceptance.',
    sameDay: '; when accepted after 15:00, the next working day.',
  },
  summaryRestarted: ', counted anew because the missing parts have come.',
  restarted: {
    received: (time) => `Completed at ${time}. The limit counts anew; this day is not counted.`,
    receivedSameDay: (time) => `Completed at ${time}, settled the same day.`,
    receivedAfterCutOff: (time, cutOff) => `Completed at ${time}, after ${cutOff}. Due on the next working day.`,
    receivedOutOfHours: (time) => `Completed at ${time}, outside office hours. Counted anew from the next opening.`,
    receivedOnClosedDay: (time, closed) =>
      `${closed}. Completed at ${time}; the limit counts anew and this day is not counted.`,
    receivedAt: (time) => `Completed at ${time}. The limit counts anew`,
  },
  extendedBy: (length) => ` It was postponed once, by ${length}.`,
  basis: 'Basis: ',
  procedureLimit: (code) => `time limit of procedure ${code}`,
  articles: {
    'civil-code-147-1': 'Civil Code 2015, Article 147(1) (hours run from acceptance)',
    'civil-code-147-2': 'Civil Code 2015, Article 147 (the first day is not counted)',
    'civil-code-148-3': 'Article 148(3) (months end on the day of the same number)',
    'civil-code-148-5': 'Article 148(5) (a limit ending on a closed day ends on the next working day)',
    'labour-code-111-3': 'Labour Code 2019, Article 111(3) (days off in lieu)',
    'labour-code-112': 'Labour Code 2019, Article 112 (public holidays)',
    'resolution-28-2026': 'Resolution 28/2026/QH16 (Viet Nam Culture Day)',
    'decree-23-2015-7': 'Decree 23/2015/NĐ-CP, Article 7 (the same day, before 15:00)',
    'decree-61-2018-19-4': 'Decree 61/2018/NĐ-CP, Article 19(4) (once complete, the limit counts anew)',
    'decree-118-2025': 'Decree 118/2025/NĐ-CP (one postponement)',
  },
  calendarOf: (year, owner) => `${year} working calendar of ${owner}`,
  neverPaused: 'The clock has not been stopped.',
  pausedDays: (length) => `The clock was stopped for ${length}.`,
  waiting: (time, day) =>
    `The clock has been stopped since ${time}, ${day}. There is no date yet; there will be one as soon as work continues.`,
  everyDay: 'See every day',
  translated: 'The Vietnamese text is the legal one. This translation is for reference.',
  left: (length) => `${length} left`,
  late: (length) => `Overdue by ${length}`,
  lateNow: 'Overdue',
}
