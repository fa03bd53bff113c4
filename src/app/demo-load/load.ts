import { setImmediate } from 'node:timers/promises'
import { DomainError } from '#kernel/errors.ts'
import { addDays, type LocalDate, localDateTime, toInstant } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import { loadCalendar } from '#rooms/deadlines/index.ts'
import { Dice } from './dice.ts'
import { Life } from './life.ts'
import { live } from './live.ts'
import { person } from './people.ts'
import { ageOf, type Batch, markOf, type Plan, planLoad, readMark } from './plan.ts'
import { keepSampleFile } from './result.ts'
import { findMarks, insertAll, insertLives, noRows, type Row, type Rows, takeCodes, takeResultNumbers } from './rows.ts'
import { type Story, tellStory } from './story.ts'
import { makeTemplates, type Template } from './template.ts'

export interface Wanted {
  agency: Agency
  dossiers: number
  seed: number
  /** Told after each transaction: how many of the dossiers stand in the database. */
  onProgress?: (done: number) => void
}

export interface Loaded {
  /** Dossiers written now; the others were there. */
  added: number
  dossiers: number
}

/** People file more than once: so many dossiers a person, about. */
const EACH = 2.5
/** Batches that are written at the same time: one is computed while the other is stored. */
const LANES = 2

/**
 * Synthetic dossiers with their whole life, the same for the same seed. What an earlier, broken-off run has written is
 * left alone and the rest is added; a run that is complete changes nothing. Throws DomainError `demo.other-load` when
 * the seed was used for another number, and `demo.nothing-to-file` when the agency has no service to load.
 */
export async function loadDossiers(wanted: Wanted): Promise<Loaded> {
  const { agency, dossiers, seed, onProgress } = wanted
  const prepared = await read(agency.id, (tx) => prepare(tx, wanted))
  const { plan, done, templates } = prepared
  if (templates.length === 0) throw new DomainError('demo.nothing-to-file', { agency: agency.code })

  const left = plan.batches.filter(({ index }) => !done.has(index))
  const sha256 = left.length > 0 ? await keepSampleFile() : ''
  const added = left.reduce((sum, batch) => sum + batch.dossiers, 0)
  let stored = dossiers - added
  onProgress?.(stored)
  const turns = new Turns()
  const lane = async () => {
    for (let batch = left.shift(); batch; batch = left.shift()) {
      const turn = turns.next()
      const given: Given = { agency, plan, batch, templates, sha256, seed, turn: turn.come }
      try {
        await transaction(agency.id, (tx) => writeBatch(tx, given))
        turn.pass()
        stored += batch.dossiers
        onProgress?.(stored)
      } catch (error) {
        left.length = 0
        turn.fail(error)
        throw error
      }
    }
  }
  // Both come to an end before one of them is heard: what is left running would write on.
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return { added, dossiers }
}

interface Prepared {
  plan: Plan
  done: Set<number>
  templates: Template[]
}

async function prepare(tx: Tx, { agency, dossiers, seed }: Wanted): Promise<Prepared> {
  const marks = (await findMarks(tx, agency.id, seed)).map(readMark)
  const earlier = marks[0]
  if (earlier && earlier.dossiers !== dossiers)
    throw new DomainError('demo.other-load', { seed, dossiers: earlier.dossiers })
  // Whole days only: nothing may lie in the future. A load that goes on keeps the days it began with.
  const last = earlier?.last ?? addDays(today(), -1)
  const plan = planLoad({ seed, dossiers, last }, await loadCalendar(tx, agency.id))
  const templates = await makeTemplates(tx, agency, today())
  return { plan, done: new Set(marks.map(({ batch }) => batch)), templates }
}

/** Batches take their result numbers in their own order, so that the same seed gives the same numbers. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  next(): { come: () => Promise<void>; pass: () => void; fail: (error: unknown) => void } {
    const before = this.#last
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    promise.catch(() => undefined)
    this.#last = promise
    return { come: () => before, pass: resolve, fail: reject }
  }
}

interface Given {
  agency: Agency
  plan: Plan
  batch: Batch
  templates: readonly Template[]
  sha256: string
  seed: number
  turn: () => Promise<void>
}

async function writeBatch(tx: Tx, given: Given): Promise<void> {
  const { agency, plan, batch } = given
  const rows = await liveBatch(tx, given)
  await insertLives(tx, rows)
  await given.turn()
  await numberResults(tx, agency.id, rows.results)
  await insertAll(tx, 'results', rows.results)
  const [first] = rows.dossiers
  if (!first) return
  const mark = { agency_id: agency.id, key: markOf(plan, batch.index), dossier_id: first.id, created_at: now() }
  await insertAll(tx, 'idempotency_keys', [mark])
}

interface Cast {
  template: Template
  story: Story
  receivedAt: Date
  day: LocalDate
}

/** Who files what, and how it goes on, in the order in which they come to the desks. */
function castBatch(dice: Dice, { plan, batch, templates }: Given): Cast[] {
  return batch.days.flatMap(({ day, dossiers }) => {
    const opens = toInstant(localDateTime(`${day}T07:30`)).getTime()
    const minutes = Array.from({ length: dossiers }, () => dice.whole(0, 108) * 5)
    return minutes
      .sort((one, other) => one - other)
      .map((minute) => {
        const template = dice.pick(templates)
        const steps = template.stops.flatMap(({ role }, at) => (role ? [at] : []))
        const story = tellStory(dice, { age: ageOf(day, plan.last), steps })
        return { template, story, day, receivedAt: new Date(opens + minute * 60_000 + dice.whole(0, 60_000)) }
      })
  })
}

function isReceived({ story }: Cast): boolean {
  return story.kind !== 'submitted' && story.kind !== 'refused' && story.kind !== 'withdrawn'
}

function placeOf({ template, day }: Cast): string {
  return `${template.receiving.id}/${day}`
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

async function liveBatch(tx: Tx, given: Given): Promise<Rows> {
  const { agency, plan, batch, seed, sha256 } = given
  const dice = new Dice(`${seed}/${plan.dossiers}/${batch.index}`)
  const cast = castBatch(dice, given)
  const numbers = await takeCodes(tx, agency.id, countBy(cast.filter(isReceived), placeOf))
  const numberAt = (one: Cast) => {
    const number = (numbers.get(placeOf(one)) ?? 0) + 1
    if (isReceived(one)) numbers.set(placeOf(one), number)
    return number
  }
  const rows = noRows()
  const drawn = new Set<string>()
  const until = new Date(toInstant(localDateTime(`${plan.last}T23:59`)))
  for (const [index, one] of cast.entries()) {
    const submittedAt = new Date(one.receivedAt.getTime() - dice.whole(300_000, 7 * 3_600_000))
    const filer = chooseFiler(dice, rows, { agencyId: agency.id, place: one.template.receiving.name.vi, submittedAt })
    const life = new Life({ rows, dice, template: one.template, person: filer, submittedAt, drawn })
    live(life, one.story, { receivedAt: one.receivedAt, until, number: numberAt(one), sha256 })
    // The other lane stores meanwhile.
    if (index % 50 === 0) await setImmediate()
  }
  return rows
}

interface Filing {
  agencyId: number
  place: string
  submittedAt: Date
}

function chooseFiler(dice: Dice, { persons }: Rows, { agencyId, place, submittedAt }: Filing): Row<'persons'> {
  if (persons.length > 0 && dice.chance(1 - 1 / EACH)) return dice.pick(persons)
  const filer = person(dice, { agencyId, place, seenAt: submittedAt })
  persons.push(filer)
  return filer
}

async function numberResults(tx: Tx, agencyId: number, results: readonly Row<'results'>[]): Promise<void> {
  const place = ({ unit_id, year }: Row<'results'>) => `${unit_id}/${year}`
  const numbers = await takeResultNumbers(tx, agencyId, countBy(results, place))
  for (const result of results) {
    const seq = (numbers.get(place(result)) ?? 0) + 1
    numbers.set(place(result), seq)
    const number = result.number.replace('{seq}', String(seq))
    Object.assign(result, { seq, number, document: { ...result.document, number } })
  }
}
