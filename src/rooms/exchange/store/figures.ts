import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Period } from '../divergence.ts'
import { DAY, type DayFigures, SOON } from '../figures.ts'
import type { Destination } from '../message.ts'
import './tables.ts'

interface Row {
  day: LocalDate
  service: string
  soon_told: number
  soon_in_time: number
  day_told: number
  day_in_time: number
}

/**
 * By day of the act and service. A message is judged once its time is over, so that the newest neither help nor hurt;
 * one that the contract has nothing to say about was never to be told. A later message that says it too came late for it.
 */
export async function sumFigures(
  tx: Tx,
  { agencyId, destination, period, now }: { agencyId: number; destination: Destination; period: Period; now: Date },
): Promise<DayFigures[]> {
  const [soon, day] = [new Date(now.getTime() - SOON), new Date(now.getTime() - DAY)]
  const inTime = (milliseconds: number) => sql`acknowledged_at < caused_at + ${milliseconds} * interval '1 millisecond'`
  const { rows } = await sql<Row>`
    select ((caused_at at time zone 'UTC') + interval '7 hours')::date as day, service,
      count(*) filter (where caused_at <= ${soon})::int as soon_told,
      count(*) filter (where caused_at <= ${soon} and ${inTime(SOON)})::int as soon_in_time,
      count(*) filter (where caused_at <= ${day})::int as day_told,
      count(*) filter (where caused_at <= ${day} and ${inTime(DAY)})::int as day_in_time
    from messages
    where agency_id = ${agencyId} and destination = ${destination} and direction = 'out'
      and caused_at >= ${period.from} and caused_at < ${period.to}
      and (state <> 'superseded' or problem = 'said-by-a-later-one')
    group by 1, 2 order by 1 desc, 2`.execute(tx)
  return rows.map((row) => ({
    day: row.day,
    service: row.service,
    soon: { told: row.soon_told, inTime: row.soon_in_time },
    day1: { told: row.day_told, inTime: row.day_in_time },
  }))
}
