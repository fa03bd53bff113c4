import { type Expression, type Selectable, sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { NewPosition, NewUnit, Position, Unit, UnitSelector } from '../unit.ts'
import './tables.ts'

function unitOf(row: Selectable<Tables['units']>): Unit {
  return {
    id: row.id,
    agencyId: row.agency_id,
    code: row.code,
    parentId: row.parent_id ?? undefined,
    kind: row.kind,
    name: row.name,
    address: row.address ?? undefined,
    phone: row.phone ?? undefined,
    desk: row.desk,
    place: row.place ?? undefined,
    field: row.field ?? undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }
}

function unitsOn(tx: Tx, on: LocalDate) {
  return tx
    .selectFrom('units')
    .selectAll()
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
}

/** The units of an agency on a day, in the order of their codes. */
export async function listUnits(tx: Tx, agencyId: number, on: LocalDate = today()): Promise<Unit[]> {
  const rows = await unitsOn(tx, on).where('agency_id', '=', agencyId).orderBy('code').execute()
  return rows.map(unitOf)
}

/** A unit, also one that is no more. Throws NotFound. */
export async function getUnit(tx: Tx, unitId: string): Promise<Unit> {
  const row = await tx.selectFrom('units').selectAll().where('id', '=', unitId).executeTakeFirst()
  if (!row) throw new NotFound('agencies.no-such-unit')
  return unitOf(row)
}

export async function findUnitByCode(tx: Tx, code: string, on: LocalDate = today()): Promise<Unit | undefined> {
  const row = await unitsOn(tx, on).where('code', '=', code).executeTakeFirst()
  return row && unitOf(row)
}

/** The units that answer to a selector on a day, in the order of their codes: who is "the department of justice" here. */
export async function resolveUnits(tx: Tx, selector: UnitSelector, on: LocalDate = today()): Promise<Unit[]> {
  let query = unitsOn(tx, on)
  for (const name of ['kind', 'field', 'place', 'code', 'desk'] as const) {
    const wanted = selector[name]
    if (wanted !== undefined) query = query.where(name, '=', wanted)
  }
  return (await query.orderBy('code').execute()).map(unitOf)
}

/** The unit and everything under it on a day; empty when there is no such unit. */
export async function unitsInside(tx: Tx, unitId: string, on: LocalDate = today()): Promise<Unit[]> {
  const { rows } = await sql<Selectable<Tables['units']>>`
    with recursive inside as (
      select * from units where id = ${unitId}
      union
      select child.* from units child join inside on child.agency_id = inside.agency_id and child.parent_id = inside.id
    )
    select * from inside where valid_from <= ${on} and (valid_to is null or valid_to > ${on}) order by code`.execute(tx)
  return rows.map(unitOf)
}

/** Adds a unit, valid from today when no day is given. Returns its id. */
export async function addUnit(tx: Tx, agencyId: number, unit: NewUnit): Promise<string> {
  const id = unit.id ?? newId()
  await tx
    .insertInto('units')
    .values({
      agency_id: agencyId,
      id,
      code: unit.code,
      parent_id: unit.parentId ?? null,
      kind: unit.kind,
      name: unit.name,
      address: unit.address ?? null,
      phone: unit.phone ?? null,
      desk: unit.desk ?? false,
      place: unit.place ?? null,
      field: unit.field ?? null,
      valid_from: unit.validFrom ?? today(),
      valid_to: null,
    })
    .execute()
  return id
}

/** Ends a unit: `on` is the first day on which it is no more. Its dossiers keep pointing at it. */
export async function endUnit(tx: Tx, unitId: string, on: LocalDate): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('units')
    .set({ valid_to: on })
    .where('id', '=', unitId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound('agencies.no-such-unit')
}

export async function addPosition(tx: Tx, agencyId: number, position: NewPosition): Promise<string> {
  const id = position.id ?? newId()
  const { unitId: unit_id, title } = position
  await tx
    .insertInto('positions')
    .values({ agency_id: agencyId, id, unit_id, title, roles: [...position.roles] })
    .execute()
  return id
}

/** Positions by id (or by a query that yields ids), or all of a unit, with the code of their unit. */
export async function listPositions(
  tx: Tx,
  of: { ids: readonly string[] | Expression<string> } | { unitId: string },
): Promise<Position[]> {
  if ('ids' in of && 'length' in of.ids && of.ids.length === 0) return []
  const rows = await tx
    .selectFrom('positions')
    .innerJoin('units', (on) =>
      on.onRef('units.agency_id', '=', 'positions.agency_id').onRef('units.id', '=', 'positions.unit_id'),
    )
    .select(['positions.id', 'positions.unit_id', 'units.code', 'positions.title', 'positions.roles'])
    .where((where) =>
      'ids' in of
        ? where('positions.id', 'in', 'length' in of.ids ? [...of.ids] : of.ids)
        : where('positions.unit_id', '=', of.unitId),
    )
    .orderBy('units.code')
    .orderBy('positions.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitCode: row.code,
    title: row.title,
    roles: row.roles,
  }))
}
