import { now, today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { type Report, reportOf } from '../report.ts'
import { listChanges, listChecked } from '../store.ts'

const CHANGES_SHOWN = 20

/** The report of an agency from what the last looks found; nothing is looked at now. */
export async function buildReport(agencyId: number): Promise<Report> {
  return read(agencyId, async (tx) => {
    const checked = await listChecked(tx)
    return reportOf(checked, { on: today(), at: now(), changes: await listChanges(tx, CHANGES_SHOWN) })
  })
}
