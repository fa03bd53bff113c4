import { type LocalDateTime, toLocal } from '#kernel/local-date.ts'
import type { DeadlineInput, Pause } from '#rooms/deadlines/index.ts'
import type { Dossier } from './dossier.ts'
import type { RecordedPause } from './slips.ts'

/** Pauses as the clock reads them. Those that ended before it was started again no longer count. */
export function pausesOf(pauses: readonly RecordedPause[], clockFrom: Date): Pause[] {
  return pauses
    .filter(({ to }) => to === undefined || to > clockFrom)
    .map(({ from, to, reason }) => ({ from: toLocal(from), to: to && toLocal(to), reason }))
}

/** Whether a supplement began the limit anew. R-086 */
export function hasRestarted({ clockFrom, receivedAt }: Pick<Dossier, 'clockFrom' | 'receivedAt'>): boolean {
  return clockFrom !== undefined && receivedAt !== undefined && clockFrom > receivedAt
}

/** What the clock is asked; undefined before reception. */
export function questionFor(
  dossier: Pick<Dossier, 'clockFrom' | 'receivedAt'>,
  pauses: readonly RecordedPause[],
): Pick<DeadlineInput, 'received' | 'pauses' | 'begins'> | undefined {
  const { clockFrom } = dossier
  if (!clockFrom) return undefined
  const begins = hasRestarted(dossier) ? { begins: 'supplement' as const } : {}
  return { received: toLocal(clockFrom), pauses: pausesOf(pauses, clockFrom), ...begins }
}

/** The later of what was first promised and what is computed now: a promise is not taken back. */
export function notBefore(promised: LocalDateTime | undefined, computed: LocalDateTime | undefined) {
  return promised !== undefined && computed !== undefined && promised > computed ? promised : computed
}
