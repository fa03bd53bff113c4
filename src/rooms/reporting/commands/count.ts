import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { stateCalendar } from '#rooms/deadlines/index.ts'
import { type LogEntry, lifeOf } from '#rooms/dossiers/index.ts'
import { bytesOf, type Cell, Cube } from '../cube.ts'
import { counts, type Occurrence, occurrencesAt } from '../occurrence.ts'
import { OfficeClock } from '../office-clock.ts'
import { addCells, allCells, markCounted, removeFigures } from '../store/figures.ts'
import { listDossierIds, listLogs, lockFigures, noteEverything, takeNotes } from '../store/log.ts'

const BATCH = 2000

const clock = new OfficeClock(stateCalendar())

/** What the entries with these numbers add, each as of its own instant. */
export function occurrencesIn(log: readonly LogEntry[], seqs: Iterable<number>): Occurrence[] {
  const found: Occurrence[] = []
  for (const seq of seqs) {
    const entries = log.slice(0, seq)
    const entry = entries.at(-1)
    if (!entry || !counts(entry.type)) continue
    const life = lifeOf(entries)
    if (life) found.push(...occurrencesAt({ life, entries, clock }))
  }
  return found
}

/**
 * Counts entries that nobody has counted yet, at most a batch. Answers how many: 0 when there is nothing left to do.
 * Whoever writes to the log is never held up by it.
 */
export function countNew(agencyId: number, limit = BATCH): Promise<number> {
  return transaction(agencyId, async (tx) => {
    await lockFigures(tx, agencyId)
    const at = now()
    const notes = await takeNotes(tx, limit)
    const byDossier = Map.groupBy(notes, ({ dossierId }) => dossierId)
    const logs = await listLogs(tx, [...byDossier.keys()])
    const cube = new Cube()
    for (const [id, own] of byDossier) {
      const seqs = own.map(({ seq }) => seq)
      for (const occurrence of occurrencesIn(logs.get(id) ?? [], seqs)) cube.add(occurrence)
    }
    await addCells(tx, agencyId, cube.cells())
    if (notes.length < limit) await markCounted(tx, agencyId, at)
    return notes.length
  })
}

/** Throws the figures away and has the whole log counted again by whoever counts. What was published stays. */
export function recount(agencyId: number): Promise<void> {
  return transaction(agencyId, async (tx) => {
    await lockFigures(tx, agencyId)
    await removeFigures(tx, agencyId)
    await noteEverything(tx)
  })
}

/**
 * What the figures would be if the log were counted from its beginning, as it stood at an instant: entries from then on
 * are left out. Reads everything and writes nothing.
 */
export function countFromScratch(agencyId: number, asOf = new Date(8_640_000_000_000_000)): Promise<Cell[]> {
  return read(agencyId, async (tx) => {
    const cube = new Cube()
    for await (const log of everyLog(tx)) {
      const until = log.filter(({ at }) => at < asOf)
      const seqs = until.map(({ seq }) => seq)
      for (const occurrence of occurrencesIn(log, seqs)) cube.add(occurrence)
    }
    return cube.cells()
  })
}

async function* everyLog(tx: Tx): AsyncGenerator<LogEntry[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await listDossierIds(tx, { after, limit: BATCH })
    const logs = await listLogs(tx, ids)
    yield* logs.values()
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
  }
}

/** Whether the figures are, to the byte, what the log says. Everything must have been counted, and nothing be written meanwhile. */
export async function figuresHold(agencyId: number): Promise<boolean> {
  const written = await read(agencyId, (tx) => allCells(tx, agencyId))
  return bytesOf(written) === bytesOf(await countFromScratch(agencyId))
}
