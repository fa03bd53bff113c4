import { addDays, type LocalDate, type LocalDateTime, toInstant, weekday } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { listUnits, type Unit } from '#rooms/agencies/index.ts'
import { stateCalendar } from '#rooms/deadlines/index.ts'
import { type Figures, figuresOf, withinWhich } from '../figures.ts'
import { foresee, type Why } from '../foresee.ts'
import { OfficeClock } from '../office-clock.ts'
import { monthOf, type Period } from '../period.ts'
import { unitsLed } from '../policy.ts'
import { type Endangered, listDueBetween, readStock, type Stock } from '../store/board.ts'
import { latestRun, type Run } from '../store/comparisons.ts'
import { countedAt, readTallies } from '../store/figures.ts'
import { NOTHING, sumOf, waitsIn } from '../tally.ts'

const SHOWN = 40
const OVERDUE_SHOWN = 10
/** No dossier is older. */
const BEGINNING = new Date(0)
/** Looks a week ahead. */
const AHEAD = 7

const clock = new OfficeClock(stateCalendar())

export interface Forecast extends Endangered {
  why: Why[]
}

export interface Board {
  units: readonly Unit[]
  /** The one chosen, or all of them. */
  shown: readonly Unit[]
  stock: readonly Stock[]
  week: Period
  /** What happened this week, by unit and together. */
  weekByUnit: ReadonlyMap<string, Figures>
  weekTotal: Figures
  /** Not late yet, and likely to be. */
  forecasts: readonly Forecast[]
  /** Late already, those that have waited longest. */
  overdue: readonly Forecast[]
  alarms: Run['comparisons']
  countedAt: Date | undefined
}

export function midnight(day: LocalDate): Date {
  return toInstant(`${day}T00:00` as LocalDateTime)
}

/** This week from its Monday, half-open. */
export function weekOf(day: LocalDate): Period {
  const from = addDays(day, 1 - weekday(day))
  return { from, to: addDays(from, 7) }
}

/** Now, this week, and what will be late and why, at the units this officer leads. R-181 */
export async function readBoard(tx: Tx, officer: Officer, unitCode: string): Promise<Board> {
  const { agencyId } = officer
  const units = unitsLed(officer, await listUnits(tx, agencyId))
  const chosen = units.filter(({ code }) => code === unitCode)
  const shown = chosen.length > 0 ? chosen : units
  const unitIds = shown.map(({ id }) => id)
  const [at, week] = [now(), weekOf(today())]
  const tallies = await readTallies(tx, { agencyId, period: week, by: 'unit' })
  const own = unitIds.map((id) => [id, tallies.get(id) ?? NOTHING] as const)
  return {
    units,
    shown,
    stock: await readStock(tx, unitIds, { now: at, soon: midnight(week.to) }),
    week,
    weekByUnit: new Map(own.map(([id, tally]) => [id, figuresOf(tally)])),
    weekTotal: figuresOf(sumOf(own.map(([, tally]) => tally))),
    ...(await forecast(tx, agencyId, { unitIds, at })),
    alarms: (await latestRun(tx, agencyId))?.comparisons.filter(({ verdict }) => verdict === 'worse') ?? [],
    countedAt: await countedAt(tx, agencyId),
  }
}

async function forecast(
  tx: Tx,
  agencyId: number,
  { unitIds, at }: { unitIds: readonly string[]; at: Date },
): Promise<Pick<Board, 'forecasts' | 'overdue'>> {
  const until = midnight(addDays(today(), AHEAD + 1))
  const near = await listDueBetween(tx, { unitIds, from: at, until, limit: SHOWN })
  const past = await listDueBetween(tx, { unitIds, from: BEGINNING, until: at, limit: OVERDUE_SHOWN })
  const usual = near.length > 0 ? await usualTimes(tx, agencyId) : new Map<string, number>()
  const explained = (one: Endangered): Forecast => {
    const standing = { ...one, claimed: one.officerName !== undefined, usual: usual.get(one.procedureCode) }
    return { ...one, why: foresee(standing, at, clock) }
  }
  return { forecasts: near.map(explained).filter(({ why }) => why.length > 0), overdue: past.map(explained) }
}

/** What half of the dossiers of each procedure took in the last three months. */
async function usualTimes(tx: Tx, agencyId: number): Promise<Map<string, number>> {
  const to = monthOf(today())
  const period = { from: monthOf(addDays(to, -80)), to: addDays(today(), 1) }
  const usual = new Map<string, number>()
  for (const [code, tally] of await readTallies(tx, { agencyId, period, by: 'procedure' })) {
    const half = withinWhich(waitsIn(tally, 'finish'), [1, 2])
    if (half !== undefined) usual.set(code, half)
  }
  return usual
}
