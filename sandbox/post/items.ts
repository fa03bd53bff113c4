import { join } from 'node:path'
import type { Fields } from '../web/fields.ts'
import { Journal } from '../web/journal.ts'

export const STATES = {
  ordered: 'Đã đặt',
  collected: 'Đã thu gom',
  delivering: 'Đang phát',
  delivered: 'Đã phát',
  returning: 'Đang chuyển hoàn',
  returned: 'Đã chuyển hoàn',
  cancelled: 'Đã hủy',
} as const

export type ItemState = keyof typeof STATES

/** A letter or parcel. */
export interface Item {
  operator: 'vnpost' | 'viettelpost'
  order: string
  code: string
  state: ItemState
  price: number
  body: Fields
  history: { at: string; state: ItemState; note: string }[]
}

/** Same weight, same distance, same price: enough to be checked against. */
export function priceOf(weight: number, isFar: boolean): number {
  const steps = Math.ceil(Math.max(weight, 1) / 50)
  return (isFar ? 30_000 : 25_000) + (steps - 1) * 1000
}

export class Items {
  readonly #journal: Journal<Item>
  readonly #items = new Map<string, Item>()

  constructor(directory: string) {
    this.#journal = new Journal(join(directory, 'post', 'items.jsonl'))
    for (const one of this.#journal.read()) this.#items.set(`${one.operator} ${one.order}`, one)
  }

  list(): Item[] {
    return [...this.#items.values()]
  }

  /** By order number or item code. */
  find(operator: Item['operator'], key: string): Item | undefined {
    return (
      this.#items.get(`${operator} ${key}`) ?? this.list().find((one) => one.operator === operator && one.code === key)
    )
  }

  order(one: Pick<Item, 'operator' | 'order' | 'price' | 'body'> & { code?: string }): Item {
    const number = String(this.#items.size + 1).padStart(9, '0')
    const code = one.code || (one.operator === 'vnpost' ? `EX${number}VN` : `VTP${number}`)
    const history = [{ at: new Date().toISOString(), state: 'ordered' as const, note: '' }]
    return this.#keep({ ...one, code, state: 'ordered', history })
  }

  move(one: Item, state: ItemState, note = ''): Item {
    return this.#keep({ ...one, state, history: [...one.history, { at: new Date().toISOString(), state, note }] })
  }

  #keep(one: Item): Item {
    this.#journal.append(one)
    this.#items.set(`${one.operator} ${one.order}`, one)
    return one
  }
}
