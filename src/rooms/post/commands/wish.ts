import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Item } from '../item.ts'
import { insertItem } from '../store/items.ts'

export type PostWish = Pick<Item, 'agencyId' | 'dossierId' | 'ref' | 'personId' | 'unitId' | 'sender' | 'receiver'>

/** A result is to go by post: it waits at the desk to be packed. Told twice it is one item. */
export async function wishPost(tx: Tx, wish: PostWish): Promise<void> {
  await insertItem(tx, { ...wish, id: newId(), number: 1, wishedAt: now() })
}
