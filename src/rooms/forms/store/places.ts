import type { Generated } from 'kysely'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import { type FormerPlace, listsOf, type Place, type PlacesRead } from '../places.ts'

interface PlacesTable {
  code: string
  name: string
  province_code: string | null
  valid_from: LocalDate
  valid_to: Generated<LocalDate | null>
}

interface FormerPlacesTable {
  place_code: string
  name: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    places: PlacesTable
    former_places: FormerPlacesTable
  }
}

/** Provinces and communes in force, in the order of their names. */
export async function listPlaces(tx: Tx): Promise<Place[]> {
  const rows = await tx.selectFrom('places').selectAll().where('valid_to', 'is', null).orderBy('code').execute()
  return rows.map(({ code, name, province_code }) => ({ code, name, province: province_code ?? undefined }))
}

export interface PlacesImported {
  added: number
  renamed: number
  /** In force until the day before, and not in the file. */
  ended: number
  former: number
  problems: readonly string[]
}

/** All of it or nothing. What a file does not name ends the day before `from`; old papers still find it. */
export async function importPlaces(tx: Tx, read: PlacesRead, from: LocalDate): Promise<PlacesImported> {
  const now = await listPlaces(tx)
  const known = new Map(now.map((place) => [place.code, place]))
  const strangers = read.former
    .filter(({ place }) => !known.has(place))
    .map(({ place }) => `no commune has the code ${place}`)
  const problems = [...read.problems, ...new Set(strangers)]
  const added = read.places.filter(({ code }) => !known.has(code))
  const renamed = read.places.filter((place) => differs(place, known.get(place.code)))
  const named = new Set(read.places.map(({ code }) => code))
  const ended = read.places.length === 0 ? [] : now.filter(({ code }) => !named.has(code))
  const counts = {
    added: added.length,
    renamed: renamed.length,
    ended: ended.length,
    former: read.former.length,
    problems,
  }
  if (problems.length > 0) return counts

  await savePlaces(tx, [...added, ...renamed], from)
  if (ended.length > 0) {
    const codes = ended.map(({ code }) => code)
    await tx
      .updateTable('places')
      .set({ valid_to: addDays(from, -1) })
      .where('code', 'in', codes)
      .execute()
  }
  if (read.former.length > 0) {
    await tx.deleteFrom('former_places').execute()
    await saveFormer(tx, read.former)
  }
  return counts
}

function differs(place: Place, known: Place | undefined): boolean {
  return known !== undefined && (known.name !== place.name || known.province !== place.province)
}

/** PostgreSQL takes 65,535 values in one statement. */
const AT_ONCE = 5_000

export async function savePlaces(tx: Tx, places: readonly Place[], from: LocalDate): Promise<void> {
  // Provinces first: communes name them.
  const sorted = [...places].sort((one, other) => one.code.length - other.code.length)
  for (let start = 0; start < sorted.length; start += AT_ONCE) {
    const rows = sorted.slice(start, start + AT_ONCE).map(({ code, name, province }) => ({
      ...{ code, name, province_code: province ?? null, valid_from: from, valid_to: null },
    }))
    await tx
      .insertInto('places')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((set) => ({
          name: set.ref('excluded.name'),
          province_code: set.ref('excluded.province_code'),
          valid_to: null,
        })),
      )
      .execute()
  }
}

async function saveFormer(tx: Tx, former: readonly FormerPlace[]): Promise<void> {
  for (let start = 0; start < former.length; start += AT_ONCE) {
    const rows = former.slice(start, start + AT_ONCE).map(({ place, name }) => ({ place_code: place, name }))
    await tx.insertInto('former_places').values(rows).execute()
  }
}

type PlaceLists = ReturnType<typeof listsOf>

/** How long the lists are taken as read: an import is seen within it. */
const FRESH = 60_000

let kept: { lists: Promise<PlaceLists>; until: number } | undefined

/** The lists `provinces` and `all-communes`, the same objects for every request of a minute. */
export function loadPlaceLists(tx: Tx): Promise<PlaceLists> {
  const at = performance.now()
  if (kept && kept.until > at) return kept.lists
  const lists = readLists(tx)
  kept = { lists, until: at + FRESH }
  lists.catch(() => {
    kept = undefined
  })
  return lists
}

/** After an import in this very process. */
export function forgetPlaceLists(): void {
  kept = undefined
}

async function readLists(tx: Tx): Promise<PlaceLists> {
  const places = await listPlaces(tx)
  const former = await tx.selectFrom('former_places').selectAll().orderBy('name').execute()
  return listsOf(
    places,
    former.map(({ place_code, name }) => ({ place: place_code, name })),
  )
}
