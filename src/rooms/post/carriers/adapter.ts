import type { Carrier, CarrierName } from '../carrier.ts'
import { viettelpost } from './viettelpost/adapter.ts'
import { vnpost } from './vnpost/adapter.ts'

export const carriers: Record<CarrierName, Carrier> = { vnpost, viettelpost }
