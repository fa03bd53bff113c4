import type { Money } from '#kernel/money.ts'

export type CarrierName = 'vnpost' | 'viettelpost'
export const CARRIERS: readonly CarrierName[] = ['vnpost', 'viettelpost']

/** Where an item can be once a carrier knows it. */
export const CARRIED = [
  'ordered',
  'collected',
  'delivering',
  'delivered',
  'returning',
  'returned',
  'cancelled',
] as const
export type CarriedState = (typeof CARRIED)[number]

/** `wished`: to be packed and ordered by an officer. `ordering`: the carrier has not answered yet. */
export type ItemState = 'wished' | 'ordering' | CarriedState

export interface Party {
  name: string
  phone: string
  address: string
  /** Code of the state for the province: `01`. */
  province: string
  /** Name or code of the commune, as written. */
  commune?: string | undefined
}

/** Who sends: the province is that of the agency's contract. */
export type Sender = Omit<Party, 'province'>

/** A paper result on its way by post (bưu gửi). */
export interface Item {
  agencyId: number
  id: string
  dossierId: string
  ref: string
  personId: string | undefined
  unitId: string
  number: number
  state: ItemState
  sender: Sender
  receiver: Party
  weight: number | undefined
  carrier: CarrierName | undefined
  orderNumber: string | undefined
  itemCode: string | undefined
  price: Money | undefined
  uncertain: boolean
  /** What the carrier said when it did not take the order. */
  problem: string | undefined
  wishedAt: Date
  orderedAt: Date | undefined
  cancelledBecause: string | undefined
}

export interface Move {
  at: Date
  state: CarriedState
  note: string
}

/** Nothing more will happen to it. */
export function isEnded({ state }: Pick<Item, 'state'>): boolean {
  return state === 'delivered' || state === 'returned' || state === 'cancelled'
}

/** Until the carrier has fetched it. */
export function canCancel({ state }: Pick<Item, 'state'>): boolean {
  return state === 'wished' || state === 'ordered'
}

/** It came back, or was called off: it can be sent once more, as another item. */
export function canSendAgain({ state }: Pick<Item, 'state'>): boolean {
  return state === 'returned' || state === 'cancelled'
}

/** Our number for the carrier: the same however often the order is sent. */
export function orderNumberOf({ ref, number }: Pick<Item, 'ref' | 'number'>): string {
  return `${ref}-${number}`
}

/** The last move in time, however they came in; of two in one moment, the one that comes later in an item's life. */
export function latestMove(moves: readonly Move[]): Move | undefined {
  const age = ({ at, state }: Move) => at.getTime() + CARRIED.indexOf(state) / CARRIED.length
  return moves.reduce<Move | undefined>((last, one) => (last && age(last) > age(one) ? last : one), undefined)
}

/** What everybody who listens is told when an item was fetched, brought, or comes back. Nothing about the receiver. */
export interface PostMoved {
  type: 'post.moved'
  agencyId: number
  itemId: string
  dossierId: string
  ref: string
  personId: string | undefined
  state: CarriedState
  itemCode: string | undefined
}
