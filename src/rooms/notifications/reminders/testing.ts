import { newId } from '#kernel/id.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Finished } from './reminder.ts'

/** A finished dossier of a certificate of marital status. */
export function aFinished(given: Partial<Finished> & { personId: string }): Finished {
  const dossierId = newId()
  return {
    ...{ agencyId: 1, dossierId, ref: `H99.12-261125-${dossierId.slice(-4)}`, procedureCode: '1.004873' },
    procedureName: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
    ...{ language: 'vi', resultOn: localDate('2026-11-25') },
    ...given,
  }
}
