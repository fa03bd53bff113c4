import { z } from 'zod'
import type { Finding } from './lookup.ts'

/** How a dossier stands with another system, whatever its codes. */
export type CaseState = 'waiting' | 'processing' | 'supplement' | 'payable' | 'finished' | 'refused'

/** Codes of the specialised systems that speak as the national portal does. @see contract §3.4 */
const WORK_STATES: Readonly<Record<string, CaseState>> = {
  1: 'waiting',
  4: 'processing',
  5: 'supplement',
  6: 'payable',
  10: 'finished',
}

const ENVELOPE = z.object({
  error_code: z.coerce.string(),
  message: z.string().optional(),
  result: z.unknown().optional(),
})
const NOBODY = /không có hồ sơ|không tìm thấy|not found/i

/** The state a code stands for. Throws for one the contract does not know. */
export function stateOf(code: unknown, states: Readonly<Record<string, CaseState>> = WORK_STATES): CaseState {
  const state = states[String(code)]
  if (!state) throw new Error('a state that the contract does not know')
  return state
}

/** Reads the envelope; `read` says what the result means. Throws for another shape. */
export function readCase<T>(text: string, shape: z.ZodType<T>, read: (result: T) => Finding): Finding {
  const { error_code: code, message = '', result } = ENVELOPE.parse(JSON.parse(text.normalize('NFC')))
  if (code === '0' || code === '00') return read(shape.parse(result))
  // The contract has no code for it: the text says that there is none.
  if (NOBODY.test(message) || (code === '3' && message === '')) return { outcome: 'not-found' }
  return { outcome: 'refused', problem: message || code }
}
