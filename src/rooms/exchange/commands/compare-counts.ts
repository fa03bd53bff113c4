import { addDays, dayOf, type LocalDate, toLocal } from '#kernel/local-date.ts'
import { read } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import type { Adapter, Counts } from '../adapter.ts'
import type { Connection } from '../connection.ts'
import { type Cause, causeOf, type Period } from '../divergence.ts'
import { periodOf } from '../figures.ts'
import { countAcknowledged, findAnsweredLate, listUntold } from '../store/counts.ts'
import type { NewDivergence } from '../store/reconciliations.ts'

export interface Compared {
  compared: number
  divergences: readonly NewDivergence[]
  /** Why it stopped before the end. */
  problem?: string
}

export interface CountRound {
  agencyId: number
  adapter: Adapter
  connection: Connection
}

/**
 * Of a system that only counts, day by day: what it acknowledged to us against what it counted, by its code of status;
 * and, beside that, what happened that day and was never told. A day that is not over may still differ by what is on
 * its way. R-189
 */
export async function compareCounts(round: CountRound, period: Period): Promise<Compared> {
  const divergences: NewDivergence[] = []
  let compared = 0
  for (const day of daysOf(period)) {
    try {
      divergences.push(...(await compareDay(round, day)))
      compared += 1
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      return { compared, divergences, problem: error.message }
    }
  }
  return { compared, divergences }
}

function daysOf({ from, to }: Period): LocalDate[] {
  const last = dayOf(toLocal(new Date(to.getTime() - 1)))
  const days: LocalDate[] = []
  for (let day = dayOf(toLocal(from)); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

const NOTHING: Cause = { cause: 'unexplained' }

async function compareDay({ agencyId, adapter, connection }: CountRound, day: LocalDate): Promise<NewDivergence[]> {
  const { destination } = adapter
  const asked = { agencyId, destination, period: periodOf(day, day) }
  const theirs: Counts = (await adapter.counts?.(day, connection)) ?? new Map()
  const { ours, untold, late } = await read(agencyId, async (tx) => ({
    ours: await countAcknowledged(tx, asked),
    untold: await listUntold(tx, asked),
    late: await findAnsweredLate(tx, asked),
  }))
  const lateCause: Cause | undefined = late && {
    cause: 'told-on-another-day',
    messageId: late.id,
    since: late.causedAt,
  }
  const stuck = untold.map(({ oldest, count }) => {
    return aCount(day, { ours: count, theirs: 0 }, causeOf([oldest], { told: true }))
  })
  const codes = [...new Set([...ours.keys(), ...theirs.keys()])].sort()
  const counted = codes.flatMap((code) => {
    const pair = { ours: ours.get(code) ?? 0, theirs: theirs.get(code) ?? 0 }
    return pair.ours === pair.theirs ? [] : [aCount(`${day}/${code}`, pair, lateCause ?? NOTHING)]
  })
  return [...stuck, ...counted]
}

/** `ref` is the day; with the code of status behind it where one is meant. */
function aCount(ref: string, pair: { ours: number; theirs: number }, cause: Cause): NewDivergence {
  return { ref, dossierId: undefined, field: 'count', ours: String(pair.ours), theirs: String(pair.theirs), ...cause }
}
