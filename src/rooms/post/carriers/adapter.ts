import type { Carrier } from '../carrier.ts'
import type { CarrierName } from '../item.ts'
import { viettelpost } from './viettelpost/adapter.ts'
import { vnpost } from './vnpost/adapter.ts'

export const carriers: Record<CarrierName, Carrier> = { vnpost, viettelpost }
