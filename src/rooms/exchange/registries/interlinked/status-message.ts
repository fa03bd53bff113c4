import type { Life, LogEntry } from '#rooms/dossiers/index.ts'
import type { Composed } from '../../adapter.ts'
import { stamp } from '../../national/dossier-message.ts'

/** A dossier as the inter-linked services know it. */
export interface LinkedCase {
  code: string
  /** Their name of the procedure. */
  procedureCode: string
}

export interface StatusFacts {
  entry: LogEntry
  life: Life
  linked: LinkedCase
  /** 1 received, 3 eligible, 7 sent to the justice officer, 4 registered, 5 returned, 2 supplement, 6 refused. */
  status: string
  actor: { name: string; position?: string | undefined }
  unit: string
  content: string
  /** Number and title of the result, for 4 and 5. */
  result: string | undefined
}

/** One status of a case, with the time of the entry that proves it. @see contract §3.4 */
export function caseStatusMessage({ entry, life, linked, ...facts }: StatusFacts): Composed {
  const payload: Record<string, unknown> = {}
  const proof: Record<string, readonly number[]> = {}
  const add = (name: string, value: string | undefined, seq: readonly number[] = [entry.seq]) => {
    if (!value) return
    payload[name] = value
    proof[name] = seq
  }
  add('maTTHC', linked.procedureCode, [1])
  add('soHoSoLT', linked.code, [1])
  add('coQuanXuLy', facts.unit)
  add('maHoSo', linked.code, [1])
  add('trangThai', facts.status)
  add('thoiGianThucHien', stamp(entry.at))
  add('ketQuaXuLy', facts.result)
  add('nguoiXuLy', facts.actor.name)
  add('chucDanh', facts.actor.position)
  add('phongBanXuLy', facts.unit)
  add('noiDungXuLy', facts.content)
  if (life.received) add('ngayBatDau', stamp(life.received.value), [life.received.seq])
  if (life.due) add('ngayKetThucTheoQuyDinh', stamp(life.due.value), [life.due.seq])
  return { ref: linked.code, payload, proof }
}
