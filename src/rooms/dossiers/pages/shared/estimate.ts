import { dayNumber, dayOf, type LocalDate, type LocalDateTime, timeOf } from '#kernel/local-date.ts'
import { localNow } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import {
  explainDeadline,
  loadCalendar,
  loadReceptionCalendar,
  parseLimit,
  type WorkingCalendar,
} from '#rooms/deadlines/index.ts'

/** What can be said before reception, when no clock runs yet. */
export interface Estimate {
  /** By when an officer looks at it. */
  checkedBy: LocalDateTime | undefined
  /** The day on which it is received, should that happen at the first opportunity. */
  receivedOn: LocalDate
  receivedToday: boolean
  /** When the result would then be due. */
  dueAt: LocalDateTime | undefined
}

/** Online dossiers are looked at within eight working hours. R-066 */
const INTAKE = parseLimit('8h')
const DAYS_AHEAD = 60

interface Place {
  agencyId: number
  receivingUnitId: string
  competentUnitId: string
  /** `3wd` */
  timeLimit: string
}

/** An estimate, and said to be one: the promise is made at reception. */
export async function estimateDue(tx: Tx, place: Place, from: LocalDateTime = localNow()): Promise<Estimate> {
  const { agencyId, receivingUnitId, competentUnitId, timeLimit } = place
  const counter = await loadReceptionCalendar(tx, agencyId, receivingUnitId)
  const calendar = await loadCalendar(tx, agencyId, competentUnitId)
  const received = nextOpening(counter, from)
  return {
    checkedBy: explainDeadline({ received: from, limit: INTAKE, calendar: counter }).dueAt,
    receivedOn: dayOf(received),
    receivedToday: dayOf(received) === dayOf(from),
    dueAt: explainDeadline({ received, limit: parseLimit(timeLimit), calendar }).dueAt,
  }
}

function minutesOf(local: LocalDateTime): number {
  const [hours = 0, minutes = 0] = timeOf(local).split(':').map(Number)
  return hours * 60 + minutes
}

/** Now when the counter is still open today, else the first morning it opens. */
function nextOpening(calendar: WorkingCalendar, from: LocalDateTime): LocalDateTime {
  const start = dayNumber(dayOf(from))
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = calendar.day(start + ahead)
    if (day.closed) continue
    if (ahead > 0) return `${day.date}T08:00` as LocalDateTime
    if (minutesOf(from) < day.closesAt) return from
  }
  return from
}
