import { addMonths, localDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { asInstallation, type Tx, transaction } from '#platform/db/index.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import { getUnit, listAgencies } from '#rooms/agencies/index.ts'
import { type RatedMonth, type RatingsSaid, tellRatings } from '#rooms/exchange/index.ts'
import { listRated, satisfactionOf, showTotal } from '#rooms/feedback/index.ts'

/** How a procedure was rated at a unit in a month that is over; undefined where so few rated that it is told to nobody. */
export async function readRatings(
  tx: Tx,
  { month, unitId, procedureCode }: RatedMonth,
): Promise<RatingsSaid | undefined> {
  const satisfaction = await satisfactionOf(tx, { from: month, to: addMonths(month, 1), unitId, procedureCode })
  if (!satisfaction || !showTotal(satisfaction)?.opinions.overall) return undefined
  const { ratings, satisfied, very } = satisfaction.overall
  const unit = await getUnit(tx, unitId)
  const levels = { very, satisfied: satisfied - very, notYet: ratings - satisfied }
  return { unitCode: unit.code, unitName: unit.name.vi, ...levels }
}

/** The month that is over, to the national portal: every night, and told once. @see contract v1.4, DongBoDanhGia */
export async function tellLastMonth(): Promise<void> {
  const month = addMonths(localDate(`${today().slice(0, 7)}-01`), -1)
  for (const { id } of await asInstallation(listAgencies)) {
    await transaction(id, async (tx) => {
      const rated = await listRated(tx, month)
      await tellRatings(
        tx,
        id,
        rated.map((one) => ({ month, ...one })),
      )
    })
  }
}

export const ratingJobs = { 'ratings:tell': tellLastMonth } satisfies Jobs

/** Twenty past three in the morning in Vietnam, said in UTC. */
export const RATINGS_CRONTAB = '20 20 * * * ratings:tell'
