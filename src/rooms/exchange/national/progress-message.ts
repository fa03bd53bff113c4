import type { Life, LogEntry } from '#rooms/dossiers/index.ts'
import type { Composed, StatusCodes } from '../adapter.ts'
import { provenRef, stamp } from './dossier-message.ts'

export interface ProgressFacts {
  entry: LogEntry
  life: Life
  codes: StatusCodes
  /** Who acted: an officer by name and position; the owner's name for the person; the system for nobody. */
  actor: { name: string; position?: string | undefined }
  unit: string | undefined
  /** What was done, in words. */
  content: string
}

/** CapNhatTienDoHoSoMC: one line for one entry of the log, with the time of that entry. @see contract v1.4 */
export function progressMessage({ entry, life, codes, ...facts }: ProgressFacts, ref: string): Composed {
  const payload: Record<string, unknown> = {}
  const proof: Record<string, readonly number[]> = {}
  const add = (name: string, value: string | undefined, seq: readonly number[] = [entry.seq]) => {
    if (!value) return
    payload[name] = value
    proof[name] = seq
  }
  add('MaHoSo', ref, provenRef(life))
  add('NguoiXuLy', facts.actor.name.slice(0, 50))
  add('ChucDanh', facts.actor.position)
  add('ThoiDiemXuLy', stamp(entry.at))
  add('PhongBanXuLy', facts.unit)
  add('NoiDungXuLy', facts.content)
  add('TrangThai', codes.get(life.status.value)?.code, [life.status.seq])
  if (life.received) add('NgayBatDau', stamp(life.received.value), [life.received.seq])
  if (life.due) add('NgayKetThucTheoQuyDinh', stamp(life.due.value), [life.due.seq])
  return { ref, payload, proof }
}
