import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { yearToDate } from '../period.ts'
import { type PublicRow, publish } from '../published.ts'
import { readTallies } from '../store/figures.ts'
import { NOTHING } from '../tally.ts'
import { type PublicSatisfaction, readSatisfaction } from './satisfaction.ts'

/** What stands beside a procedure, or on the home page, about the year so far. R-016 */
export interface YearFigures {
  from: LocalDate
  to: LocalDate
  all: PublicRow
  satisfaction: PublicSatisfaction
}

/** The year so far of one procedure, or of all. Two look-ups by key. R-016 @see Circular 32/2017/TT-BTTTT, Art. 11.3 */
export async function figuresOfYear(
  tx: Tx,
  agencyId: number,
  { procedureCode, on = today() }: { procedureCode?: string; on?: LocalDate } = {},
): Promise<YearFigures> {
  const period = yearToDate(on)
  const asked = { agencyId, period, procedureCode }
  const [tallies, satisfaction] = await Promise.all([
    readTallies(tx, { ...asked, by: 'total' }),
    readSatisfaction(tx, { ...period, procedureCode, on }),
  ])
  return { ...period, all: publish(tallies.get('') ?? NOTHING, {}).total, satisfaction }
}
