import type { Sending } from '../channel.ts'

/** What a failed call means for a notice: only what certainly did nothing over there may be tried again. */
export function afterFailure({ nothingDone }: { nothingDone: boolean }): Sending {
  return nothingDone ? { outcome: 'not-reached' } : { outcome: 'unknown' }
}

/** JSON with an object in it; undefined for anything else. */
export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
