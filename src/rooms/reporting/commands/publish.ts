import type { LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { bodyOf, type Edition, hashOf, MONTHLY, type Monthly } from '../open-data.ts'
import { eachMonth, monthOf, nextMonth } from '../period.ts'
import { findEdition, firstMonth, insertEdition } from '../store/editions.ts'
import { readPublic } from './overview.ts'

const BY = { 'by-procedure': 'procedure', 'by-unit': 'unit', 'by-channel': 'channel' } as const

interface Publishing {
  id: number
  code: string
}

/** A month of a dataset as its bytes would be now. */
export function makeMonth({ id, code }: Publishing, dataset: Monthly, month: LocalDate): Promise<string> {
  return read(id, async (tx) => {
    const period = { from: month, to: nextMonth(month) }
    const { total, rows, names } = await readPublic(tx, { agencyId: id, period, by: BY[dataset] })
    return bodyOf({ dataset, agency: code, month, total, rows, names })
  })
}

/**
 * Publishes every month that is over and was not published, and a new edition of one whose log has been given an entry
 * since. Editions that stand are never touched. Answers with what was new. R-193
 */
export async function publishMonths(agency: Publishing): Promise<Pick<Edition, 'dataset' | 'month' | 'edition'>[]> {
  const from = await read(agency.id, (tx) => firstMonth(tx, agency.id))
  if (!from) return []
  const made: Pick<Edition, 'dataset' | 'month' | 'edition'>[] = []
  for (const month of eachMonth({ from, to: monthOf(today()) })) {
    for (const dataset of MONTHLY) {
      const body = await makeMonth(agency, dataset, month)
      const sha256 = hashOf(body)
      const edition = await transaction(agency.id, async (tx) => {
        const known = await findEdition(tx, agency.id, { dataset, month })
        if (known?.sha256 === sha256) return undefined
        const next = (known?.edition ?? 0) + 1
        await insertEdition(tx, agency.id, { dataset, month, edition: next, publishedAt: now(), sha256, body })
        return next
      })
      if (edition !== undefined) made.push({ dataset, month, edition })
    }
  }
  return made
}
