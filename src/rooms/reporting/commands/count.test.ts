import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { localDate } from '#kernel/local-date.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { type Life, type LogEntry, lifeOf } from '#rooms/dossiers/index.ts'
import { ALL, bytesOf } from '../cube.ts'
import { figuresOf } from '../figures.ts'
import { allCells, countedAt, readTallies } from '../store/figures.ts'
import {
  type Act,
  at,
  finished,
  insertDossierRow,
  insertEntries,
  received,
  submitted,
  type Told,
  tell,
  write,
} from '../testing.ts'
import { countFromScratch, countNew, recount } from './count.ts'

useTestDatabase()

const UNITS = [DEMO.units.mauAn, DEMO.units.mauSon] as const
const HOUR = 3_600_000

interface Drawn {
  start: number
  gaps: number[]
  course: number
  unit: number
  channel: number
  procedure: number
}

/** A life that ends somewhere; an act may bear an earlier time than the one before, as a clock that was set back gives. */
function lived({ start, gaps, course, unit, channel, procedure }: Drawn): Told {
  let moment = start
  const next = () => {
    moment += (gaps.shift() ?? 5) * HOUR
    return new Date(moment)
  }
  const unitId = UNITS[unit] ?? UNITS[0]
  const filed = {
    procedureCode: `9.00000${procedure}`,
    channel: ['online', 'counter', 'post'][channel] ?? 'online',
    unit: unitId,
    competent: UNITS[(unit + procedure) % 2] ?? unitId,
  }
  const acts: Act[] = [submitted(next(), filed)]
  const due = new Date(start + 60 * HOUR).toISOString().slice(0, 16)
  if (course === 0) acts.push({ type: 'dossier.refused', at: next(), facts: { unitId } })
  if (course > 0) acts.push(received(next(), course === 5 ? null : due, unitId))
  if (course === 2 || course === 3) {
    acts.push({ type: 'dossier.supplement-requested', at: next(), facts: { number: 1, atIntake: false } })
    acts.push({ type: 'dossier.supplied', at: next(), facts: { dueAt: due } })
  }
  if (course === 3) acts.push({ type: 'dossier.withdrawn', at: next(), facts: {} })
  if (course === 2 || course >= 4) acts.push(finished(next()), { type: 'dossier.returned', at: next(), facts: {} })
  return tell(acts, newId())
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  start: fc.integer({ min: 0, max: 24 * 90 }).map((hours) => at('2026-01-01T00:00').getTime() + hours * HOUR),
  gaps: fc.array(fc.integer({ min: -3, max: 90 }), { minLength: 7, maxLength: 7 }),
  course: fc.integer({ min: 0, max: 5 }),
  unit: fc.integer({ min: 0, max: 1 }),
  channel: fc.integer({ min: 0, max: 2 }),
  procedure: fc.integer({ min: 1, max: 3 }),
})

const written = async () => bytesOf(await read(1, (tx) => allCells(tx, 1)))

/** The same definitions told once more, straight from whole lives, by somebody who never heard of increments. */
function byHand(lives: readonly { life: Life; entries: readonly LogEntry[] }[], from: Date, to: Date) {
  const inside = (moment: Date | undefined) => moment !== undefined && moment >= from && moment < to
  const ready = lives.filter(({ life }) => inside(life.ready?.value))
  const dated = ready.filter(({ life }) => life.due !== undefined)
  const late = dated.filter(({ life }) => {
    const local = new Date((life.ready?.value.getTime() ?? 0) + 7 * HOUR).toISOString().slice(0, 16)
    return local > (life.due?.value ?? '')
  })
  return {
    submitted: lives.filter(({ life }) => inside(life.submitted.value)).length,
    received: lives.filter(({ life }) => inside(life.received?.value)).length,
    refused: lives.filter(({ life }) => inside(life.refused?.value)).length,
    withdrawn: lives.filter(({ life }) => inside(life.withdrawn?.value)).length,
    finished: ready.length,
    late: late.length,
    onTime: dated.length - late.length,
    undated: ready.length - dated.length,
  }
}

test('R-180: counting entry by entry, in any order and any batches, is counting everything again, at any instant', async () => {
  const all: Told[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawn, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (lives, batch) => {
        const told = lives.map(lived)
        all.push(...told)
        await transaction(1, async (tx) => {
          for (const one of told) await insertDossierRow(tx, one)
        })
        // Round by round, so that lives are cut in the middle and later acts find an earlier count.
        for (let round = 0; round < 7; round += 1) {
          await transaction(1, (tx) =>
            insertEntries(
              tx,
              told.flatMap(({ entries }) => entries.slice(round, round + 1)),
            ),
          )
          await countNew(1, batch)
        }
        while ((await countNew(1, batch)) > 0);
        expect(await written()).toBe(bytesOf(await countFromScratch(1)))
      },
    ),
    { numRuns: 12 },
  )
  const lives = all.flatMap(({ entries }) => {
    const life = lifeOf(entries)
    return life ? [{ life, entries }] : []
  })
  for (const [from, to] of [
    ['2026-01-01', '2026-02-01'],
    ['2026-01-17', '2026-03-05'],
    ['2026-02-03', '2026-02-04'],
  ] as const) {
    const period = { from: localDate(from), to: localDate(to) }
    const total = await read(1, (tx) => readTallies(tx, { agencyId: 1, period, by: 'total' }))
    expect(figuresOf(total.get('') ?? {})).toMatchObject(byHand(lives, at(`${from}T00:00`), at(`${to}T00:00`)))
    for (const by of ['procedure', 'unit', 'channel', 'day', 'month'] as const) {
      const parts = await read(1, (tx) => readTallies(tx, { agencyId: 1, period, by }))
      const sum = [...parts.values()].reduce<number>((count, tally) => count + (tally.received ?? 0), 0)
      expect([by, sum]).toEqual([by, total.get('')?.received ?? 0])
    }
  }
  // As it stood at an instant: what happened from then on is not there.
  const instant = at('2026-02-10T10:20')
  const stood = (await countFromScratch(1, instant)).filter(
    (cell) => cell.grain === 'month' && [cell.procedureCode, cell.unit, cell.channel].every((one) => one === ALL),
  )
  const receivedThen = stood.reduce((sum, { tally }) => sum + (tally.received ?? 0), 0)
  expect(receivedThen).toBe(lives.filter(({ life }) => life.received && life.received.value < instant).length)
}, 60_000)

test('R-180: an entry whose transaction commits late is counted when it is there, and no other is missed', async () => {
  const [slow, quick] = [tell([submitted(at('2026-05-04T08:00'))]), tell([submitted(at('2026-05-04T09:00'))])]
  const filed = async () => {
    const period = { from: localDate('2026-05-04'), to: localDate('2026-05-05') }
    return (await read(1, (tx) => readTallies(tx, { agencyId: 1, period, by: 'total' }))).get('')?.submitted ?? 0
  }
  let commit: () => void = () => undefined
  const waiting = new Promise<void>((resolve) => (commit = resolve))
  let begun: () => void = () => undefined
  const hasBegun = new Promise<void>((resolve) => (begun = resolve))
  const late = transaction(1, async (tx) => {
    await insertDossierRow(tx, slow)
    await insertEntries(tx, slow.entries)
    begun()
    await waiting
  })
  await hasBegun
  await write(quick)
  await countNew(1)
  const before = await filed()
  commit()
  await late
  expect(before).toBe(1)
  await countNew(1)
  expect(await filed()).toBe(2)
  expect(await countNew(1)).toBe(0)
  expect(await read(1, (tx) => countedAt(tx, 1))).toBeInstanceOf(Date)
})

test('what fails while it is counted is counted again, once; and a recount gives the same bytes', async () => {
  await write(tell([submitted(at('2026-06-01T08:00')), received(at('2026-06-01T09:00'), '2026-06-03T17:00')]))
  while ((await countNew(1)) > 0);
  const before = await written()
  await recount(1)
  expect(await written()).toBe('')
  while ((await countNew(1, 50)) > 0);
  expect(await written()).toBe(before)
})

test('R-045: nothing of one agency is counted for another', async () => {
  expect(await countNew(2)).toBe(0)
  expect(await read(2, (tx) => allCells(tx, 2))).toEqual([])
})
