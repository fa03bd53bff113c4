import { dayOf, type LocalDateTime, toLocal } from '#kernel/local-date.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { ControlSlipData, HandoverRow } from '#platform/pdf/index.ts'
import { deadlineWords, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import { type DossierSlips, type SlipSource, sayNotSigned, slipBase } from '#rooms/dossiers/index.ts'
import type { Hand, Passing, SlipNote } from '../../control-slip.ts'

/** Names by id. */
export interface Names {
  officers: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
}

function sayHand({ officerId, unitId }: Hand, { officers, units }: Names): string {
  const officer = officerId && officers.get(officerId)
  const unit = unitId && units.get(unitId)?.replace('Ủy ban nhân dân', 'UBND')
  return [officer, unit].filter(Boolean).join(', ') || 'Hệ thống'
}

/** Before the day that was promised to the person, on it, or after it. */
function sayOutcome({ doneAt }: Passing, dueAt: LocalDateTime | undefined): string {
  if (!doneAt) return 'Đang giải quyết'
  const done = toLocal(doneAt)
  if (!dueAt) return 'Đã xong'
  if (done > dueAt) return 'Quá hạn'
  return dayOf(done) < dayOf(dueAt) ? 'Trước hạn' : 'Đúng hạn'
}

function sayNote(note: SlipNote): string {
  switch (note.kind) {
    case 'words':
      return note.words
    case 'not-signed':
      return sayNotSigned(note.code, 'vi')
    case 'asked':
      return `Yêu cầu bổ sung lúc ${formatDateTime(note.at)}.`
    case 'sent-in':
      return `Người nộp bổ sung lúc ${formatDateTime(note.at)}.`
    case 'withdrawn':
      return `Người nộp rút hồ sơ lúc ${formatDateTime(note.at)}.`
  }
}

function rowOf(passing: Passing, names: Names, dueAt: LocalDateTime | undefined): HandoverRow {
  const { from, handedAt, to, receivedAt, notes } = passing
  return {
    from: sayHand(from, names),
    handedAt: formatDateTime(handedAt),
    to: sayHand(to, names),
    receivedAt: receivedAt && formatDateTime(receivedAt),
    outcome: sayOutcome(passing, dueAt),
    note: notes.length > 0 ? notes.map(sayNote).join('\n') : undefined,
  }
}

interface Given {
  source: SlipSource
  receipt: NonNullable<DossierSlips['receipt']>
  passings: readonly Passing[]
  names: Names
}

/** Form 06 in words. The slip goes with the receipt: it bears its number and its day. */
export function controlSlipData({ source, receipt, passings, names }: Given): ControlSlipData {
  const { dossier } = source
  const { receivedAt: at, officerName, number } = receipt
  const dueAt = dossier.dueAt ?? receipt.dueAt
  return {
    ...slipBase(source, { mark: 'KSGQ', number, officerName, at }),
    receivedAt: toLocal(at),
    timeLimit: sayLimit(parseLimit(dossier.timeLimit), deadlineWords('vi')),
    dueAt,
    rows: passings.map((passing) => rowOf(passing, names, dueAt)),
  }
}
