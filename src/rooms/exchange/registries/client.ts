import type { z } from 'zod'
import { type Call, callOutside, Unreachable } from '#platform/gateway/index.ts'
import { type Finding, type Patience, type RegistryName, UNREADABLE } from './lookup.ts'

export interface Answered {
  status: number
  text: string
}

/** Asks once, or as often as patience allows; `read` says what the answer means. Never throws. */
export async function inquire(
  { name, patience }: { name: RegistryName; patience: Patience },
  call: Omit<Call, 'repeatable'>,
  read: (answer: Answered) => Finding,
): Promise<Finding> {
  try {
    // A read under our own number: asked twice, it is one question.
    const answer = await callOutside({ name, ...patience }, { ...call, repeatable: true })
    return read({ status: answer.status, text: answer.body.toString() })
  } catch (error) {
    return silenceOf(error)
  }
}

/** What is written down when no usable answer came. */
export function silenceOf(error: unknown): Finding {
  return error instanceof Unreachable ? { outcome: 'unreachable', problem: error.message } : UNREADABLE
}

/** JSON of the shape the contract gives. Throws for any other. */
export function parsed<T>(shape: z.ZodType<T>, text: string): T {
  return shape.parse(JSON.parse(text.normalize('NFC')))
}

/** Rights that have ended or were never given. */
export function isForbidden({ status }: Answered): boolean {
  return status === 401 || status === 403
}
