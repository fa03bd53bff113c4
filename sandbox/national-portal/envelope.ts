import { type Reason, runOn } from '../web/fields.ts'
import { type Answer, json } from '../web/router.ts'

/** `0` done. @see contract 2.1 */
export function done(result: unknown, message = 'Thành công'): Answer {
  return json({ error_code: '0', message, result })
}

/** `3`: a business error, nothing was done. */
export function businessError(message: string): Answer {
  return json({ error_code: '3', message, result: [] })
}

/** `-3`: a business error with its fields, both as a list and as one run-on text. */
export function fieldErrors(reasons: Reason[]): Answer {
  return json({ error_code: '-3', message: runOn(reasons), result: reasons })
}

/** `-1`: who are you. The contract names no code; this is the sandbox's own. */
export function noSession(message = 'Phiên làm việc không hợp lệ hoặc đã hết hạn'): Answer {
  return json({ error_code: '-1', message, result: null })
}

/** `-2`: the envelope itself cannot be read. The sandbox's own. */
export function unreadable(message: string): Answer {
  return json({ error_code: '-2', message, result: null })
}
