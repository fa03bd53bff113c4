import type { Generated, JSONColumnType } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Money } from '#kernel/money.ts'
import type { CarriedState, CarrierName, ItemState, Party, Sender } from '../item.ts'

interface PostCarriersTable {
  agency_id: number
  carrier: CarrierName
  state: 'on' | 'off'
  since: Date
  settings: JSONColumnType<Record<string, unknown>>
  sealed: Buffer
}

interface PostPlacesTable {
  carrier: CarrierName
  province: string
  code: string
  in_force_from: LocalDate
  in_force_to: LocalDate | null
}

export interface PostItemsTable {
  agency_id: number
  id: string
  dossier_id: string
  ref: string
  person_id: string | null
  unit_id: string
  number: number
  state: ItemState
  sender: JSONColumnType<Sender>
  receiver: JSONColumnType<Party>
  weight: number | null
  carrier: CarrierName | null
  order_number: string | null
  item_code: string | null
  price: Money | null
  uncertain: Generated<boolean>
  problem: string | null
  wished_at: Date
  ordered_at: Date | null
  ordered_by: string | null
  cancelled_because: string | null
}

interface PostMovesTable {
  agency_id: number
  item_id: string
  at: Date
  state: CarriedState
  note: string
  heard_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    post_carriers: PostCarriersTable
    post_places: PostPlacesTable
    post_items: PostItemsTable
    post_moves: PostMovesTable
  }
}
