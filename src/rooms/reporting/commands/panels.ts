import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { yearToDate } from '../period.ts'
import { type PublicRow, publish } from '../published.ts'
import { readTallies } from '../store/figures.ts'
import { NOTHING } from '../tally.ts'

/** What stands beside a procedure, or on the home page, about the year so far. R-016 */
export interface YearFigures {
  from: LocalDate
  to: LocalDate
  all: PublicRow
  /** Until people can rate what they got: no data. */
  satisfaction: undefined
}

/** The year so far of one procedure, or of all. One look-up by key: it costs a page nothing. R-016 @see Circular 32/2017/TT-BTTTT, Art. 11.3 */
export async function figuresOfYear(
  tx: Tx,
  agencyId: number,
  { procedureCode, on = today() }: { procedureCode?: string; on?: LocalDate } = {},
): Promise<YearFigures> {
  const period = yearToDate(on)
  const asked = { agencyId, period, procedureCode }
  const total = (await readTallies(tx, { ...asked, by: 'total' })).get('') ?? NOTHING
  return { ...period, all: publish(total, {}).total, satisfaction: undefined }
}
