import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { CarrierName, Item, Move } from '../item.ts'
import type { PostItemsTable } from './tables.ts'

function itemOf(row: Selectable<PostItemsTable>): Item {
  return {
    agencyId: row.agency_id,
    id: row.id,
    dossierId: row.dossier_id,
    ref: row.ref,
    personId: row.person_id ?? undefined,
    unitId: row.unit_id,
    number: row.number,
    state: row.state,
    sender: row.sender,
    receiver: row.receiver,
    weight: row.weight ?? undefined,
    carrier: row.carrier ?? undefined,
    orderNumber: row.order_number ?? undefined,
    itemCode: row.item_code ?? undefined,
    price: row.price ?? undefined,
    uncertain: row.uncertain,
    problem: row.problem ?? undefined,
    wishedAt: row.wished_at,
    orderedAt: row.ordered_at ?? undefined,
    cancelledBecause: row.cancelled_because ?? undefined,
  }
}

type NewItem = Pick<
  Item,
  'agencyId' | 'id' | 'dossierId' | 'ref' | 'personId' | 'unitId' | 'number' | 'sender' | 'receiver' | 'wishedAt'
>

/** False when the dossier has an item on its way already. */
export async function insertItem(tx: Tx, item: NewItem): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('post_items')
    .values({
      agency_id: item.agencyId,
      id: item.id,
      dossier_id: item.dossierId,
      ref: item.ref,
      person_id: item.personId ?? null,
      unit_id: item.unitId,
      number: item.number,
      state: 'wished',
      sender: JSON.stringify(item.sender),
      receiver: JSON.stringify(item.receiver),
      wished_at: item.wishedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findItem(tx: Tx, id: string): Promise<Item | undefined> {
  const row = await tx.selectFrom('post_items').selectAll().where('id', '=', id).executeTakeFirst()
  return row && itemOf(row)
}

export async function lockItem(tx: Tx, id: string): Promise<Item | undefined> {
  const row = await tx.selectFrom('post_items').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && itemOf(row)
}

export async function lockByOrder(tx: Tx, carrier: CarrierName, orderNumber: string): Promise<Item | undefined> {
  const row = await tx
    .selectFrom('post_items')
    .selectAll()
    .where('carrier', '=', carrier)
    .where('order_number', '=', orderNumber)
    .forUpdate()
    .executeTakeFirst()
  return row && itemOf(row)
}

const MOST_LISTED = 200

/** The items of these units, newest first. */
export async function listForUnits(tx: Tx, unitIds: readonly string[]): Promise<Item[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .selectFrom('post_items')
    .selectAll()
    .where('unit_id', 'in', unitIds)
    .orderBy('wished_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(itemOf)
}

export async function listForPerson(tx: Tx, personId: string): Promise<Item[]> {
  const rows = await tx
    .selectFrom('post_items')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('wished_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(itemOf)
}

/** How many items the dossier has had. */
export async function countItems(tx: Tx, dossierId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('post_items')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('dossier_id', '=', dossierId)
    .executeTakeFirstOrThrow()
  return count
}

type Row = Selectable<PostItemsTable>
type Change = Partial<Omit<Row, 'agency_id' | 'id' | 'sender' | 'receiver'>> & { receiver?: string }

export async function changeItem(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('post_items').set(change).where('id', '=', id).execute()
}

/** True when the move was not known yet. */
export async function insertMove(
  tx: Tx,
  { agencyId, id }: Pick<Item, 'agencyId' | 'id'>,
  { move, heardAt }: { move: Move; heardAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('post_moves')
    .values({ agency_id: agencyId, item_id: id, ...move, heard_at: heardAt })
    .onConflict((conflict) => conflict.columns(['agency_id', 'item_id', 'at', 'state']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Where the items were, oldest first, by item. */
export async function listMoves(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Move[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('post_moves')
    .select(['item_id', 'at', 'state', 'note'])
    .where('item_id', 'in', itemIds)
    .orderBy('at')
    .execute()
  return Map.groupBy(rows, ({ item_id }) => item_id)
}
