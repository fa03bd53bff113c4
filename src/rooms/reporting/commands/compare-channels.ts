import type { LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import { compareAll, type StratumRow } from '../fairness/compare.ts'
import { lastTwelveMonths } from '../period.ts'
import { latestRun, type Run, saveRun } from '../store/comparisons.ts'
import { readStrata, readTallies } from '../store/figures.ts'

/** Told when a channel is treated worse and was not found so before. A person must look into it. */
export interface ChannelTreatedWorse {
  type: 'reporting.channel-treated-worse'
  agencyId: number
  /** Empty: all procedures together. */
  procedureCode: string
  channel: string
  measure: string
  /** The day it was found. */
  on: LocalDate
}

/**
 * Compares the channels over the last twelve whole months and keeps what was found; announces each alarm once.
 * @see Decree 42/2022, Art. 15.1 b
 */
export async function compareChannels(agencyId: number): Promise<Run> {
  const period = lastTwelveMonths(today())
  const procedures = await read(agencyId, async (tx) => {
    const codes = [...(await readTallies(tx, { agencyId, period, by: 'procedure' })).keys()].sort()
    const found = new Map<string, StratumRow[]>()
    for (const code of codes) {
      const rows = await readStrata(tx, { agencyId, procedureCode: code, period })
      found.set(
        code,
        rows.map(({ unit, month, channel, tally }) => ({ stratum: `${unit} ${month}`, channel, tally })),
      )
    }
    return found
  })
  const run: Run = { period, comparedAt: now(), comparisons: compareAll(procedures) }
  await transaction(agencyId, async (tx) => {
    const before = new Set((await latestRun(tx, agencyId))?.comparisons.filter(isAlarm).map(nameOf))
    await saveRun(tx, agencyId, run)
    for (const alarm of run.comparisons.filter(isAlarm)) {
      if (before.has(nameOf(alarm))) continue
      const { procedureCode, channel, measure } = alarm
      const told: ChannelTreatedWorse = {
        type: 'reporting.channel-treated-worse',
        agencyId,
        procedureCode,
        channel,
        measure,
        on: today(),
      }
      await announce(tx, told)
    }
  })
  return run
}

type Found = Run['comparisons'][number]

function isAlarm({ verdict }: Found): boolean {
  return verdict === 'worse'
}

function nameOf({ procedureCode, channel, measure }: Found): string {
  return [procedureCode, channel, measure].join(' ')
}
