import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import type { Dossier } from '../dossier.ts'
import type { LogEntry } from '../log-entry.ts'
import { listEntries } from '../store/log.ts'
import { loadService } from '../store/services.ts'
import { type LogReader, sayLogEntry } from '../wording.ts'

export interface SaidEntry {
  seq: number
  at: Date
  words: string
}

/** The officers an entry speaks of: who acted, and into whose hands it went. */
function officersIn({ actor, facts }: LogEntry): string[] {
  const ids = [actor.kind === 'officer' ? actor.id : undefined, facts.officerId]
  return ids.filter((id) => typeof id === 'string')
}

/** The log in words, newest first, as the person or an officer may read it. Whoever has read it already gives it. */
export async function listSaidLog(
  tx: Tx,
  dossier: Dossier,
  { kind, language, read }: { kind: LogReader['kind']; language: Language; read?: readonly LogEntry[] },
): Promise<SaidEntry[]> {
  const entries = read ?? (await listEntries(tx, dossier))
  const { procedureCode: code, serviceVersion: version } = dossier
  const service = await loadService(tx, dossier.agencyId, { code, version })
  const names = kind === 'officer' ? await officerNames(tx, [...new Set(entries.flatMap(officersIn))]) : new Map()
  const reader = { kind, names, process: service.package.process }
  return entries
    .toReversed()
    .map((entry) => ({ seq: entry.seq, at: entry.at, words: sayLogEntry(entry, language, reader) }))
}
