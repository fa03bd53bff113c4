import type { vi } from './said.vi.ts'

export const en: typeof vi = {
  few: 'few, not shown',
  fewNote:
    'Numbers from 1 to 4 are not shown, nor are those from which they could be worked out: with so few, somebody who knows the person could tell whose they are.',
  noData: 'no data yet',
  percent: (value) => `${value}%`,
  atLeast: (value) => `at least ${value}%`,
  days: (value) => `${value} days`,
  hours: (value) => `${value} h`,
  minutes: (value) => `${value} min`,
  hoursAndMinutes: (hours, minutes) => `${hours} h ${minutes} min`,
  month: (month, year) => {
    const names = 'January February March April May June July August September October November December'.split(' ')
    return `${names[Number(month) - 1] ?? month} ${year}`
  },
  channels: {
    online: 'This portal',
    'national-portal': 'National Public Service Portal',
    counter: 'At the counter',
    post: 'By post',
  },
}
