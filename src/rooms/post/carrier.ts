import type { Money } from '#kernel/money.ts'
import type { CarrierName, Move, Party } from './item.ts'

/** How one agency uses a carrier: the settings it was given and the credentials, opened. */
export interface CarrierAccount {
  agencyId: number
  settings: Readonly<Record<string, unknown>>
  secrets: Readonly<Record<string, string>>
}

export interface Parcel {
  /** Grams. */
  weight: number
  /** Provinces in the carrier's own codes. */
  sender: Party
  receiver: Party
}

export interface Order extends Parcel {
  /** Ours: an order sent again under it is the same order. */
  orderNumber: string
  /** What is in it, without saying whose: `Kết quả hồ sơ H99.12-261119-0007`. */
  description: string
}

/** `not-reached`: certainly nothing was done. `unknown`: it may have been. */
export type Failed = { outcome: 'refused'; detail: string } | { outcome: 'not-reached' } | { outcome: 'unknown' }

export type Priced = { outcome: 'priced'; price: Money } | Failed
export type Ordered = { outcome: 'ordered'; itemCode?: string | undefined; price?: Money | undefined } | Failed
export type Cancelled = { outcome: 'cancelled' } | Failed
/** `not-offered`: this carrier tells by itself and cannot be asked. `not-known`: it has no such order. */
export type Tracked =
  | { outcome: 'tracked'; itemCode?: string | undefined; moves: readonly Move[] }
  | { outcome: 'not-known' }
  | { outcome: 'not-offered' }
  | Failed

/** A postal operator. R-197 @see contract 3.5 */
export interface Carrier {
  name: CarrierName
  price(parcel: Parcel, account: CarrierAccount): Promise<Priced>
  order(order: Order, account: CarrierAccount): Promise<Ordered>
  cancel(orderNumber: string, reason: string, account: CarrierAccount): Promise<Cancelled>
  track(orderNumber: string, account: CarrierAccount): Promise<Tracked>
}
